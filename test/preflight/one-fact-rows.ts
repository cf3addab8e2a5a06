/**
 * One fact of a sound machine is changed, and one check speaks. The machine and the spec are those of world.ts; `base` is what the
 * spec asks for besides, while the machine is still sound.
 *
 * A new check, a new code, and a new fact need a row: one-fact.test.ts asks for it.
 */

import type { CheckId } from '../../src/diagnostics/check-ids.ts';
import type { Code } from '../../src/diagnostics/codes.ts';
import type {
  Host,
  HugePages,
  IommuGroup,
  KernelFacts,
  MachineMemory,
  MemoryFile,
  ModprobeOrder,
  ModuleParameter,
  MountedFileSystem,
  PciCapabilities,
  PciFunction,
  ProcessFacts,
  ReservedRegion,
} from '../../src/model/host.ts';
import type { PhysicalFunctionSpec } from '../../src/model/spec.ts';
import { uses } from '../support/uses.ts';
import {
  bdf,
  CAP_ALL,
  type Case,
  deviceSpec,
  type EcapField,
  ecapWithout,
  groupsOf,
  HOST,
  MEMORY,
  pciFunction,
  viommuSpec,
} from './world.ts';

export interface FactRow {
  readonly fact: string;
  readonly check: CheckId;
  readonly code: Code;
  readonly change: Case;
  readonly base?: Case;
  /** The fact cannot be read. */
  readonly unknown?: true;
}

/** Rows of one check. */
type Short = readonly [fact: string, code: Code, change: Case, more?: Pick<FactRow, 'base' | 'unknown'>];

const UNKNOWN = { unknown: true } as const;

function rows(check: CheckId, ...list: readonly Short[]): FactRow[] {
  return list.map(([fact, code, change, more = {}]) => ({ fact, check, code, change, ...more }));
}

const FN = pciFunction('0000:6a:01.0');
const CAPABILITIES = FN.capabilities === 'unknown' ? null : FN.capabilities;

/** The first device with other capabilities. */
function able(changes: Partial<PciCapabilities>): Case {
  return { fn: { capabilities: { pasid: null, ats: null, pri: null, ...CAPABILITIES, ...changes } } };
}

/** The PASID capability of the first device with another of its fields. */
function pasid(changes: Partial<NonNullable<PciCapabilities['pasid']>>): Case {
  return able({ pasid: { widthBits: 20, exec: false, privileged: true, enabled: true, ...changes } });
}

/** Both devices with these capabilities. */
function both(capabilities: PciCapabilities): Partial<Host> {
  return { functions: HOST.functions.map((one) => ({ ...one, capabilities })) };
}

function kernel(changes: Partial<KernelFacts>): Case {
  return { host: { kernel: { ...HOST.kernel, ...changes } } };
}

/** The machine before vfio-pci is loaded, which would be without its denylist. */
function unloaded(changes: Partial<Host> = {}): Case {
  return host({ modules: ['iommufd'], parameters: denylist('1', 'configured'), ...changes });
}

const UNLOADED = { base: unloaded() } as const;

function order(command: ModprobeOrder['command'], text: string): ModprobeOrder {
  return { module: 'vfio_pci', command, text, source: '/etc/modprobe.d/vfio.conf:3' };
}

function host(changes: Partial<Host>): Case {
  return { host: changes };
}

function fn(changes: Partial<PciFunction>): Case {
  return { fn: changes };
}

function denylist(value: string, state: ModuleParameter['state']): readonly ModuleParameter[] {
  return HOST.parameters.map((one) => (one.module === 'vfio_pci' ? { ...one, value, state } : one));
}

const without = (...fields: readonly EcapField[]): Case => ({ unit: { ecap: ecapWithout(...fields) } });
/** Guest memory without a first stage, which a unit in legacy mode can map. */
const PLAIN: Case = { spec: { bindings: [] }, viommu: { firstStage: false, pasidBits: 0, svm: false } };
const TWO_GUESTS: Case = {
  spec: {
    viommus: [
      viommuSpec({ devices: ['dsa0'] }),
      viommuSpec({ name: 'guest1', devices: ['dsa1'], memory: [], origin: { document: 0, path: ['viommus', 1] } }),
    ],
  },
};
const PF = pciFunction('0000:6a:00.0', {
  ...{ driver: '4xxx', group: 77, totalVfs: 16, vfPlaces: { offset: 8, stride: 1, device: 0x0b25 } },
});
const DISK = pciFunction('10000:01:00.0', { classCode: 0x01_0802, driver: 'nvme', group: 78 });
const MOUNTED: PciFunction = { ...DISK, uses: uses('disk nvme1n1 mounted at /srv') };
const HOLDER = { address: bdf('0000:6a:01.0'), through: 'device', pid: 4711, command: 'qemu' } as const;
const STRAY = {
  device: 'old',
  address: bdf('0000:7a:01.0'),
  formerDriver: 'idxd',
  formerOverride: null,
  release: 'restore',
} as const;
const SHM: MountedFileSystem = {
  mountPoint: '/dev/shm',
  type: 'tmpfs',
  readOnly: false,
  pageBytes: null,
  limitBytes: null,
  freeBytes: 0x4000_0000n,
};
const FILE: MemoryFile = { path: MEMORY.file, sizeBytes: 0x200_0000n, allocatedBytes: 0x200_0000n };
const HUGE_MOUNT: MountedFileSystem = {
  mountPoint: '/huge',
  type: 'hugetlbfs',
  readOnly: false,
  pageBytes: 1n << 21n,
  limitBytes: null,
  freeBytes: null,
};
const MEMORY_OF_HOST: MachineMemory = { totalBytes: 1n << 32n, availableBytes: 1n << 31n, hugePages: [] };
const pool = (free: number): HugePages => ({ pageBytes: 1n << 21n, total: 16, free, growth: 0 });
/** Guest memory of 16 huge pages, which are there. */
const HUGE: Case = {
  viommu: { memory: [{ ...MEMORY, file: '/huge/guest0', create: true }] },
  host: { mounts: [HUGE_MOUNT], memory: { ...MEMORY_OF_HOST, hugePages: [pool(16)] } },
};
const may = (changes: Partial<ProcessFacts>): Case => ({
  host: {
    process: {
      uid: 0,
      inFirstNamespace: true,
      mayLock: true,
      mayReadConfig: true,
      memlockBytes: 0x80_0000n,
      mayOpenIommufd: true,
      ...changes,
    },
  },
});
const CREATED: Case = { viommu: { memory: [{ ...MEMORY, create: true }] }, host: { files: [] } };

