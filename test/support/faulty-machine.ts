/** Machines for the specs of arbitrary-spec.ts: a sound one, and what may be wrong with it, one fact at a time. */

import fc from 'fast-check';
import { known } from '../../src/assert.ts';
import { parameterPath } from '../../src/linux/module-parameters.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import type { Host, IommuUnit, PciCapabilities, PciFunction } from '../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { CAP, ECAP } from '../../src/vtd/capability.ts';
import { PLAIN_HOST } from './arbitrary-spec.ts';
import { uses } from './uses.ts';

const [UNIT] = SAMPLE_MACHINE.units;
const ACCELERATOR = SAMPLE_MACHINE.functions.find(({ device }) => device === 0x0b25);
const MSI = SAMPLE_MACHINE.groups[0]?.regions ?? [];
if (UNIT === undefined || ACCELERATOR === undefined) throw new Error('the sample machine has a unit and a DSA');

/** DSA of Granite Rapids D, which is not on vfio-pci's denylist. */
const NOT_LISTED = 0x11fb;
const MIB = 1n << 20n;

/** All that the specs ask for is there, and is on. */
export const SOUND: Host = {
  ...SAMPLE_MACHINE,
  units: ['dmar0', 'dmar1'].map((name) => ({ ...UNIT, name })),
  functions: PLAIN_HOST.functions.map(({ address, unit, group, driver }) => ({
    ...ACCELERATOR,
    ...{ address, unit, group, driver, device: NOT_LISTED },
  })),
  groups: PLAIN_HOST.functions.map((_, number) => ({ number, type: 'DMA', regions: MSI, others: [] })),
};

/** One change, to the function of that index, to its unit, or to the machine. */
export type Fault = (host: Host, index: number) => Host;

function toFunction(change: (fn: PciFunction) => Partial<PciFunction>): Fault {
  return (host, index) => ({
    ...host,
    functions: host.functions.map((fn, at) => (at === index ? { ...fn, ...change(fn) } : fn)),
  });
}

function toCapabilities(changes: (known: PciCapabilities) => Partial<PciCapabilities>): Fault {
  return toFunction(({ capabilities }) =>
    capabilities === 'unknown' ? {} : { capabilities: { ...capabilities, ...changes(capabilities) } },
  );
}

function toUnit(change: (unit: IommuUnit) => Partial<IommuUnit>): Fault {
  return (host, index) => ({
    ...host,
    units: host.units.map((unit) => (unit.name === `dmar${index % 2}` ? { ...unit, ...change(unit) } : unit)),
  });
}

type Field<T extends { readonly decode: (words: bigint[]) => object }> = keyof ReturnType<T['decode']>;

function ecap(...fields: readonly Field<typeof ECAP>[]): Fault {
  return toUnit((unit) => {
    const lacking = Object.fromEntries(fields.map((field) => [field, 0n]));
    const [value = 0n] = ECAP.encode({ ...ECAP.decode([unit.ecap]), ...lacking });
    return { ecap: value };
  });
}

function cap(changes: Partial<Record<Field<typeof CAP>, bigint>>): Fault {
  return toUnit((unit) => {
    const [value = 0n] = CAP.encode({ ...CAP.decode([unit.cap]), ...changes });
    return { cap: value };
  });
}

/** Another function in the group of this one, on that driver. */
function neighbour(driver: string | null, changes: Partial<PciFunction> = {}): Fault {
  return (host, index) => {
    const beside = host.functions[index];
    if (beside === undefined) return host;
    const address = known(parseBdf(`${beside.address.slice(0, -1)}7`), 'the last function');
    const other = { ...beside, address, driver, classCode: 0x02_0000, device: 0x1592, ...changes };
    const functions = [...host.functions, other].sort((a, b) => (a.address < b.address ? -1 : 1));
    return { ...host, functions };
  };
}

function region(first: bigint, last: bigint, type: string): Fault {
  return (host, index) => ({
    ...host,
    groups: host.groups.map((group) =>
      group.number === index ? { ...group, regions: [{ first, last, type }, ...MSI] } : group,
    ),
  });
}

