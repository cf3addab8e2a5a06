/**
 * One step of a random sequence, as plain data without addresses and fd numbers, which differ from kernel to kernel: memory is
 * named by region and offset, an fd by its slot in the sequence.
 */

/** Index into the fds of a sequence, in the order of their making; −1 is an fd that is not open. */
export type Slot = number;

/** Slots that every sequence starts with: a memory file, and an iommufd. */
export const FILE_SLOT: Slot = 0;
export const IOMMUFD_SLOT: Slot = 1;

export type Operation =
  | IoctlOperation
  | { readonly kind: 'open' }
  | { readonly kind: 'close' | 'dup'; readonly fd: Slot }
  | { readonly kind: 'read' | 'pread'; readonly fd: Slot; readonly lengthBytes: number }
  | { readonly kind: 'write'; readonly fd: Slot; readonly bytes: Uint8Array }
  | { readonly kind: 'poll'; readonly fd: Slot; readonly events: number }
  | MmapOperation;

export interface MmapOperation {
  readonly kind: 'mmap';
  readonly fd: Slot;
  readonly lengthBytes: number;
  readonly protection: 'read' | 'read-write' | 'read-exec';
  readonly sharing: 'shared' | 'private';
  readonly offset: bigint;
}

export interface IoctlOperation {
  readonly kind: 'ioctl';
  /** The request's or test operation's name in the kernel. */
  readonly name: string;
  /** For reading the bytes. */
  readonly struct: AnyStruct;
  readonly fd: Slot;
  readonly request: number;
  /** The struct as sent, with all the bytes that its size promises; 0 where a pointer or fd belongs. */
  readonly bytes: Uint8Array;
  readonly pointers: readonly Pointing[];
  readonly fds: readonly { readonly at: number; readonly slot: Slot }[];
  /** Where the kernel writes the number of a new fd. */
  readonly newFdAt: number | null;
  /** What lies at `data`, and is compared after the call. */
  readonly data: Uint8Array;
  /** Where the struct itself lies: `array` is a byte array of ours, the others are mapped memory. */
  readonly lies: 'array' | 'mapped' | 'read-only' | 'nowhere';
}

export interface AnyStruct {
  readonly sizeBytes: number;
  decode(bytes: Uint8Array): Readonly<Record<string, unknown>>;
}

export interface Pointing {
  /** Offset of a 64-bit pointer in the struct. */
  readonly at: number;
  readonly to: Place;
}

/**
 * `data`: the operation's own bytes; `ram`: 2 MiB and more to be mapped for DMA; `ram-read-only`: as much that cannot be written;
 * `nowhere`: no memory; `kernel`: an address of the kernel's; `null`: 0 whatever the offset.
 */
export interface Place {
  readonly region: 'data' | 'ram' | 'ram-read-only' | 'nowhere' | 'kernel' | 'null';
  readonly offset: bigint;
}

export function nameOf(operation: Operation): string {
  return operation.kind === 'ioctl' ? operation.name : operation.kind;
}

/** What one side answered, without addresses and fd numbers. */
export interface Observation {
  /** A value ≥ 0 or a negative errno; of a call that makes an fd its slot. */
  readonly result: number;
  /** The struct or the bytes read, in hexadecimal. */
  readonly out: string;
  /** The operation's `data` afterwards. */
  readonly data: string;
}
