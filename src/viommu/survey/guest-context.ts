/**
 * Root and context entry of a device → its PASID directory. Each entry is read once.
 *
 * Source: VT-d r5 §9.2, §9.4; reserved bits as QEMU's vtd_ce_rsvd_bits_check and vtd_dev_to_context_entry (11.1).
 */

import type { ReadStatus } from '../../guest/guest-memory.ts';
import { CONTEXT_ENTRY_BYTES, contextEntry, directoryEntries } from '../../vtd/context-entry.ts';
import { ROOT_ENTRY_BYTES, rootEntry } from '../../vtd/root-entry.ts';
import type { EngineDevice } from '../state/engine-device.ts';
import type { EngineState } from '../state/engine-state.ts';
import { readTable } from '../state/table-reader.ts';

/** A device's PASID directory as its context entry gives it. */
export interface PasidDirectory {
  readonly kind: 'directory';
  readonly page: number;
  readonly entries: number;
  /** PASIDE: requests with PASID are allowed. */
  readonly pasidsAllowed: boolean;
  /** PRE */
  readonly pageRequestsAllowed: boolean;
}

/** `unusable` blocks the device; `unreadable` changes nothing. */
export type GuestContext = PasidDirectory | { readonly kind: 'unusable' } | { readonly kind: 'unreadable' };

const UNUSABLE: GuestContext = { kind: 'unusable' };
const UNREADABLE: GuestContext = { kind: 'unreadable' };
const UPPER_HALF = 0x80;

export function readContext(engine: EngineState, device: EngineDevice): GuestContext {
  const table = readRoot(engine, device);
  if (typeof table !== 'number') return table;
  const { words, bytes } = engine.buffers.context;
  const offset = (device.devfn % UPPER_HALF) * CONTEXT_ENTRY_BYTES;
  const read = readTable(engine.memory, { page: table, offset }, bytes);
  if (read !== 'ok') return missing(engine, device, { read, what: 'context table' });
  if (!contextEntry.present(words, 0)) return UNUSABLE;
  if (contextEntry.reserved(words, 0)) {
    return refuse(engine, device, 'the context entry has reserved bits set');
  }
  return {
    kind: 'directory',
    page: contextEntry.directoryPage(words, 0),
    entries: directoryEntries(contextEntry.directorySizeCode(words, 0)),
    pasidsAllowed: contextEntry.pasidsAllowed(words, 0),
    pageRequestsAllowed: contextEntry.pageRequestsAllowed(words, 0),
  };
}

/** Page of the context table. */
function readRoot(engine: EngineState, device: EngineDevice): number | GuestContext {
  const { words, bytes } = engine.buffers.root;
  const read = readTable(
    engine.memory,
    { page: engine.registers.root.page, offset: device.bus * ROOT_ENTRY_BYTES },
    bytes,
  );
  if (read !== 'ok') return missing(engine, device, { read, what: 'root table' });
  const upper = device.devfn >= UPPER_HALF;
  if (!(upper ? rootEntry.upperPresent(words, 0) : rootEntry.lowerPresent(words, 0))) return UNUSABLE;
  if (engine.guest.hasReservedRoot(words, 0)) {
    return refuse(engine, device, 'the root entry has reserved bits set');
  }
  return upper ? rootEntry.upperPage(words, 0) : rootEntry.lowerPage(words, 0);
}

function refuse({ report }: EngineState, { name }: EngineDevice, message: string): GuestContext {
  report({ code: 'GUEST_RESERVED_BITS', device: name, pasid: null, message: `${message}: ${name} is blocked` });
  return UNUSABLE;
}

interface Missing {
  readonly read: ReadStatus;
  readonly what: string;
}

function missing({ report }: EngineState, { name }: EngineDevice, { read, what }: Missing): GuestContext {
  if (read === 'dead') return UNREADABLE;
  report({ code: 'GUEST_TABLE_HOLE', device: name, pasid: null, message: `the ${what} lies outside guest memory` });
  return UNUSABLE;
}