function command(words: string): Fault {
  return (host) => ({ ...host, kernel: { ...host.kernel, commandLine: `root=/dev/sda2 ro ${words}` } });
}

function held(through: 'device' | 'group'): Fault {
  return (host, index) => {
    const fn = host.functions[index];
    if (fn === undefined) return host;
    const onVfio = toFunction(() => ({ driver: 'vfio-pci', driverOverride: 'vfio-pci', vfioDevice: 'vfio0' }))(
      host,
      index,
    );
    const holder = { address: fn.address, through, pid: 4242, command: 'qemu-system-x86' };
    return { ...onVfio, modules: [...host.modules, 'vfio_pci', 'vfio_pci_core'], holders: [holder] };
  };
}

function mounted(changes: Partial<Host['mounts'][number]>): Fault {
  return (host) => ({
    ...host,
    mounts: host.mounts.map((mount) => (mount.mountPoint === '/dev/shm' ? { ...mount, ...changes } : mount)),
  });
}

function limited(changes: Partial<NonNullable<Host['process']>>): Fault {
  return (host) => ({ ...host, process: host.process === null ? null : { ...host.process, ...changes } });
}

const NARROW: PciCapabilities = {
  pasid: { widthBits: 4, exec: false, privileged: true, enabled: true },
  ats: { queueDepth: 32, enabled: true },
  pri: null,
};

