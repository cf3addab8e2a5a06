/**
 * VFs before they are made: what their PF tells about them. A plan relies on it, and apply looks again when they are there; the
 * simulator makes them so.
 */

import type { Bdf } from '../model/bdf.ts';
import type { Host, IommuGroup, PciFunction } from '../model/host.ts';
import type { MadeVfs } from '../model/live.ts';
import type { Spec } from '../model/spec.ts';
import { vfAddress } from './sriov.ts';
import { VFIO_PCI } from './vfio-drivers.ts';

type Machine = Pick<Host, 'functions' | 'groups'>;

/**
 * The machine as it will be when every PF of the spec has its VFs; a PF that has them already, or does not tell where they will be,
 * stays as it is.
 */
export function withDeclaredVfs(host: Host, spec: Pick<Spec, 'physicalFunctions'>): Host {
  return declaredVfs(host, spec).host;
}

/** A VF that cannot be made, since there is another function, or will be, at its address. */
export interface TakenPlace {
  readonly vf: PciFunction;
  /** From 0. */
  readonly index: number;
  readonly by: PciFunction;
}

/** By PF: the first of its VFs whose place is taken. Such a PF makes none. */
export function takenPlaces(host: Host, spec: Pick<Spec, 'physicalFunctions'>): ReadonlyMap<Bdf, TakenPlace> {
  return declaredVfs(host, spec).taken;
}

interface DeclaredVfs {
  readonly host: Host;
  readonly taken: ReadonlyMap<Bdf, TakenPlace>;
}

/** In the order of the spec: a later PF meets the VFs of an earlier one. */
function declaredVfs(host: Host, spec: Pick<Spec, 'physicalFunctions'>): DeclaredVfs {
  const taken = new Map<Bdf, TakenPlace>();
  let machine = host;
  for (const { address, virtualFunctions } of spec.physicalFunctions) {
    const pf = machine.functions.find((fn) => fn.address === address);
    if (pf === undefined || pf.virtualFunctions.length === virtualFunctions) continue;
    const made = withVfs(machine, pf, virtualFunctions);
    if ('by' in made) taken.set(address, made);
    else machine = made;
  }
  return { host: machine, taken };
}

/**
 * VFs that the plan removes: pasidctl made them, and the spec does not declare them on their PF, or declares another number. VFs
 * whose number somebody else has changed are theirs, and stay.
 */
export function vfsThatGo(
  { functions }: Pick<Host, 'functions'>,
  { physicalFunctions }: Pick<Spec, 'physicalFunctions'>,
  madeVfs: readonly MadeVfs[],
): ReadonlySet<Bdf> {
  const wanted = new Map(physicalFunctions.map(({ address, virtualFunctions }) => [address, virtualFunctions]));
  const going = new Map(
    madeVfs.filter((made) => wanted.get(made.address) !== made.count).map((made) => [made.address, made.count]),
  );
  return new Set(
    functions
      .filter(({ address, virtualFunctions }) => going.get(address) === virtualFunctions.length)
      .flatMap(({ virtualFunctions }) => virtualFunctions),
  );
}

function withVfs(host: Host, pf: PciFunction, count: number): Host | TakenPlace {
  const old = new Set(pf.virtualFunctions);
  const others = host.functions.filter(({ address }) => !old.has(address));
  const added = predictVfs({ ...pf, virtualFunctions: [] }, count, { functions: others, groups: host.groups });
  if (added === null) return host;
  const taken = firstTaken(added.functions, others);
  if (taken !== null) return taken;
  const made: PciFunction = { ...pf, virtualFunctions: added.functions.map(({ address }) => address) };
  const functions = [...others.map((fn) => (fn === pf ? made : fn)), ...added.functions];
  return {
    ...host,
    functions: functions.sort((a, b) => (a.address < b.address ? -1 : 1)),
    groups: [...host.groups, ...added.groups].sort((a, b) => a.number - b.number),
  };
}

/** Of the VFs of a PF, from 0; `null` when each has a place of its own. */
export function firstTaken(vfs: readonly PciFunction[], others: readonly PciFunction[]): TakenPlace | null {
  const there = new Map(others.map((fn) => [fn.address, fn]));
  for (const [index, vf] of vfs.entries()) {
    const by = there.get(vf.address);
    if (by !== undefined) return { vf, index, by };
  }
  return null;
}

/** The functions and groups that VFs 0 to `count` − 1 add; `null` when the PF does not tell where they are, or which device they are. */
export function predictVfs(pf: PciFunction, count: number, machine: Machine): Machine | null {
  const groupOf = groupsOfVfs(pf, machine);
  const like = machine.groups.find(({ number }) => number === pf.group);
  const added: { functions: PciFunction[]; groups: IommuGroup[] } = { functions: [], groups: [] };
  for (let index = 0; index < count; index++) {
    const group = groupOf(index);
    const vf = predictVf(pf, index, group);
    if (vf === null) return null;
    added.functions.push(vf);
    // Nothing is known of the new group when nothing was read of that of the PF.
    if (group !== null && group !== pf.group && like !== undefined) added.groups.push({ ...like, number: group });
  }
  return added;
}

/**
 * VFs use PASID, ATS and PRI of their PF, are behind its unit, and can all be reset by FLR (PCIe r6 §9.2.2.2). Ids and class are
 * those of the PF but for the device id.
 */
function predictVf(pf: PciFunction, index: number, group: number | null): PciFunction | null {
  const address = vfAddress(pf, index);
  const device = pf.vfPlaces?.device ?? null;
  if (address === null || device === null) return null;
  return {
    ...pf,
    ...{ address, device, physicalFunction: pf.address, virtualFunctions: [], totalVfs: 0, vfPlaces: null },
    ...{ driver: null, vfioDevice: null, vfioLacks: null, uses: [], enabled: [], resetMethods: ['flr'] },
    // Source: vfio/pci/vfio_pci_core.c vfio_pci_bus_notifier (7.3).
    driverOverride: pf.driver === VFIO_PCI ? VFIO_PCI : null,
    group,
    express: expressOf(pf.express),
  };
}

/**
 * A PF that is alone in its group has a way to the root on which every port keeps its functions apart, and its VFs take the same
 * way: each is alone in a group of its own. Otherwise they are in the group of the PF. Source: drivers/iommu/iommu.c
 * pci_device_group (7.3).
 */
function groupsOfVfs(pf: PciFunction, { functions, groups }: Machine): (index: number) => number | null {
  const { group } = pf;
  if (group === null) return () => null;
  const isOther = (fn: PciFunction): boolean =>
    fn.group === group && fn.address !== pf.address && fn.physicalFunction !== pf.address;
  if (functions.some(isOther)) return () => group;
  const numbers = [...functions.map((fn) => fn.group ?? -1), ...groups.map(({ number }) => number)];
  const last = numbers.reduce((highest, number) => Math.max(highest, number), group);
  return (index) => last + 1 + index;
}

function expressOf(express: PciFunction['express']): PciFunction['express'] {
  return express === null || express === 'unknown' ? express : { ...express, multiFunction: false, acs: null };
}
