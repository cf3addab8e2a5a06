/**
 * VMD: a controller that hides functions, mostly NVMe disks, in a PCI segment of its own.
 * Source: drivers/pci/controller/vmd.c; drivers/pci/search.c pci_real_dma_dev (7.3).
 */

import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import { type Bdf, splitBdf } from '../model/bdf.ts';
import { groupBy } from '../model/group-by.ts';
import type { PciFunction } from '../model/host.ts';
import { useText } from '../model/use-text.ts';
import { count } from '../text/amounts.ts';
import { PCI_DEVICES, pciFolder } from '../text/pci-folder.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, listed } from './context.ts';

/** Segments of VMD controllers begin here, above those that firmware can number. Source: vmd_find_free_domain. */
const FIRST_VMD_SEGMENT = 0x1_0000;

export function* vmdChild(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    if (fn.vmd === null && splitBdf(fn.address).segment < FIRST_VMD_SEGMENT) continue;
    const controller = fn.vmd === null ? 'a VMD controller, which cannot be seen' : `the VMD controller ${fn.vmd}`;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_VMD_CHILD',
      message: `${device.name}: ${fn.address} is below ${controller}, and reaches the IOMMU by the requester id of the controller.`,
      at: { origin: device.origin, key: 'address' },
      evidence: [{ source: pciFolder(fn.address), value: fn.vmd === null ? fn.address : `below ${fn.vmd}` }],
    });
  }
}

/** Taking the controller from its driver removes all that is below it, whoever uses it. */
export function* vmdChildrenVanish(context: Context): Iterable<Problem> {
  const below = groupBy(context.host.functions, ({ vmd }) => vmd);
  for (const assigned of context.assigned) {
    const children = below.get(assigned.fn.address) ?? [];
    if (children.length === 0 || assigned.fn.driver === VFIO_PCI) continue;
    const used = children.filter(({ uses }) => uses.length > 0);
    yield used.length > 0 ? inUse(context, assigned, used) : vanish(context, assigned, children);
  }
}

/** The devices of the spec, which leave their drivers before they are bound, and what vanishes with those that are controllers. */
export function leavingDrivers({ spec, host }: Context): ReadonlySet<Bdf> {
  const taken = new Set(spec.devices.map(({ address }) => address));
  const below = host.functions.filter(({ vmd }) => vmd !== null && taken.has(vmd));
  return new Set([...taken, ...below.map(({ address }) => address)]);
}

function inUse(context: Context, { device, fn }: Assigned, used: readonly PciFunction[]): Problem {
  const words = used.map(({ address, uses }) => `${address}: ${listed(uses.map(useText))}`);
  return problem(context, {
    devices: [device.name],
    code: 'HOST_VMD_IN_USE',
    message: `${device.name}: ${fn.address} is a VMD controller, and the host uses what is below it (${listed(words)}).`,
    at: { origin: device.origin, key: 'address' },
    evidence: used.map(({ address, uses }) => ({ source: pciFolder(address), value: listed(uses.map(useText)) })),
    confirm: `ls ${segmentsOf(used)}`,
  });
}

function vanish(context: Context, { device, fn }: Assigned, children: readonly PciFunction[]): Problem {
  const words = children.map(({ address, driver }) => `${address} (${driver ?? 'no driver'})`);
  return problem(context, {
    devices: [device.name],
    code: 'HOST_VMD_CHILDREN_VANISH',
    message: `${device.name}: ${fn.address} is a VMD controller; taking it removes the ${count(children.length, 'function')} below it: ${listed(words)}.`,
    at: { origin: device.origin, key: 'address' },
    evidence: children.map(({ address, driver }) => ({
      source: `${pciFolder(address)}/driver`,
      value: driver ?? 'none',
    })),
    confirm: `ls ${segmentsOf(children)}`,
  });
}

/** A pattern that lists everything in the segments of these functions. */
function segmentsOf(functions: readonly PciFunction[]): string {
  const segments = new Set(functions.map(({ address }) => address.slice(0, address.indexOf(':'))));
  return [...segments].map((segment) => `-d ${PCI_DEVICES}/${segment}:*`).join(' ');
}
