/**
 * VFs of a PF, which the driver of the PF makes and removes. That a write of sriov_numvfs succeeds proves little: a driver may
 * make fewer, so the VFs are counted afterwards.
 * Source: drivers/pci/iov.c sriov_numvfs_store (7.3).
 */

import type { SysTree } from '../../host/sys-tree.ts';
import type { Bdf } from '../../model/bdf.ts';
import type { MadeVfs } from '../../model/live.ts';
import { count as counted } from '../../text/amounts.ts';
import { pciFolder } from '../../text/pci-folder.ts';
import { ERRNO } from '../../uapi/errno.ts';
import type { ApplyContext } from '../context.ts';
import { must, refusal, StepError } from '../step-error.ts';

/** Some drivers take a second for each VF. */
const WRITE_DEADLINE_MS = 120_000;

/**
 * Nothing is done when the VFs are there: then others made them, unless the ledger has them. In the ledger before the write, so that
 * an undo knows them. Undone by: removeVfs.
 */
export async function makeVfs(vfs: MadeVfs, { tree, ledger }: ApplyContext): Promise<void> {
  const { address, count } = vfs;
  const now = countOf(tree, address);
  if (now !== count) {
    if (now !== 0) throw otherCount(vfs, now);
    ledger.madeVfs.set(address, vfs);
    const result = await writeCount(tree, address, count);
    if (result < 0) {
      // What is still being made may come later; what was refused is nobody's.
      if (result !== -ERRNO.ETIMEDOUT && countOf(tree, address) === 0) ledger.madeVfs.delete(address);
      throw refusal(result, 'write', `sriov_numvfs of ${address}`);
    }
  }
  const made = countOf(tree, address);
  if (made !== count) {
    if (made !== null && ledger.madeVfs.has(address)) ledger.madeVfs.set(address, { ...vfs, count: made });
    throw notMade(`${counted(count, 'VF')} of ${address} were asked for, but it has ${made ?? 'an unknown number'}`);
  }
  expectPlaces(tree, vfs);
}

/** VFs whose number someone has changed since are theirs, and stay. A PF that was unplugged has none. Undone by: makeVfs. */
export async function removeVfs({ address }: MadeVfs, { tree, ledger }: ApplyContext): Promise<void> {
  const held = ledger.madeVfs.get(address);
  if (held === undefined) return;
  if (countOf(tree, address) === held.count) {
    must(await writeCount(tree, address, 0), 'write', `sriov_numvfs of ${address}`);
    const left = countOf(tree, address);
    if (left !== null && left !== 0) throw notMade(`${address} still has ${counted(left, 'VF')}`);
  }
  ledger.madeVfs.delete(address);
}

function writeCount(tree: SysTree, address: Bdf, count: number): Promise<number> {
  return tree.write(`${pciFolder(address)}/sriov_numvfs`, String(count), WRITE_DEADLINE_MS);
}

/** `null` when the PF is not there, or is none. */
function countOf(tree: SysTree, address: Bdf): number | null {
  const text = tree.readText(`${pciFolder(address)}/sriov_numvfs`)?.trim() ?? '';
  return /^[0-9]{1,5}$/.test(text) ? Number(text) : null;
}

/** The places may move with the number of VFs, and the plan knows them from before. */
function expectPlaces(tree: SysTree, { address, addresses }: MadeVfs): void {
  for (const [index, expected] of addresses.entries()) {
    const found = tree.linkName(`${pciFolder(address)}/virtfn${index}`);
    if (found === expected) continue;
    throw notMade(`VF ${index} of ${address} is at ${found ?? 'no address'}, and the plan expects it at ${expected}`);
  }
}

function otherCount({ address, count }: MadeVfs, now: number | null): StepError {
  return now === null
    ? notMade(`sriov_numvfs of ${address} cannot be read, so it can have no VFs`)
    : notMade(`${counted(count, 'VF')} of ${address} cannot be made, since it has ${now} by now`);
}

function notMade(message: string): StepError {
  return new StepError(message, { code: 'APPLY_VFS_NOT_MADE' });
}