/** What may be wrong. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'PASID Enable is 0': toCapabilities(({ pasid }) => ({ pasid: pasid === null ? null : { ...pasid, enabled: false } })),
  'no PASID capability': toCapabilities(() => ({ pasid: null })),
  'narrow PASIDs': toCapabilities(({ pasid }) => ({ pasid: pasid === null ? null : { ...pasid, widthBits: 4 } })),
  'no ATS': toCapabilities(() => ({ ats: null, pri: null })),
  'ATS is off': toCapabilities(({ ats, pri }) => ({
    ats: ats === null ? null : { ...ats, enabled: false },
    pri: pri === null ? null : { ...pri, enabled: false },
  })),
  'not readable': toFunction(() => ({ capabilities: 'unknown', express: 'unknown' })),
  'a bridge': toFunction(() => ({ classCode: 0x06_0400, driver: 'pcieport' })),
  'not translated': toFunction(() => ({ unit: null, group: null })),
  'does not answer': toFunction(() => ({ answers: false, capabilities: 'unknown', express: 'unknown' })),
  'on the denylist': toFunction(() => ({ device: 0x0b25 })),
  'in use': toFunction(() => ({ uses: uses('network eth0') })),
  'held by the device': held('device'),
  'held by the group': held('group'),
  'no unit': (host) => ({
    ...host,
    units: [],
    functions: host.functions.map((fn) => ({ ...fn, unit: null, group: null })),
    groups: [],
  }),
  'no iommufd': (host) => ({ ...host, iommufd: false, modules: ['vfio', 'vfio_pci', 'vfio_pci_core'] }),
  'legacy mode': (host) => ({
    ...command('intel_iommu=on,sm_off')(host, 0),
    functions: host.functions.map((fn, index) => FAULTS['PASID Enable is 0']?.(host, index).functions.at(index) ?? fn),
  }),
  'no scalable mode': ecap('SMTS'),
  'no nesting': ecap('NEST'),
  'no second stage': ecap('SSTS'),
  'no first stage': ecap('FSTS'),
  'no PASIDs of the unit': ecap('PASID'),
  'no supervisor requests': ecap('SRS'),
  'no extended accessed flag': ecap('EAFS'),
  'no device TLBs': ecap('DT'),
  'four levels': cap({ FS5LP: 0n }),
  'no 1 GiB pages': cap({ FS1GP: 0n }),
  'narrow guest addresses': cap({ MGAW: 38n, SAGAW: 0b10n }),
  'few domain ids': toUnit(() => ({ domainsSupported: 4, domainsUsed: 1 })),
  'another kind of unit': toUnit(() => ({ version: null, cap: 0n, ecap: 0n })),
  'a neighbour on a driver': neighbour('ice'),
  'a neighbour on shpchp': neighbour('shpchp', { classCode: 0x06_0400 }),
  'a narrow neighbour': neighbour(null, { capabilities: NARROW }),
  'narrow in the group of another': (host, index) =>
    toFunction(() => ({ group: (index + 2) % 4, capabilities: NARROW }))(host, index),
  'in the group of another': (host, index) => toFunction(() => ({ group: (index + 2) % 4 }))(host, index),
  'a direct region': region(0x7b00_0000n, 0x7b7f_ffffn, 'direct'),
  'a region over guest memory': region(0x100_0000n, 0x100_0fffn, 'reserved'),
  'no interrupt remapping': (host) => ({
    ...command('intel_iommu=on,sm_on intremap=off')(host, 0),
    interruptChips: ['PCI-MSI'],
  }),
  'no vfio cdevs': (host) => ({
    ...host,
    kernel: { ...host.kernel, config: { ...host.kernel.config, CONFIG_VFIO_DEVICE_CDEV: 'n' } },
  }),
  'no access to iommufd': limited({ mayOpenIommufd: false }),
  'no vfio-pci': (host) => ({
    ...host,
    kernel: { ...host.kernel, config: { ...host.kernel.config, CONFIG_VFIO_PCI: 'n' } },
  }),
  'memory on a disk': mounted({ type: 'ext4' }),
  'memory without room': mounted({ freeBytes: MIB / 2n }),
  'a low memlock limit': limited({ uid: 1000, mayLock: false, memlockBytes: 65_536n }),
  'an old kernel': (host) => ({ ...host, kernel: { ...host.kernel, release: '6.12.31' } }),
};

/** What looks wrong, and is not. */
export const HARMLESS: Readonly<Record<string, Fault>> = {
  'a neighbour on a port driver': neighbour('pcieport', { classCode: 0x06_0400 }),
  'a neighbour without driver': neighbour(null),
  'a region that may be given up': region(0x7b00_0000n, 0x7b7f_ffffn, 'direct-relaxable'),
  'a region beside guest memory': region(0x7b00_0000n, 0x7b7f_ffffn, 'reserved'),
  'no word of scalable mode': command('intel_iommu=on'),
  'unsafe interrupts are allowed': (host) => ({
    ...host,
    interruptChips: ['PCI-MSI'],
    parameters: host.parameters.map((one) => (one.name === 'allow_unsafe_interrupts' ? { ...one, value: 'Y' } : one)),
  }),
  'enabled and idle': toFunction(() => ({ enabled: uses('queue wq0.0 (user, dedicated)') })),
  'an ISA bridge, whose header is that of an endpoint': toFunction(() => ({ classCode: 0x06_0100, driver: null })),
  'nothing resets it': toFunction(() => ({ resetMethods: [] })),
};

/** The name of a change, and the index of the function that it is about. */
export type NamedFault = readonly [name: string, index: number];

/** None, one or two changes: two, since one may hide the other. */
export function namedFaults(names: readonly string[]): fc.Arbitrary<readonly NamedFault[]> {
  const one = fc.tuple(fc.constantFrom(...names), fc.nat(3));
  return fc.uniqueArray(one, { maxLength: 2, selector: ([name]) => name });
}

/** The sound machine with these changes. */
export function machineWith(faults: readonly NamedFault[]): Host {
  const all = { ...FAULTS, ...HARMLESS };
  return shown(faults.reduce((host, [name, index]) => known(all[name], name)(host, index), SOUND));
}

/** A loaded module shows its parameters. */
function shown(host: Host): Host {
  const parameters = host.parameters.map((one) =>
    host.modules.includes(one.module)
      ? ({ ...one, state: 'effective', source: parameterPath(one.module, one.name) } as const)
      : one,
  );
  return { ...host, parameters };
}
