/**
 * PCI configuration space, from the bytes of `config`. Pure, and safe on any bytes: capability chains may loop, or point
 * outside.
 *
 * Source: linux/pci_regs.h (7.3); PCIe r6 §7.5.3 (Express), §7.7.11 (ACS), §7.8.7 (PASID), §10.5.1 (ATS), §10.5.2 (PRI).
 */

import { PORT_TYPE } from '../linux/port-type.ts';
import type { ExpressFacts, PciCapabilities } from '../model/host.ts';

/** Without CAP_SYS_ADMIN only these first bytes of `config` can be read. */
export const HEADER_BYTES = 64;
/** Conventional configuration space ends here; extended capabilities begin. */
export const EXTENDED_BASE = 0x100;
export const CONFIG_BYTES = 4096;

const STATUS = 0x06;
const HEADER_TYPE = 0x0e;
const MULTI_FUNCTION = 0x80;
const STATUS_CAP_LIST = 0x10;
const CAPABILITY_LIST = 0x34;
const CAP_ID_EXP = 0x10;
const EXP_FLAGS = 0x02;
const EXP_DEVCAP2 = 0x24;
const DEVCAP2_EE_PREFIX = 0x20_0000;

const EXT_ACS = 0x0d;
const EXT_ATS = 0x0f;
const EXT_PRI = 0x13;
const EXT_PASID = 0x1b;

/**
 * PASID, ATS and PRI of a function; `unknown` when the extended space was not read: the process lacks the privilege, or all
 * bits are ones, as with a suspended or unplugged device.
 */
export function readCapabilities(config: Uint8Array | null): PciCapabilities | 'unknown' {
  if (config === null || config.length <= HEADER_BYTES) return 'unknown';
  const view = dataView(config);
  if (view.getUint32(0, true) === 0xffff_ffff && readsOnes(view)) return 'unknown';
  return {
    pasid: at(view, EXT_PASID, 8, readPasid),
    ats: at(view, EXT_ATS, 8, readAts),
    pri: at(view, EXT_PRI, 16, readPri),
  };
}

function readPasid(view: DataView, base: number): NonNullable<PciCapabilities['pasid']> {
  const capability = view.getUint16(base + 4, true);
  return {
    widthBits: (capability >> 8) & 0x1f,
    exec: (capability & 0x2) !== 0,
    privileged: (capability & 0x4) !== 0,
    enabled: (view.getUint16(base + 6, true) & 0x1) !== 0,
  };
}

function readAts(view: DataView, base: number): NonNullable<PciCapabilities['ats']> {
  const depth = view.getUint16(base + 4, true) & 0x1f;
  return { queueDepth: depth === 0 ? 32 : depth, enabled: (view.getUint16(base + 6, true) & 0x8000) !== 0 };
}

function readPri(view: DataView, base: number): NonNullable<PciCapabilities['pri']> {
  return {
    capacity: view.getUint32(base + 8, true),
    enabled: (view.getUint16(base + 4, true) & 0x1) !== 0,
    responsePasid: (view.getUint16(base + 6, true) & 0x8000) !== 0,
  };
}

/**
 * What PASIDs depend on besides their capability; `null` for a conventional function, `unknown` when the extended space was not
 * read: ACS is there.
 */
export function readExpress(config: Uint8Array | null): ExpressFacts | null | 'unknown' {
  if (config === null || config.length <= HEADER_BYTES) return 'unknown';
  const view = dataView(config);
  if (readsOnes(view) && view.getUint32(0, true) === 0xffff_ffff) return 'unknown';
  const base = expressBase(view);
  if (base === null) return null;
  if (view.byteLength <= EXTENDED_BASE) return 'unknown';
  const flags = view.getUint16(base + EXP_FLAGS, true);
  return {
    portType: (flags >> 4) & 0xf,
    multiFunction: (view.getUint8(HEADER_TYPE) & MULTI_FUNCTION) !== 0,
    tlpPrefix: readTlpPrefix(view, base, flags),
    acs: at(view, EXT_ACS, 8, readAcs),
  };
}

/** Version 1 of the capability ends before DEVCAP2, which Linux then reads as 0. Source: drivers/pci/access.c pcie_cap_has_devctl2. */
function readTlpPrefix(view: DataView, base: number, flags: number): boolean | null {
  if ((flags & 0xf) < 2 || base + EXP_DEVCAP2 + 4 > EXTENDED_BASE) return false;
  const capabilities = view.getUint32(base + EXP_DEVCAP2, true);
  if (capabilities === 0 && ENDPOINT_TYPES.includes((flags >> 4) & 0xf)) return null;
  return (capabilities & DEVCAP2_EE_PREFIX) !== 0;
}

const ENDPOINT_TYPES: readonly number[] = [PORT_TYPE.endpoint, PORT_TYPE.legacyEndpoint, PORT_TYPE.integrated];

function readAcs(view: DataView, base: number): NonNullable<ExpressFacts['acs']> {
  return { capable: view.getUint16(base + 4, true), control: view.getUint16(base + 6, true) };
}

/** PCIe device/port type of the Express capability; `null` for a conventional function; `unknown` when it was not read. */
export function readPortType(config: Uint8Array | null): number | null | 'unknown' {
  if (config === null || config.length <= HEADER_BYTES) return 'unknown';
  const view = dataView(config);
  const base = expressBase(view);
  return base === null ? null : (view.getUint16(base + EXP_FLAGS, true) >> 4) & 0xf;
}

/** Where the PCI Express capability is; `null` without it. */
function expressBase(view: DataView): number | null {
  if ((view.getUint16(STATUS, true) & STATUS_CAP_LIST) === 0) return null;
  let pointer = view.getUint8(CAPABILITY_LIST) & 0xfc;
  // 48 capabilities fill the space, so more steps mean a loop.
  for (let hops = 0; pointer >= HEADER_BYTES && pointer + 4 <= view.byteLength && hops < 48; hops += 1) {
    if (view.getUint8(pointer) === CAP_ID_EXP) return pointer;
    pointer = view.getUint8(pointer + 1) & 0xfc;
  }
  return null;
}

/** The result of `read` for an extended capability; `null` when the function does not have it. */
function at<T>(view: DataView, id: number, sizeBytes: number, read: (view: DataView, base: number) => T): T | null {
  let base = EXTENDED_BASE;
  // A capability takes at least 4 bytes, so more steps mean a loop.
  for (let hops = 0; base >= EXTENDED_BASE && base + 4 <= view.byteLength && hops < 960; hops += 1) {
    const header = view.getUint32(base, true);
    if (header === 0 || header === 0xffff_ffff) return null;
    if ((header & 0xffff) === id) return base + sizeBytes <= view.byteLength ? read(view, base) : null;
    base = (header >>> 20) & 0xffc;
  }
  return null;
}

function readsOnes(view: DataView): boolean {
  return view.byteLength <= EXTENDED_BASE || view.getUint32(EXTENDED_BASE, true) === 0xffff_ffff;
}

function dataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
