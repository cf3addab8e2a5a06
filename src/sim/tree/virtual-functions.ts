/**
 * VFs of a PF, which its driver makes and removes. Source: drivers/pci/iov.c sriov_numvfs_store, pci_iov_add_virtfn,
 * pci_iov_remove_virtfn (7.3).
 */

import { parameterPath } from '../../linux/module-parameters.ts';
import { firstTaken, predictVfs } from '../../linux/predicted-vfs.ts';
import { answerToNumvfs } from '../../linux/sriov.ts';
import type { Bdf } from '../../model/bdf.ts';
import type { ModuleParameter, PciFunction } from '../../model/host.ts';
import { FAIL } from '../state/fail.ts';
import type { SimFunction, World } from '../state/world.ts';
import { hide, type Probe, show } from './absent.ts';

const MAX_U16 = 0xffff;

/** EINVAL for no number of 16 bits, then {@link answerToNumvfs}; ENOMEM without requester ids; ETIMEDOUT for VFs in use. */
export function writeNumvfs(world: World, address: Bdf, { text, probe }: { text: string; probe: Probe }): number {
  const found = world.functions.get(address);
  const count = parseU16(text.trim());
  if (count === null) return FAIL.EINVAL;
  if (found === undefined) return FAIL.ENODEV;
  const now = found.facts.virtualFunctions.length;
  const answer = answerToNumvfs({ ...found.facts, driver: found.driver }, count, parametersInEffect(world));
  if (answer !== 'OK') return FAIL[answer];
  if (count === now) return 0;
  return count === 0 ? removeVfs(world, found) : makeVfs(world, found, { count, probe });
}

/** Those of the modules that are loaded now. */
function parametersInEffect({ parameters }: World): readonly ModuleParameter[] {
  return [...parameters].flatMap(([module, values]) =>
    [...values].map(([name, value]) => ({
      module,
      name,
      value,
      source: parameterPath(module, name),
      state: 'effective',
    })),
  );
}

/** The kernel waits for whoever has a VF on vfio-pci open: ETIMEDOUT. Undone by: makeVfs. */
export function removeVfs(world: World, found: SimFunction): number {
  const vfs = found.facts.virtualFunctions.flatMap((address) => world.functions.get(address) ?? []);
  const gone = hide(world, found.facts.virtualFunctions);
  if (gone < 0) return gone;
  setFacts(world, found, { virtualFunctions: [] });
  const left = new Set([...world.functions.values()].map(({ facts }) => facts.group));
  const empty = new Set(vfs.map(({ facts }) => facts.group).filter((group) => !left.has(group)));
  const groups = world.machine.groups.filter(({ number }) => !empty.has(number));
  world.machine = { ...world.machine, groups };
  return 0;
}

/** Undone by: removeVfs. */
function makeVfs(world: World, found: SimFunction, { count, probe }: { count: number; probe: Probe }): number {
  const { facts } = found;
  const vfPlaces = facts.vfPlaces ?? { offset: 1, stride: 1, device: facts.device };
  const pf = { ...facts, driver: found.driver, vfPlaces: { ...vfPlaces, device: vfPlaces.device ?? facts.device } };
  const functions = [...world.functions.values()].map((one) => one.facts);
  const added = predictVfs(pf, count, { functions, groups: world.machine.groups });
  if (added === null || firstTaken(added.functions, functions) !== null) return FAIL.ENOMEM;
  world.machine = { ...world.machine, groups: [...world.machine.groups, ...added.groups] };
  setFacts(world, found, { virtualFunctions: added.functions.map((vf) => vf.address) });
  show(world, added.functions, probe);
  return 0;
}

function setFacts(world: World, found: SimFunction, change: Partial<PciFunction>): void {
  const { address } = found.facts;
  const current = world.functions.get(address) ?? found;
  world.functions.set(address, { ...current, facts: { ...current.facts, ...change } });
}

/** Source: lib/kstrtox.c kstrtou16 with base 0. */
function parseU16(text: string): number | null {
  const isNumber = /^\+?(0x[0-9a-f]{1,8}|0[0-7]{0,8}|[1-9][0-9]{0,8})$/i.test(text);
  if (!isNumber) return null;
  const digits = text.replace('+', '');
  const value = /^0[0-7]/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return value > MAX_U16 ? null : value;
}
