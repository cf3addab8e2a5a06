/** The ledger as a file: what is held, by which process, and since which boot. */

import { join } from 'node:path';
import type { BackendName } from '../model/backend-name.ts';
import { EMPTY_LIVE, type Live } from '../model/live.ts';
import { checkedRecord } from './checked.ts';
import { liveContradiction } from './contradictions.ts';
import { fromVersion1, type LiveVersion1 } from './ledger-version-1.ts';
import { damaged, type Seal, seal, unseal } from './sealed.ts';
import { readStateFile, unusable, writeStateFile } from './state-file.ts';

export const LEDGER_NAME = 'ledger.json';

const SEAL: Seal = { format: 'pasidctl-ledger', version: 2, older: 1 };

export interface LedgerRecord {
  readonly backend: BackendName;
  /** Driver hand-overs and kernel objects do not outlive a boot. */
  readonly bootId: string;
  /** The process that owns the kernel objects; null when there are none, and for simulated ones that were made without --hold. */
  readonly holder: HolderRecord | null;
  readonly live: Live;
}

/** Before there were VFs, a ledger did not tell of them. */
type WrittenLedger = Omit<LedgerRecord, 'live'> & { readonly live: Omit<Live, 'madeVfs'> & Partial<Live> };

type LedgerVersion1 = Omit<LedgerRecord, 'live'> & { readonly live: LiveVersion1 };

/** A process. Its pid can be reused by another process; pid and start time together cannot. */
export interface HolderRecord {
  readonly pid: number;
  /** Field 22 of /proc/<pid>/stat, in clock ticks since boot. */
  readonly startTicks: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Where a ledger is kept: in a file of its own, or in the file of the simulated machine. */
export interface LedgerStore {
  /** Of its file in the state folder. */
  readonly fileName: string;
  /** @throws StateError when it is damaged, or of another version */
  read(): Promise<LedgerRecord | null>;
  write(record: LedgerRecord): void;
}

export function ledgerFile(stateDir: string): LedgerStore {
  const path = join(stateDir, LEDGER_NAME);
  return {
    fileName: LEDGER_NAME,
    read: async () => {
      const text = readStateFile(path);
      return text === null ? null : decodeLedger(text, path);
    },
    write: (record) => writeStateFile(path, `${encodeLedger(record)}\n`),
  };
}

export function encodeLedger(record: LedgerRecord): string {
  return seal(record, SEAL);
}

/** @throws StateError naming `where` */
export async function decodeLedger(text: string, where: string): Promise<LedgerRecord> {
  const opened = unseal(text, SEAL);
  if ('fault' in opened) throw unusable(`the ledger in ${where}`, opened);
  const checked = await (opened.version === SEAL.version ? version2(opened.record) : version1(opened.record));
  if ('fault' in checked) throw unusable(`the ledger in ${where}`, checked);
  return checked.value;
}

type Checked = ReturnType<typeof checkedRecord<LedgerRecord>>;

/** Validators are large, and are loaded when there is a record. */
async function version2(record: string): Promise<Checked> {
  const { validateLedger } = await import('./generated/validate-ledger.js');
  const checked = checkedRecord<WrittenLedger>(record, validateLedger);
  return 'fault' in checked
    ? checked
    : withoutContradiction({ ...checked.value, live: { madeVfs: [], ...checked.value.live } });
}

async function version1(record: string): Promise<Checked> {
  const { validateLedgerVersion1 } = await import('./generated/validate-ledger-version-1.js');
  const checked = checkedRecord<LedgerVersion1>(record, validateLedgerVersion1);
  if ('fault' in checked) return checked;
  const live = fromVersion1(checked.value.live);
  if (live === null) return damaged('it names an unknown HWPT');
  return withoutContradiction({ ...checked.value, live });
}

function withoutContradiction(value: LedgerRecord): Checked {
  const fault = liveContradiction(value.live);
  return fault === null ? { value } : damaged(fault);
}

export function emptyLedger(backend: LedgerRecord['backend'], bootId: string): LedgerRecord {
  return { backend, bootId, holder: null, live: EMPTY_LIVE };
}
