/**
 * VFs before they are made: what their PF tells about them. A plan relies on it, and apply looks again when they are there; the
 * simulator makes them so.
 */

import type { Host, IommuGroup, PciFunction } from '../model/host.ts';
import type { Spec } from '../model/spec.ts';
import { vfAddress } from './sriov.ts';
import { VFIO_PCI } from './vfio-drivers.ts';

type Machine = Pick<Host, 'functions' | 'groups'>;

/**
 * The machine as it will be when every PF of the spec has its VFs; a PF that has them already, or does not tell where they will be,
 * stays as it is.
 */
export function withDeclaredVfs(host: Host, spec: Pick<Spec, 'physicalFunctions'>): Host {
  return spec.physicalFunctions.reduce((machine, { address, virtualFunctions }) => {
    const pf = machine.functions.find((fn) => fn.address === address);
    if (pf === undefined || pf.virtualFunctions.length === virtualFunctions) return machine;
    return withVfs(machine, pf, virtualFunctions);
  }, host);
}

function withVfs(host: Host, pf: PciFunction, count: number): Host {
  const old = new Set(pf.virtualFunctions);
  const others = host.functions.filter(({ address }) => !old.has(address));
  const added = predictVfs({ ...pf, virtualFunctions: [] }, count, { functions: others, groups: host.groups });
  const taken = new Set(others.map(({ address }) => address));
  if (added === null || added.functions.some(({ address }) => taken.has(address))) return host;
  const made: PciFunction = { ...pf, virtualFunctions: added.functions.map(({ address }) => address) };
  const functions = [...others.map((fn) => (fn === pf ? made : fn)), ...added.functions];
  return {
    ...host,
    functions: functions.sort((a, b) => (a.address < b.address ? -1 : 1)),
    groups: [...host.groups, ...added.groups].sort((a, b) => a.number - b.number),
  };
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
