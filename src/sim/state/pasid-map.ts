/**
 * PASID → (HWPT, devices) of one IOMMU group: two 32-bit words for each PASID, in arrays that grow by doubling.
 *
 * The kernel records PASIDs of 2^20 and above for devices without PASIDs, although the hardware has none (src/quirks.md Q1).
 * They are kept in a separate map.
 * Source: iommufd/device.c struct iommufd_group.pasid_attach (7.3).
 */

import { PASID_LIMIT } from '../../model/pasid.ts';

export interface PasidMap {
  /** HWPT id by PASID; 0 when nothing is attached. */
  hwpts: Uint32Array;
  /** Bit n: the group's n-th device is attached at this PASID. */
  devices: Uint32Array;
  readonly far: Map<number, { hwpt: number; devices: number }>;
  /** PASIDs with something attached, PASID 0 (the RID) not counted. */
  count: number;
}

export function emptyPasidMap(): PasidMap {
  return { hwpts: new Uint32Array(1), devices: new Uint32Array(1), far: new Map(), count: 0 };
}

/** 0 when nothing is attached. */
export function hwptAt(map: PasidMap, pasid: number): number {
  return pasid < PASID_LIMIT ? (map.hwpts[pasid] ?? 0) : (map.far.get(pasid)?.hwpt ?? 0);
}

/** Bits of the devices attached at this PASID. */
export function devicesAt(map: PasidMap, pasid: number): number {
  return pasid < PASID_LIMIT ? (map.devices[pasid] ?? 0) : (map.far.get(pasid)?.devices ?? 0);
}

/** Without devices the PASID is free again. */
export function setPasid(
  map: PasidMap,
  pasid: number,
  entry: { readonly hwpt: number; readonly devices: number },
): void {
  const had = devicesAt(map, pasid) !== 0;
  const has = entry.devices !== 0;
  if (pasid !== 0) map.count += Number(has) - Number(had);
  if (pasid >= PASID_LIMIT) {
    if (has) map.far.set(pasid, { ...entry });
    else map.far.delete(pasid);
    return;
  }
  if (pasid >= map.hwpts.length) {
    if (!has) return;
    grow(map, pasid);
  }
  map.hwpts[pasid] = has ? entry.hwpt : 0;
  map.devices[pasid] = entry.devices;
}

/** PASIDs at which a device is attached, ascending, without PASID 0. */
export function* pasidsOf(map: PasidMap, deviceBit: number): Generator<number> {
  let left = map.count - map.far.size;
  for (let pasid = 1; pasid < map.devices.length && left > 0; pasid++) {
    const devices = map.devices[pasid] ?? 0;
    if (devices !== 0) left -= 1;
    if ((devices & deviceBit) !== 0) yield pasid;
  }
  for (const pasid of [...map.far.keys()].sort((a, b) => a - b)) {
    if (((map.far.get(pasid)?.devices ?? 0) & deviceBit) !== 0) yield pasid;
  }
}

function grow(map: PasidMap, pasid: number): void {
  let length = Math.max(64, map.hwpts.length);
  while (length <= pasid) length *= 2;
  map.hwpts = copyOf(map.hwpts, length);
  map.devices = copyOf(map.devices, length);
}

function copyOf(words: Uint32Array, length: number): Uint32Array {
  const copy = new Uint32Array(length);
  copy.set(words);
  return copy;
}