const ABLE_TO_REMAP: Case = { unit: { ecap: ecapWithout() | 8n } };
const REMAPPING_UNREAD = host({ interruptChips: null });

/** Whether iommufd allows interrupts that are not isolated. */
function unsafe(value: string): Case {
  return host({ parameters: HOST.parameters.map((one) => (one.module === 'iommufd' ? { ...one, value } : one)) });
}
const REMAPPING_OFF_ALLOWED = host({ ...unsafe('Y').host, interruptChips: ['PCI-MSI'] });

/** A region of all groups, besides the interrupt window. */
function region(one: ReservedRegion, changes: Partial<ReservedRegion> = {}): Case {
  return host({ groups: groupsOf(HOST.functions, [{ ...one, ...changes }]) });
}
const RELAXED: ReservedRegion = { first: 0x8000_0000n, last: 0x80ff_ffffn, type: 'direct-relaxable' };
/** Guest memory is 0 to 32 MiB. */
const ABOVE: ReservedRegion = { first: 0x200_0000n, last: 0x2ff_ffffn, type: 'reserved' };
const BELOW: ReservedRegion = { first: 0n, last: 0xff_ffffn, type: 'reserved' };
const BELOW_MEMORY: Case = { ...region(BELOW), viommu: { memory: [{ ...MEMORY, guestAddress: 0x100_0000n }] } };
/** Guest memory in the upper half of 48 bits, without first stages, on a unit that has none either. */
const HIGH_MEMORY: Case = {
  spec: { bindings: [] },
  viommu: { firstStage: false, svm: false, memory: [{ ...MEMORY, guestAddress: 1n << 56n }], addressWidth: 57 },
  unit: { ecap: ecapWithout('FSTS') },
};
const ON_VFIO: Case = { fn: { driver: 'vfio-pci', vfioDevice: 'vfio0' } };

function onVfio(one: PciFunction, index: number): PciFunction {
  return { ...one, driver: 'vfio-pci', vfioDevice: `vfio${index}` };
}
const MAKER: PhysicalFunctionSpec = {
  ...{ name: 'pf', address: PF.address, expect: { vendor: null, device: null }, virtualFunctions: 4 },
  origin: { document: 0, path: ['devices', 2] },
};
/** The same with its VFs on the next bus. */
const PF_AWAY: PciFunction = { ...PF, vfPlaces: { offset: 0x100, stride: 1, device: 0x0b25 } };
/** A PF that shall have VFs, and can. */
const MAKING: Case = { spec: { physicalFunctions: [MAKER] }, others: [PF_AWAY] };
/** Where VF 2 of the PF would be with an offset of two buses. */
const ELSEWHERE = pciFunction('0000:6c:00.2', { group: 79 });
/** The first device of the spec is one of them. */
const ON_VF: Case = {
  ...MAKING,
  viommu: { svm: false },
  host: { functions: [PF, ...HOST.functions.slice(1)], groups: groupsOf([PF, ...HOST.functions]) },
};
const made = (count: number): Partial<PciFunction> => ({
  virtualFunctions: [bdf('0000:6c:00.0'), bdf('0000:6c:00.1')].slice(0, count),
});
const ASKED = { vfioPci: { disableDenylist: true, origin: { document: 0, path: ['vfioPci'] } } };
const UNASKED = { vfioPci: { disableDenylist: false, origin: null } };
const ANY = { vendor: null, device: null } as const;
const OURS = { device: 'pf', address: PF.address, count: 2, addresses: [] };
const OF_OURS = { ...STRAY, address: bdf('0000:6c:00.0'), release: 'keep' } as const;
const NEIGHBOUR = pciFunction('0000:6a:1f.0', { driver: null, group: 1 });
/** Another function in the group of the first device. */
function beside(changes: Partial<PciCapabilities>): PciFunction {
  return { ...NEIGHBOUR, capabilities: { pasid: null, ats: null, pri: null, ...changes } };
}
const HIGH_PASID: Case = { binding: { first: 16, last: 16 } };

