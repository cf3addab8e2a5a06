/**
 * The configuration space of a PCI function, as root reads it: header, PCI Express capability, and extended capabilities.
 * Source: linux/pci_regs.h (7.3).
 */

export const PORT = { endpoint: 0, rootPort: 4, upstream: 5, downstream: 6, pciBridge: 7, integrated: 9 } as const;

/** Source validation, translation blocking, request and completion redirect, upstream forwarding. */
const ACS_CAPABLE = 0x1f;
/** What Linux switches on without `pcie_acs_override`: all but translation blocking. */
const ACS_ON = 0x1d;

export interface ConfigFacts {
  readonly vendor?: number;
  readonly device?: number;
  /** Device/port type; `null`: a conventional function, without PCI Express capability. */
  readonly port?: number | null;
  readonly multiFunction?: boolean;
  /** End-End TLP prefixes: DEVCAP2 bit 21. */
  readonly tlpPrefix?: boolean;
  readonly acs?: 'on' | 'off' | null;
  readonly pasid?: { readonly widthBits: number; readonly enabled: boolean } | null;
  /** Address translation service: there, and on. */
  readonly ats?: boolean | null;
  /** Page requests: there, and on. */
  readonly pri?: boolean | null;
  /** A VF shows no ids in its header. */
  readonly isVf?: boolean;
  readonly sriov?: { readonly total: number; readonly enabled: number };
}

interface Extended {
  readonly id: number;
  readonly words: readonly (readonly [offset: number, value: number])[];
}

const EXPRESS_AT = 0x40;
const EXTENDED_AT = 0x100;
const EXTENDED_BYTES = 0x60;

/** 4096 bytes: what root reads. */
export function configBytes(facts: ConfigFacts): Uint8Array {
  const bytes = new Uint8Array(4096);
  const view = new DataView(bytes.buffer);
  const { vendor = 0x8086, device = 0x0b25, port = PORT.integrated, multiFunction = false, isVf = false } = facts;
  view.setUint16(0x00, isVf ? 0xffff : vendor, true);
  view.setUint16(0x02, isVf ? 0xffff : device, true);
  const isBridge = port !== null && port >= PORT.rootPort && port <= PORT.pciBridge;
  view.setUint8(0x0e, (multiFunction ? 0x80 : 0) | (isBridge ? 1 : 0));
  if (port === null) return bytes;
  view.setUint16(0x06, 0x10, true);
  view.setUint8(0x34, EXPRESS_AT);
  view.setUint16(EXPRESS_AT, 0x10, true);
  view.setUint16(EXPRESS_AT + 0x02, 2 | (port << 4), true);
  view.setUint32(EXPRESS_AT + 0x24, (facts.tlpPrefix ?? true) ? 1 << 21 : 0, true);
  putExtended(view, extendedOf(facts));
  return bytes;
}

/** A function that does not answer: all bits are ones. */
export const ALL_ONES: Uint8Array = new Uint8Array(4096).fill(0xff);

/** What a process without CAP_SYS_ADMIN reads. */
export function headerOf(config: Uint8Array): Uint8Array {
  return config.subarray(0, 64);
}

function extendedOf({ acs = null, pasid = null, ats = null, pri = null, sriov }: ConfigFacts): Extended[] {
  return [
    ...(acs === null
      ? []
      : [{ id: 0x0d, words: [[4, ACS_CAPABLE] as const, [6, acs === 'on' ? ACS_ON : 0] as const] }]),
    ...(ats === null ? [] : [{ id: 0x0f, words: [[6, ats ? 0x8000 : 0] as const] }]),
    ...(pri === null
      ? []
      : [{ id: 0x13, words: [[4, pri ? 1 : 0] as const, [6, 0x8100] as const, [8, 512] as const] }]),
    ...(pasid === null
      ? []
      : [{ id: 0x1b, words: [[4, (pasid.widthBits << 8) | 4] as const, [6, pasid.enabled ? 1 : 0] as const] }]),
    ...(sriov === undefined ? [] : [{ id: 0x10, words: sriovWords(sriov) }]),
  ];
}

/** Control, InitialVFs, TotalVFs, NumVFs, first VF offset, VF stride. */
function sriovWords({ total, enabled }: NonNullable<ConfigFacts['sriov']>): Extended['words'] {
  return [
    [0x08, enabled > 0 ? 0x9 : 0],
    [0x0c, total],
    [0x0e, total],
    [0x10, enabled],
    [0x14, 1],
    [0x16, 1],
  ];
}

function putExtended(view: DataView, list: readonly Extended[]): void {
  for (const [index, { id, words }] of list.entries()) {
    const at = EXTENDED_AT + index * EXTENDED_BYTES;
    const next = index + 1 < list.length ? at + EXTENDED_BYTES : 0;
    view.setUint32(at, (id | (1 << 16)) + next * 2 ** 20, true);
    for (const [offset, value] of words) view.setUint16(at + offset, value, true);
  }
}
