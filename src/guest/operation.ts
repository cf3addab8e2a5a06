/**
 * The operations of a replay script, one a line: what is written to a guest's memory, registers and queue, in order, and which
 * calls of its host fail.
 */

import type { Bdf } from '../model/bdf.ts';
import type { RegisterName } from '../vtd/registers.ts';
import type { MemoryRange } from './ram-map.ts';

export type Operation =
  | ConfigOperation
  | RegistersOperation
  | WriteOperation
  | RegisterOperation
  | DescriptorOperation
  | StageOperation
  | FailOperation
  | FaultOperation
  | ResponseOperation
  | UnplugOperation
  | AdvanceOperation
  | { readonly op: 'reset' }
  | { readonly op: 'resync' };

/** The machine around the guest; only as the first operation. `null`: the default. */
export interface ConfigOperation {
  readonly op: 'config';
  /** PASID width of the vIOMMU, 0…20. */
  readonly pasidBits: number | null;
  /** Where the guest has memory: that of `memoryBytes` is laid out as in a q35. `null`: everywhere. */
  readonly memory: readonly MemoryRange[] | null;
  readonly devices: readonly ConfigDevice[] | null;
  readonly units: readonly ConfigUnit[] | null;
  /** Options of the engine that differ from its defaults. */
  readonly engine: ConfigEngine;
}

/** Options of the engine; absent ones have its defaults. */
export interface ConfigEngine {
  /** One first-stage HWPT for all entries with the same table and flags. */
  readonly sharing?: boolean;
  /** Most PASIDs that may be bound per device, and in all. */
  readonly maxPerDevice?: number;
  readonly maxEntries?: number;
  /** As QEMU: without a valid entry of PASID 0 no PASID is bound (src/quirks.md Q26). */
  readonly pasid0Gate?: boolean;
  /** When the host cannot replace the table of a binding: detach the old one, or keep it. */
  readonly failedReplace?: FailedReplace;
}

export const FAILED_REPLACE = ['detach', 'keep'] as const;
export type FailedReplace = (typeof FAILED_REPLACE)[number];

export interface ConfigDevice {
  readonly name: string;
  /** Its address in the guest. */
  readonly bdf: Bdf;
  readonly unit: string | null;
  /** GET_HW_INFO: PASIDs below 2^n; 0 for none. */
  readonly maxPasidLog2: number | null;
  /** Its nest parent is allocated with the PASID flag. Default true. */
  readonly parentTakesPasids: boolean;
}

/** A unit of the host. */
export interface ConfigUnit {
  readonly name: string;
  readonly cap: bigint | null;
  readonly ecap: bigint | null;
}

/** CAP and ECAP of the guest's unit. */
export interface RegistersOperation {
  readonly op: 'registers';
  readonly cap: bigint;
  readonly ecap: bigint;
}

/** These bytes are written to guest-physical memory at `gpa`. */
export interface WriteOperation {
  readonly op: 'write';
  readonly gpa: bigint;
  readonly bytes: Uint8Array;
}

/** RTADDR as latched by SRTP, GSTS with its status bits; others as written. */
export interface RegisterOperation {
  readonly op: 'register';
  readonly name: RegisterName;
  readonly value: bigint;
}

/** One invalidation descriptor, as queued. */
export interface DescriptorOperation {
  readonly op: 'descriptor';
  readonly lo: bigint;
  readonly hi: bigint;
}

/** A place in the script with a number. */
export interface StageOperation {
  readonly op: 'stage';
  readonly n: number;
}

/** Host calls that a script can make fail; `guest-read` is a read of guest memory. */
export const FAILING_CALLS = [
  'hwpt-alloc',
  'attach',
  'replace',
  'detach',
  'hwpt-destroy',
  'invalidate',
  'fault-queue-alloc',
  'fault-respond',
  'guest-read',
] as const;

export type FailingCall = (typeof FAILING_CALLS)[number];

/** The next `times` such calls fail. */
export interface FailOperation {
  readonly op: 'fail';
  readonly call: FailingCall;
  /** Positive. */
  readonly errno: number;
  readonly times: number;
}

/** A page request of a device, as the host's fault queue gives it. */
export interface FaultOperation {
  readonly op: 'fault';
  readonly device: string;
  readonly pasid: number;
  readonly address: bigint;
  readonly group: number;
  readonly last: boolean;
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly privileged: boolean;
}

/** The guest's answer to a group of page requests. */
export interface ResponseOperation {
  readonly op: 'response';
  readonly device: string;
  readonly pasid: number;
  readonly group: number;
  /** 0 success, 1 invalid, 0xf failure. */
  readonly code: number;
}

export interface UnplugOperation {
  readonly op: 'unplug';
  readonly device: string;
}

/** Time passes. */
export interface AdvanceOperation {
  readonly op: 'advance';
  readonly ms: number;
}