/** The groups of the machine with these members on other buses. */
function members(others: IommuGroup['others']): Case {
  return host({ groups: HOST.groups.map((group) => ({ ...group, others })) });
}

export const ROWS: readonly FactRow[] = [
  ...rows(
    'vfs-can-be-made',
    ['its driver makes none', 'HOST_PF_MAKES_NO_VFS', { others: [{ ...PF_AWAY, driver: 'idxd' }] }, { base: MAKING }],
    ['there can be fewer', 'HOST_TOO_MANY_VFS', { others: [{ ...PF_AWAY, totalVfs: 3 }] }, { base: MAKING }],
    [
      'a function is at the place of one',
      'HOST_VF_PLACE_TAKEN',
      { others: [{ ...PF_AWAY, vfPlaces: { offset: 0x200, stride: 1, device: 0x0b25 } }, ELSEWHERE] },
      { base: { ...MAKING, others: [PF_AWAY, ELSEWHERE] } },
    ],
    ['there are others', 'HOST_OTHER_VFS', { others: [{ ...PF_AWAY, ...made(2) }] }, { base: MAKING }],
    [
      'one of ours is held',
      'HOST_VFS_IN_USE',
      { live: { madeVfs: [OURS], handovers: [OF_OURS] } },
      { base: { ...MAKING, others: [{ ...PF_AWAY, ...made(2) }], live: { madeVfs: [OURS] } } },
    ],
    [
      'nothing tells where they will be',
      'HOST_VF_PLACES_UNKNOWN',
      { host: { ...ON_VF.host, functions: [{ ...PF, vfPlaces: null }, ...HOST.functions.slice(1)] } },
      { base: ON_VF },
    ],
  ),
  ...rows(
    'device-present',
    ['the function is not there', 'HOST_DEVICE_MISSING', host({ functions: HOST.functions.slice(1) })],
    [
      'it is a VF that is not there',
      'HOST_VF_NOT_MADE',
      host({ functions: [PF, ...HOST.functions.slice(1)] }),
      { base: { others: [PF] } },
    ],
  ),
  ...rows('vfs-stay', [
    'it is one of ours, and its PF is declared no more',
    'HOST_VFS_IN_USE',
    { spec: { physicalFunctions: [] } },
    {
      base: {
        ...{ spec: { physicalFunctions: [{ ...MAKER, virtualFunctions: 1 }] }, viommu: { svm: false } },
        ...{ fn: { physicalFunction: PF.address }, others: [{ ...PF, virtualFunctions: [FN.address] }] },
        live: { madeVfs: [{ ...OURS, count: 1 }] },
      },
    },
  ]),
  ...rows(
    'device-answers',
    ['its header is ones', 'HOST_DEVICE_NOT_ANSWERING', fn({ answers: false })],
    [
      'the header of its PF is ones',
      'HOST_DEVICE_NOT_ANSWERING',
      { others: [{ ...PF, answers: false }] },
      { base: { viommu: { svm: false }, fn: { physicalFunction: PF.address }, others: [PF] } },
    ],
    [
      'its header cannot be read',
      'HOST_DEVICE_ANSWER_UNKNOWN',
      fn({ answers: null }),
      { base: { ...PLAIN, fn: { capabilities: 'unknown' } }, unknown: true },
    ],
  ),
  ...rows(
    'device-identity',
    ['its device id is another', 'HOST_DEVICE_MISMATCH', fn({ device: 0x1592 })],
    ['its vendor is another', 'HOST_DEVICE_MISMATCH', fn({ vendor: 0x8087 })],
  ),
  ...rows('device-endpoint', ['its class is that of a bridge', 'HOST_DEVICE_IS_BRIDGE', fn({ classCode: 0x06_0400 })]),
  ...rows('vmd-child', ['it is below a VMD controller', 'HOST_VMD_CHILD', fn({ vmd: bdf('0000:d7:05.5') })]),
  ...rows(
    'iommu-present',
    ['there is no unit', 'HOST_IOMMU_OFF', host({ units: [] })],
    ['units are seen after a boot', 'HOST_UNITS_UNSEEN', host({ units: [], unitsUnseen: true }), UNKNOWN],
  ),
  ...rows('iommufd', ['there is no /dev/iommu', 'HOST_NO_IOMMUFD', host({ iommufd: false })]),
  ...rows(
    'kernel-release',
    ['the release is older', 'HOST_KERNEL_TOO_OLD', kernel({ release: '6.14.11' })],
    ['the release is none', 'HOST_RELEASE_UNKNOWN', kernel({ release: 'totally-bogus' }), UNKNOWN],
    ['the release was not read', 'HOST_RELEASE_UNKNOWN', kernel({ release: '' }), UNKNOWN],
    ['the release says little', 'HOST_KERNEL_UNSURE', kernel({ release: '6.12.0-55.el10.x86_64' })],
  ),
  ...rows(
    'device-translated',
    ['no unit translates it', 'HOST_DEVICE_NO_IOMMU', fn({ unit: null })],
    ['it is in no group', 'HOST_DEVICE_NO_IOMMU', fn({ group: null })],
  ),
  ...rows(
    'unit-vtd',
    ['the unit is of another kind', 'HOST_UNIT_NOT_VTD', { unit: { version: null } }],
    [
      'the unit is AMD’s',
      'HOST_AMD_NO_PASID',
      { unit: { version: null } },
      {
        base: {
          unit: { name: 'ivhd0' },
          host: { functions: HOST.functions.map((one) => ({ ...one, unit: 'ivhd0' })) },
        },
      },
    ],
  ),
  ...rows(
    'unit-registers',
    ...([0n, (1n << 64n) - 1n] as const).flatMap((value): Short[] => [
      [`CAP reads ${value === 0n ? 'as nothing' : 'ones'}`, 'HOST_UNIT_UNREAD', { unit: { cap: value } }, UNKNOWN],
      [`ECAP reads ${value === 0n ? 'as nothing' : 'ones'}`, 'HOST_UNIT_UNREAD', { unit: { ecap: value } }, UNKNOWN],
    ]),
  ),
  ...rows('scalable-capable', ['ECAP.SMTS', 'HOST_NO_SCALABLE_MODE', without('SMTS')]),
  ...rows(
    'unit-abilities',
    ['ECAP.NEST', 'HOST_NO_NESTING', without('NEST')],
    ['ECAP.SSTS', 'HOST_NO_SECOND_STAGE', without('SSTS')],
    ['ECAP.FSTS', 'HOST_NO_FIRST_STAGE', without('FSTS')],
    [
      'ECAP.FSTS of a unit without SSTS',
      'HOST_NO_STAGE',
      without('SSTS', 'FSTS'),
      { base: { ...PLAIN, unit: { ecap: ecapWithout('SSTS') } } },
    ],
    ['CAP.FS1GP', 'HOST_NO_1G_PAGES', { unit: { cap: CAP_ALL & ~(1n << 56n) } }],
    ['ECAP.PASID', 'HOST_UNIT_NO_PASID', without('PASID')],
    ['ECAP.PSS', 'HOST_PASID_BITS_TOO_WIDE', { unit: { ecap: (ecapWithout() & ~(0x1fn << 35n)) | (7n << 35n) } }],
    ['CAP.MGAW and SAGAW', 'HOST_ADDRESS_WIDTH', { unit: { cap: 0x80d2_008c_2226_0206n } }, { base: PLAIN }],
  ),
  ...rows(
    'first-stage-tables',
    [
      'CAP.FS5LP',
      'HOST_NO_5_LEVEL',
      { unit: { cap: CAP_ALL & ~(1n << 60n) } },
      { base: { stage: { addressWidth: 57 } } },
    ],
    ['ECAP.SRS', 'HOST_NO_SUPERVISOR', without('SRS'), { base: { stage: { supervisor: true } } }],
    ['ECAP.EAFS', 'HOST_NO_EXTENDED_ACCESS', without('EAFS'), { base: { stage: { extendedAccess: true } } }],
  ),
  ...rows(
    'domain-ids',
    ['few ids in all', 'HOST_DOMAINS_EXHAUSTED', { unit: { domainsSupported: 4 } }],
    ['many ids in use', 'HOST_DOMAINS_EXHAUSTED', { unit: { domainsUsed: 65_533 } }],
  ),
  ...rows(
    'interrupts-isolated',
    ['no chip is remapped', 'HOST_NO_INTERRUPT_REMAPPING', host({ interruptChips: ['IO-APIC', 'PCI-MSI'] })],
    ['no chip could be read', 'HOST_INTERRUPTS_UNKNOWN', REMAPPING_UNREAD, { base: ABLE_TO_REMAP, unknown: true }],
    ['iommufd allows no others', 'HOST_NO_INTERRUPT_REMAPPING', unsafe('N'), { base: REMAPPING_OFF_ALLOWED }],
    [
      'a child of VMD is in the group',
      'HOST_NO_INTERRUPT_REMAPPING',
      { others: [pciFunction('0000:6a:01.1', { driver: null, group: 1, vmd: bdf('0000:e0:05.5') })] },
    ],
  ),
  ...rows('pcie-path', [
    'a bridge above is conventional',
    'HOST_DEVICE_BEHIND_PCI_BRIDGE',
    fn({ bridge: { address: bdf('0000:00:1e.0'), kind: 'conventional' } }),
  ]),
  ...rows('capabilities-read', [
    'extended configuration space is not readable',
    'HOST_CAPABILITIES_UNKNOWN',
    fn({ capabilities: 'unknown' }),
    { unknown: true },
  ]),
  ...rows('pasid-capable', ['it has no PASID capability', 'HOST_DEVICE_NO_PASID', able({ pasid: null })]),
  ...rows('pasid-width', [
    'its PASIDs are narrower',
    'HOST_PASID_TOO_WIDE',
    pasid({ widthBits: 4 }),
    { base: { binding: { first: 16, last: 16 } } },
  ]),
  ...rows(
    'pasid-enabled',
    ['PASID Enable', 'HOST_PASID_OFF', pasid({ enabled: false })],
    ['PASID Enable was not recorded', 'HOST_SWITCHES_UNKNOWN', pasid({ enabled: null }), { unknown: true }],
    [
      'PASID Enable, and QEMU would attach',
      'HOST_PASID_OFF',
      pasid({ enabled: false }),
      { base: { spec: { bindings: [] }, viommu: { holder: 'qemu' } } },
    ],
  ),
  ...rows(
    'page-requests-on',
    ['ATS Enable', 'HOST_PAGE_REQUESTS_OFF', able({ ats: { queueDepth: 32, enabled: false } })],
    ['PRI Enable', 'HOST_PAGE_REQUESTS_OFF', able({ pri: { capacity: 512, enabled: false, responsePasid: true } })],
  ),
  ...rows(
    'page-requests',
    [
      'it is a VF',
      'HOST_NO_PAGE_REQUESTS',
      fn({ physicalFunction: bdf('0000:6a:00.0') }),
      { base: { others: [pciFunction('0000:6a:00.0', { group: 77 })] } },
    ],
    ['it has no ATS', 'HOST_NO_PAGE_REQUESTS', able({ ats: null })],
    ['it has no PRI', 'HOST_NO_PAGE_REQUESTS', able({ pri: null })],
    ['ECAP.DT', 'HOST_NO_PAGE_REQUESTS', without('DT')],
    ['ECAP.PRS', 'HOST_NO_PAGE_REQUESTS', without('PRS')],
    ['ECAP.PDS', 'HOST_NO_PAGE_REQUESTS', without('PDS')],
  ),
  ...rows(
    'group-viable',
    [
      'a neighbour is on a driver',
      'HOST_GROUP_NOT_VIABLE',
      { others: [pciFunction('0000:6a:01.1', { driver: 'ice', group: 1 })] },
    ],
    [
      'a platform device of the group is on a driver',
      'HOST_GROUP_NOT_VIABLE',
      members([{ name: 'INTC1234:00', driver: 'intel-lpss' }]),
      { base: members([{ name: 'INTC1234:00', driver: null }]) },
    ],
    ['members on other buses are not read', 'HOST_GROUP_MEMBERS_UNKNOWN', members(null), { unknown: true }],
  ),
  ...rows('group-free', [
    'a process has a neighbour open',
    'HOST_GROUP_OWNED',
    host({ holders: [{ ...HOLDER, address: bdf('0000:6a:01.1') }] }),
    { base: { others: [pciFunction('0000:6a:01.1', { driver: 'vfio-pci', group: 1 })] } },
  ]),
  ...rows(
    'group-regions',
    ['a region is direct', 'HOST_DIRECT_REGION', region(RELAXED, { type: 'direct' }), { base: region(RELAXED) }],
    ['regions are not read', 'HOST_REGIONS_UNKNOWN', host({ groups: [] }), { unknown: true }],
  ),
  ...rows('group-split', ['both devices are in one group', 'HOST_GROUP_SPLIT', fn({ group: 2 }), { base: TWO_GUESTS }]),
  ...rows(
    'group-pasid-width',
    [
      'another function of the group has narrower PASIDs',
      'HOST_GROUP_PASID_TOO_WIDE',
      { others: [beside({ pasid: { widthBits: 4, exec: false, privileged: true, enabled: true } })] },
      { base: { ...HIGH_PASID, others: [beside({})] } },
    ],
    [
      'another function of the group could not be read',
      'HOST_GROUP_PASIDS_UNKNOWN',
      { others: [{ ...NEIGHBOUR, capabilities: 'unknown' }] },
      { base: { ...HIGH_PASID, others: [beside({})] }, unknown: true },
    ],
  ),
  ...rows('group-pasids', ['both devices are in one group', 'HOST_GROUP_PASID_CONFLICT', fn({ group: 2 })]),
  ...rows('vfio-pci-built', [
    'vfio-pci is neither built nor loaded',
    'HOST_NO_VFIO_PCI',
    host({ modules: ['iommufd'] }),
    { base: kernel({ config: { ...HOST.kernel.config, CONFIG_VFIO_PCI: 'n' } }) },
  ]),
  ...rows(
    'vfio-pci-loads',
    [
      'modprobe.d has a command that does nothing',
      'HOST_VFIO_PCI_STOPPED',
      unloaded({ modprobe: [order('install', '/bin/true')] }),
      UNLOADED,
    ],
    ['the name leads nowhere', 'HOST_VFIO_PCI_STOPPED', unloaded({ modprobe: [order('alias', 'off')] }), UNLOADED],
    [
      'modprobe.d sets a value that is none',
      'HOST_VFIO_PCI_STOPPED',
      unloaded({ modprobe: [order('options', 'disable_denylist=maybe')] }),
      UNLOADED,
    ],
    [
      'the kernel refuses it',
      'HOST_VFIO_PCI_STOPPED',
      unloaded({ kernel: { ...HOST.kernel, commandLine: 'intel_iommu=on,sm_on module_blacklist=foo,vfio_pci' } }),
      UNLOADED,
    ],
    [
      'modprobe.d has a command that may load it',
      'HOST_VFIO_PCI_UNSURE',
      unloaded({ modprobe: [order('install', '/usr/local/bin/vfio')] }),
      { ...UNLOADED, unknown: true },
    ],
    ['modprobe.d was not read', 'HOST_VFIO_PCI_UNSURE', unloaded({ modprobe: null }), { ...UNLOADED, unknown: true }],
  ),
  ...rows('taken-as-root', ['the user is another', 'HOST_TAKING_NEEDS_ROOT', may({ uid: 1000 })]),
  ...rows('iommufd-access', ['/dev/iommu is for others', 'HOST_NO_IOMMUFD_ACCESS', may({ mayOpenIommufd: false })]),
  ...rows('plain-driver', ['it is on a variant of vfio-pci', 'HOST_VARIANT_DRIVER', fn({ driver: 'mlx5_vfio_pci' })]),
  ...rows('vf-token', [
    'its PF is on vfio-pci',
    'HOST_VF_NEEDS_TOKEN',
    { others: [pciFunction('0000:6a:00.0', { driver: 'vfio-pci', group: 77 })] },
    {
      base: {
        viommu: { svm: false },
        fn: { physicalFunction: bdf('0000:6a:00.0') },
        others: [pciFunction('0000:6a:00.0', { group: 77 })],
      },
    },
  ]),
  ...rows('pf-without-vfs', [
    'it has VFs',
    'HOST_PF_HAS_VFS',
    fn({ virtualFunctions: [bdf('0000:6a:01.1')] }),
    { base: { fn: { totalVfs: 16 } } },
  ]),
  ...rows(
    'vmd-children',
    [
      'functions are below it',
      'HOST_VMD_CHILDREN_VANISH',
      { others: [{ ...DISK, vmd: FN.address }] },
      { base: { others: [DISK] } },
    ],
    [
      'a disk below it is mounted',
      'HOST_VMD_IN_USE',
      { others: [{ ...MOUNTED, vmd: FN.address }] },
      { base: { others: [MOUNTED] } },
    ],
  ),
  ...rows(
    'denylist',
    ['vfio_pci is loaded with its denylist', 'HOST_DENYLISTED', host({ parameters: denylist('N', 'effective') })],
    [
      'vfio_pci was loaded meanwhile, without what the spec asks for',
      'HOST_DENYLISTED',
      host({ modules: HOST.modules, parameters: denylist('N', 'effective') }),
      {
        base: {
          spec: ASKED,
          ...host({ modules: ['iommufd'], parameters: denylist('N', 'configured') }),
        },
      },
    ],
    [
      'modprobe would load vfio_pci without the parameter',
      'HOST_DENYLISTED',
      host({ parameters: denylist('N', 'configured') }),
      { base: host({ modules: ['iommufd'], parameters: denylist('1', 'configured') }) },
    ],
    [
      'the parameter of vfio_pci could not be read',
      'HOST_DENYLIST_UNKNOWN',
      host({ parameters: HOST.parameters.filter(({ module }) => module !== 'vfio_pci') }),
      { unknown: true },
    ],
  ),
  ...rows(
    'denylist-as-asked',
    [
      'we switched it off for one of these, and the spec does not ask for it',
      'HOST_DENYLISTED',
      { spec: UNASKED },
      { base: { spec: ASKED, live: { loadedModules: ['vfio_pci'] } } },
    ],
    [
      'we switched it off for others, and the spec does not ask for it',
      'HOST_DENYLIST_LEFT_OFF',
      { spec: UNASKED },
      {
        base: {
          spec: { ...ASKED, devices: [deviceSpec(0, { expect: ANY }), deviceSpec(1, { expect: ANY })] },
          host: { functions: HOST.functions.map((one) => ({ ...one, device: 0x0b00 })) },
          live: { loadedModules: ['vfio_pci'] },
        },
      },
    ],
  ),
  ...rows('device-unused', [
    'a disk of it is mounted',
    'HOST_DEVICE_IN_USE',
    fn({ uses: uses('disk nvme0n1 mounted at /') }),
  ]),
  ...rows(
    'device-free',
    ['a process has it open', 'HOST_DEVICE_HELD', host({ holders: [HOLDER] })],
    [
      'a process has the file of its group open',
      'HOST_DEVICE_HELD',
      host({ holders: [{ ...HOLDER, through: 'group' }] }),
    ],
    [
      'a process has a vfio device open, and no other could be it',
      'HOST_DEVICE_HELD',
      host({ holders: [{ ...HOLDER, address: null }] }),
      { base: { fn: { driver: 'vfio-pci', vfioDevice: 'vfio0' } } },
    ],
  ),
  ...rows('device-free', [
    'a process has a vfio device open, and two could be it',
    'HOST_HOLDER_UNCLEAR',
    host({ holders: [{ ...HOLDER, address: null }] }),
    { base: { host: { functions: HOST.functions.map(onVfio) } }, unknown: true },
  ]),
  ...rows('open-files-read', [
    'open files of a process could not be read',
    'HOST_OPEN_FILES_UNREAD',
    host({ unreadProcesses: 1 }),
    { unknown: true },
  ]),
  ...rows('device-idle', [
    'a queue is enabled',
    'HOST_DEVICE_ENABLED',
    fn({ enabled: uses('queue wq0.0 (user, shared)') }),
  ]),
  ...rows(
    'function-reset',
    ['nothing resets it', 'HOST_NO_RESET', fn({ resetMethods: [] })],
    ['how it is reset', 'HOST_RESET_UNKNOWN', fn({ resetMethods: null }), { unknown: true }],
  ),
  ...rows(
    'vfio-cdev',
    ['the kernel was built without cdevs', 'HOST_NO_VFIO_CDEV', kernel({ config: { CONFIG_VFIO_DEVICE_CDEV: 'n' } })],
    ['how the kernel was built', 'HOST_VFIO_CDEV_UNSURE', kernel({ config: null }), { unknown: true }],
    [
      'vfioN has no dev',
      'HOST_NO_VFIO_CDEV',
      fn({ driver: 'vfio-pci', vfioDevice: null, vfioLacks: 'cdev' }),
      { base: { fn: { driver: 'vfio-pci', vfioDevice: 'vfio0' } } },
    ],
  ),
  ...rows(
    'vfio-node',
    ['the node is missing', 'HOST_NO_VFIO_NODE', fn({ vfioLacks: 'node' }), { base: ON_VFIO }],
    ['the node is for others', 'HOST_NO_VFIO_ACCESS', fn({ vfioLacks: 'access' }), { base: ON_VFIO }],
  ),
  ...rows('return-free', [
    'a process has open what is to be given back',
    'HOST_DEVICE_HELD',
    host({ holders: [{ ...HOLDER, address: STRAY.address }] }),
    { base: { live: { handovers: [STRAY] } } },
  ]),
  ...rows(
    'memory-kind',
    ...(['folder', 'link', 'device', 'fifo', 'socket'] as const).map(
      (kind): Short => [
        `the memory file is a ${kind}`,
        'HOST_MEMORY_NOT_A_FILE',
        host({ files: [], notMemory: [{ path: MEMORY.file, kind }] }),
      ],
    ),
    [
      'the folder of the memory file is missing',
      'HOST_MEMORY_NO_FOLDER',
      host({ files: [], notMemory: [{ path: MEMORY.file, kind: 'nowhere' }] }),
      { base: CREATED },
    ],
  ),
  ...rows('memory-present', ['the memory file is missing', 'HOST_MEMORY_MISSING', host({ files: [] })]),
  ...rows(
    'memory-writable',
    [
      'the tmpfs of the memory file is read-only',
      'HOST_MEMORY_READ_ONLY',
      host({ mounts: [{ ...SHM, readOnly: true }] }),
    ],
    [
      'the tmpfs where it is to be made is read-only',
      'HOST_MEMORY_READ_ONLY',
      host({ mounts: [{ ...SHM, readOnly: true }] }),
      { base: CREATED },
    ],
  ),
  ...rows('memory-size', [
    'the memory file is shorter',
    'HOST_MEMORY_TOO_SMALL',
    host({ files: [{ path: MEMORY.file, sizeBytes: 0x100_0000n, allocatedBytes: 0x100_0000n }] }),
  ]),
  ...rows(
    'memory-file-system',
    ['the file is on a disk', 'HOST_MEMORY_FILE_SYSTEM', host({ mounts: [SHM, { ...SHM, type: 'xfs' }] })],
    [
      'no tmpfs is mounted',
      'HOST_MEMORY_FILE_SYSTEM',
      host({ mounts: [{ ...SHM, mountPoint: '/', type: 'overlay' }] }),
    ],
    ['no mounts were read', 'HOST_MEMORY_FILE_SYSTEM_UNKNOWN', host({ mounts: [] }), { unknown: true }],
    [
      'the file is on a rootfs',
      'HOST_MEMORY_FILE_SYSTEM_UNKNOWN',
      host({ mounts: [{ ...SHM, mountPoint: '/', type: 'rootfs' }] }),
      { unknown: true },
    ],
  ),
  ...rows(
    'memory-room',
    [
      'the tmpfs is full',
      'HOST_MEMORY_NO_ROOM',
      host({ mounts: [{ ...SHM, freeBytes: 0x1ff_ffffn }] }),
      { base: CREATED },
    ],
    [
      'the tmpfs is small by its option size, and what is free on it is not known',
      'HOST_MEMORY_NO_ROOM',
      host({ mounts: [{ ...SHM, freeBytes: null, limitBytes: 0x1ff_ffffn }] }),
      { base: { host: { mounts: [{ ...SHM, freeBytes: null, limitBytes: 0x200_0000n }] } } },
    ],
    [
      'the file has holes, and the tmpfs is full',
      'HOST_MEMORY_NO_ROOM',
      host({ mounts: [{ ...SHM, freeBytes: 0n }], files: [{ ...FILE, allocatedBytes: 0x1ff_f000n }] }),
    ],
    [
      'the pool is smaller',
      'HOST_MEMORY_NO_ROOM',
      host({ memory: { ...MEMORY_OF_HOST, hugePages: [pool(15)] } }),
      { base: HUGE },
    ],
    [
      'a page must be added on demand',
      'HOST_MEMORY_ROOM_UNSURE',
      host({ memory: { ...MEMORY_OF_HOST, hugePages: [{ ...pool(15), growth: 1 }] } }),
      { base: HUGE },
    ],
    [
      'no page is free, and the rest of its memory was not read',
      'HOST_MEMORY_NO_ROOM',
      host({ memory: { totalBytes: null, availableBytes: null, hugePages: [pool(0)] } }),
      { base: HUGE },
    ],
    [
      'the pool was not read',
      'HOST_MEMORY_ROOM_UNSURE',
      host({ memory: MEMORY_OF_HOST }),
      { base: HUGE, unknown: true },
    ],
    [
      'the pages are larger',
      'HOST_MEMORY_HUGE_PAGE',
      host({ mounts: [{ ...HUGE_MOUNT, pageBytes: 1n << 30n }] }),
      { base: HUGE },
    ],
  ),
  ...rows(
    'memory-amount',
    [
      'the machine is smaller',
      'HOST_MEMORY_TOO_MUCH',
      host({ memory: { ...MEMORY_OF_HOST, totalBytes: 0x1ff_ffffn } }),
    ],
    [
      'huge pages have taken it',
      'HOST_MEMORY_TOO_MUCH',
      host({ memory: { ...MEMORY_OF_HOST, hugePages: [{ ...pool(0), total: 2040 }] } }),
    ],
    [
      'less is available',
      'HOST_MEMORY_SCARCE',
      host({ memory: { ...MEMORY_OF_HOST, availableBytes: 0x1ff_ffffn } }),
      { base: CREATED },
    ],
    ['its memory was not read', 'HOST_MEMORY_UNKNOWN', host({ memory: null }), { unknown: true }],
    ...(['totalBytes', 'availableBytes'] as const).map(
      (name): Short => [
        `its ${name} was not read`,
        'HOST_MEMORY_UNKNOWN',
        host({ memory: { ...MEMORY_OF_HOST, [name]: null } }),
        { unknown: true },
      ],
    ),
  ),
  ...rows(
    'memlock',
    ['memory may not be locked', 'HOST_MEMLOCK', may({ mayLock: false })],
    [
      'the limit is lower',
      'HOST_MEMLOCK',
      may({ mayLock: false, memlockBytes: 0x1ff_f000n }),
      { base: may({ mayLock: false, memlockBytes: 0x200_0000n }) },
    ],
  ),
  ...rows(
    'memory-reserved',
    ['a region starts earlier', 'HOST_MEMORY_RESERVED', region(ABOVE, { first: 0x1ff_f000n }), { base: region(ABOVE) }],
    ['a region ends later', 'HOST_MEMORY_RESERVED', region(BELOW, { last: 0x100_0fffn }), { base: BELOW_MEMORY }],
  ),
  ...rows('memory-within-table', [
    'the first stage is narrower than the second one',
    'HOST_MEMORY_BEYOND_TABLE',
    { unit: { cap: CAP_ALL, ecap: ecapWithout() } },
    { base: HIGH_MEMORY },
  ]),
  ...rows(
    'scalable-mode',
    ['sm_off', 'HOST_SCALABLE_MODE_OFF', kernel({ commandLine: 'intel_iommu=on,sm_on intel_iommu=sm_off' })],
    [
      'nothing decides',
      'HOST_SCALABLE_MODE_UNSURE',
      kernel({ commandLine: 'intel_iommu=on' }),
      {
        base: { spec: { bindings: [] }, viommu: { svm: false }, host: both({ pasid: null, ats: null, pri: null }) },
        unknown: true,
      },
    ],
    [
      'the build option is off',
      'HOST_SCALABLE_MODE_OFF',
      kernel({
        commandLine: 'intel_iommu=on',
        config: { ...HOST.kernel.config, CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'n' },
      }),
      {
        base: {
          spec: { bindings: [] },
          viommu: { svm: false },
          host: {
            ...both({ pasid: null, ats: null, pri: null }),
            kernel: {
              ...HOST.kernel,
              commandLine: 'intel_iommu=on',
              config: { ...HOST.kernel.config, CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'y' },
            },
          },
        },
      },
    ],
  ),
];

