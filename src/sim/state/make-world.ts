/** A world made from the facts of a machine. */

import { VFIO_PCI } from '../../linux/vfio-drivers.ts';
import type { Host, MachineFacts, PciFunction } from '../../model/host.ts';
import { newInode } from './inodes.ts';
import { beginning, mountsOrUsual, roomOf } from './memory-room.ts';
import { freeVfioName } from './vfio-nodes.ts';
import { emptyTables, type ParameterValues, type SimFunction, type World } from './world.ts';

export interface WorldOptions {
  /** The kernel has CONFIG_IOMMUFD_TEST: mock devices can be made. */
  readonly selftest?: boolean;
  /** The kernel has CONFIG_TRANSPARENT_HUGEPAGE, as distributions' kernels have: the default. */
  readonly transparentHugePages?: boolean;
}

export function makeWorld(host: Host, { selftest = false, transparentHugePages = true }: WorldOptions = {}): World {
  const iommufd = host.iommufd && !host.modules.includes('iommufd') ? ['iommufd'] : [];
  const machine = { ...factsOf(host), mounts: mountsOrUsual(host) };
  const world: World = {
    ...emptyTables(),
    selftest,
    transparentHugePages,
    kernel: host.kernel,
    machine,
    room: roomOf(host, machine.mounts),
    units: host.units,
    functions: new Map(host.functions.map((facts) => [facts.address, simFunction(facts)])),
    holders: host.holders,
    modules: [...host.modules, ...iommufd],
  };
  for (const module of world.modules) world.parameters.set(module, inEffect(host, module));
  for (const found of world.functions.values()) {
    if (found.facts.vfioLacks === 'cdev') found.vfioDevice = freeVfioName(world);
  }
  for (const { path, sizeBytes, allocatedBytes } of host.files) {
    world.paths.set(path, newInode(world, path, { sizeBytes, populated: beginning(allocatedBytes ?? sizeBytes) }));
  }
  return world;
}

function factsOf(host: Host): MachineFacts {
  const { firmware, parameters, modprobe, interruptChips, groups, mounts, memory, unreadProcesses, process } = host;
  return { firmware, parameters, modprobe, interruptChips, groups, mounts, memory, unreadProcesses, process };
}

function inEffect({ parameters }: Host, module: string): ParameterValues {
  const own = parameters.filter((one) => one.module === module && one.state === 'effective');
  return new Map(own.map(({ name, value }) => [name, value]));
}

function simFunction(facts: PciFunction): SimFunction {
  const { driver, driverOverride, vfioDevice } = facts;
  const nativeDriver = driver === VFIO_PCI ? null : driver;
  return { facts, nativeDriver, driver, driverOverride, vfioDevice, usesEnded: false, resetting: false };
}
