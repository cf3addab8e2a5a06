/**
 * Taking a PCI function from its driver, and giving it back: driver_override, unbind, probe, read the `driver` link.
 * Source: Documentation/ABI/testing/sysfs-bus-pci (7.3), drivers/base/dd.c.
 */

import type { SysTree } from '../../host/sys-tree.ts';
import type { Bdf } from '../../model/bdf.ts';
import type { Handover } from '../../model/live.ts';
import { pciFolder } from '../../text/pci-folder.ts';
import type { ApplyContext } from '../context.ts';
import { must, StepError } from '../step-error.ts';

/** Unbinding waits for the users of a device; for an idle device no driver needs longer. */
const UNBIND_DEADLINE_MS = 10_000;
const WRITE_DEADLINE_MS = 10_000;

/** In the ledger before the first write, so that an undo knows the former driver. Undone by: giveBackDevice. */
export async function takeDevice(handover: Handover, driver: string, { tree, ledger }: ApplyContext): Promise<void> {
  const { address } = handover;
  if (!ledger.handovers.has(address)) ledger.handovers.set(address, handover);
  await setOverride(tree, address, driver);
  if (driverOf(tree, address) === driver) return;
  await unbind(tree, address);
  must(await tree.write('/sys/bus/pci/drivers_probe', address, WRITE_DEADLINE_MS), 'probe', address);
  expectDriver(tree, address, driver);
}

/** A device that was unplugged counts as given back. Undone by: takeDevice. */
export async function giveBackDevice(
  handover: Handover,
  driver: string,
  { tree, ledger }: ApplyContext,
): Promise<void> {
  const { address } = handover;
  if (!ledger.handovers.has(address)) return;
  try {
    if (tree.exists(pciFolder(address))) await restore(tree, handover, driver);
  } catch (error) {
    if (!(error instanceof StepError) || tree.exists(pciFolder(address))) throw error;
  }
  ledger.handovers.delete(address);
}

/** The override is written first, so that a probe by another program in between finds the former driver. */
async function restore(
  tree: SysTree,
  { address, formerDriver, formerOverride }: Handover,
  driver: string,
): Promise<void> {
  // A former override may name another driver than the former one, which could then not bind the device.
  await setOverride(tree, address, formerOverride === null ? null : (formerDriver ?? formerOverride));
  if (driverOf(tree, address) === driver && formerDriver !== driver) await unbind(tree, address);
  if (formerDriver !== null) await bindTo(tree, address, formerDriver);
  await setOverride(tree, address, formerOverride);
}

/** The device stays on vfio-pci and leaves the ledger. Undone by: reclaimDevice. */
export function keepDevice({ address }: Handover, { ledger }: ApplyContext): void {
  ledger.handovers.delete(address);
}

/** Undone by: keepDevice. */
export function reclaimDevice(handover: Handover, { ledger }: ApplyContext): void {
  ledger.handovers.set(handover.address, handover);
}

function driverOf(tree: SysTree, address: Bdf): string | null {
  return tree.linkName(`${pciFolder(address)}/driver`);
}

/** An empty line clears the override; an empty write would do nothing. */
async function setOverride(tree: SysTree, address: Bdf, driver: string | null): Promise<void> {
  const path = `${pciFolder(address)}/driver_override`;
  if (tree.readText(path) === (driver ?? '(null)')) return;
  must(await tree.write(path, driver ?? '\n', WRITE_DEADLINE_MS), 'write', `driver_override of ${address}`);
}

async function unbind(tree: SysTree, address: Bdf): Promise<void> {
  const driver = driverOf(tree, address);
  if (driver === null) return;
  const result = await tree.write(`/sys/bus/pci/drivers/${driver}/unbind`, address, UNBIND_DEADLINE_MS);
  must(result, 'unbind', `${address} from ${driver}`);
}

async function bindTo(tree: SysTree, address: Bdf, driver: string): Promise<void> {
  if (driverOf(tree, address) !== driver) {
    const result = await tree.write(`/sys/bus/pci/drivers/${driver}/bind`, address, WRITE_DEADLINE_MS);
    must(result, 'probe', `${address} by ${driver}`);
  }
  expectDriver(tree, address, driver);
}

/** drivers_probe returns success also when no driver binds the device: only the link shows it. */
function expectDriver(tree: SysTree, address: Bdf, driver: string): void {
  const found = driverOf(tree, address);
  if (found === driver) return;
  throw new StepError(`${address} was bound to ${driver}, but is on ${found ?? 'no driver'}`, {
    code: 'APPLY_DRIVER_NOT_BOUND',
  });
}
