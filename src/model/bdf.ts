/**
 * PCI addresses in the kernel's own spelling, `dddd:bb:dd.f`, lower-case hexadecimal. The segments of VMD have five digits.
 * Source: drivers/pci/controller/vmd.c vmd_find_free_domain (7.3).
 */

import { hexDigits } from '../text/hex.ts';

declare const bdf: unique symbol;

/** A canonical PCI address, such as `0000:6a:01.0`. Only {@link parseBdf} makes one. */
export type Bdf = string & { readonly [bdf]: true };

const PATTERN = /^(?:([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):)?([0-9a-f]{2}):([01][0-9a-f])\.([0-7])$/i;

/** Read `0000:6a:01.0` or `6a:01.0` (segment 0); `null` when it is neither. */
export function parseBdf(text: string): Bdf | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, segment = '0000', bus, device, fn] = match;
  return `${segment}:${bus}:${device}.${fn}`.toLowerCase() as Bdf;
}

/** Numeric parts: segment 0…0xfffff, bus 0…255, device 0…31, function 0…7. */
export interface BdfParts {
  readonly segment: number;
  readonly bus: number;
  readonly device: number;
  readonly fn: number;
}

export function splitBdf(address: Bdf): BdfParts {
  const [segment = '', bus = '', rest = ''] = address.split(':');
  const [device = '', fn = ''] = rest.split('.');
  return {
    segment: Number.parseInt(segment, 16),
    bus: Number.parseInt(bus, 16),
    device: Number.parseInt(device, 16),
    fn: Number.parseInt(fn, 16),
  };
}

/** Canonical text of numeric parts; undone by {@link splitBdf}. */
export function joinBdf({ segment, bus, device, fn }: BdfParts): Bdf {
  return `${hexDigits(segment, 4)}:${hexDigits(bus, 2)}:${hexDigits(device, 2)}.${fn}` as Bdf;
}

/** Where a function is on its segment, as tables and descriptors name it. */
export interface Requester {
  /** 0…255 */
  readonly bus: number;
  /** Device and function in one, see {@link packDevfn}: 0…255. */
  readonly devfn: number;
}

/** Device in bits 7:3, function in bits 2:0. */
export function packDevfn({ device, fn }: Pick<BdfParts, 'device' | 'fn'>): number {
  return (device << 3) | fn;
}

/** Undone by: packDevfn. */
export function unpackDevfn(devfn: number): Pick<BdfParts, 'device' | 'fn'> {
  return { device: devfn >> 3, fn: devfn & 7 };
}

/** The requester id that a function's requests carry, 16 bits: bus in bits 15:8, devfn in bits 7:0. */
export function packRequester({ bus, devfn }: Requester): number {
  return (bus << 8) | devfn;
}

/** Undone by: packRequester. */
export function unpackRequester(id: number): Requester {
  return { bus: id >> 8, devfn: id & 0xff };
}

/** `00:1f.2`, as the kernel writes functions where the segment is clear. */
export function requesterText({ bus, devfn }: Requester): string {
  const { device, fn } = unpackDevfn(devfn);
  return `${hexDigits(bus, 2)}:${hexDigits(device, 2)}.${fn}`;
}