const NAMES_CAUSE = 'names the cause of a PASID Enable of 0, which decides: switch-cases.ts';
const A_NAME = 'a name, by which others refer to it';
const EXPLAINS = 'explains why something is off; what is in use decides';
const FOR_PEOPLE = 'shown to people, and decides nothing';

/** Facts about which no rule speaks, and why. */
export const SILENT: Readonly<Record<string, string>> = {
  'kernel.bootId': 'names the boot, for the ledger',
  'units.name': A_NAME,
  'functions.address': A_NAME,
  'process.mayReadConfig': 'says why capabilities are unknown',
  'functions.subsystemVendor': FOR_PEOPLE,
  'functions.subsystemDevice': FOR_PEOPLE,
  'functions.numaNode': FOR_PEOPLE,
  'functions.driverOverride': 'is set when the device is taken, and put back as it was',
  'functions.capabilities.pasid.exec': 'no binding asks for it',
  'functions.capabilities.pasid.privileged': 'no binding asks for it',
  'functions.capabilities.ats.queueDepth': FOR_PEOPLE,
  'functions.capabilities.pri.capacity': FOR_PEOPLE,
  'functions.vfPlaces': 'tells which VF a missing device would be',
  'functions.express.portType': NAMES_CAUSE,
  'functions.express.multiFunction': NAMES_CAUSE,
  'functions.express.tlpPrefix': NAMES_CAUSE,
  'functions.express.acs': NAMES_CAUSE,
  'functions.totalVfs': 'says what a PF could have; what it has decides',
  'functions.physicalFunction': 'names the function whose facts decide',
  'files.path': A_NAME,
  'parameters.module': A_NAME,
  'parameters.name': A_NAME,
  'parameters.source': 'evidence',
  'firmware.tables': EXPLAINS,
  'firmware.dmarFlags': EXPLAINS,
  'firmware.hypervisor': EXPLAINS,
  'groups.number': A_NAME,
  'process.inFirstNamespace': 'says why limits hold, and what could not be read',
  'functions.capabilities.pri.responsePasid': EXPLAINS,
  'groups.type': 'is the default domain, which is not what is attached',
};
