/**
 * The default machine of the simulator: a server like Sapphire Rapids with two IOMMU units.
 *
 * dmar0 has nesting and PASIDs; dmar1 is an older unit without both. Vendor and device ids are those of real parts.
 */

import { PORT_TYPE } from '../linux/port-type.ts';
import { VTD_MSI_WINDOW } from '../linux/reserved-regions.ts';
import { type Bdf, joinBdf, splitBdf } from '../model/bdf.ts';
import type { Host, IommuUnit, PciCapabilities, PciFunction } from '../model/host.ts';
import { CAP, ECAP } from '../vtd/capability.ts';

const MODERN: IommuUnit = {
  name: 'dmar0',
  version: '6:0',
  cap: register(
    CAP.encode({
      ...{ ND: 6n, SAGAW: 0b1110n, MGAW: 56n, FRO: 0x40n, SSLPS: 3n, PSI: 1n, NFR: 7n, MAMV: 63n, DWD: 1n, DRD: 1n },
      ...{ FS1GP: 1n, PI: 1n, FS5LP: 1n, ECMDS: 1n, ESIRTPS: 1n, ESRTPS: 1n },
    }),
  ),
  ecap: register(
    ECAP.encode({
      ...{ C: 1n, QI: 1n, DT: 1n, IR: 1n, EIM: 1n, PT: 1n, SC: 1n, IRO: 0x50n, MHMV: 0xfn, MTS: 1n, NEST: 1n },
      ...{ PRS: 1n, ERS: 1n, SRS: 1n, EAFS: 1n, PSS: 19n, PASID: 1n, DIT: 1n, PDS: 1n, SMTS: 1n, SSADS: 1n },
      ...{ SSTS: 1n, FSTS: 1n, SMPWC: 1n, RPS: 1n },
    }),
  ),
  domainsSupported: 65_536,
  domainsUsed: 6,
};

const OLDER: IommuUnit = {
  name: 'dmar1',
  version: '1:0',
  cap: register(
    CAP.encode({
      ...{ ND: 6n, SAGAW: 0b110n, MGAW: 47n, FRO: 0x40n, SSLPS: 3n, PSI: 1n, NFR: 7n, MAMV: 18n, DWD: 1n, DRD: 1n },
      ...{ PI: 1n },
    }),
  ),
  ecap: register(ECAP.encode({ C: 1n, QI: 1n, DT: 1n, IR: 1n, EIM: 1n, PT: 1n, SC: 1n, IRO: 0x50n, MHMV: 0xfn })),
  domainsSupported: 65_536,
  domainsUsed: 4,
};

const NONE: PciCapabilities = { pasid: null, ats: null, pri: null };

/** The capabilities for shared virtual memory: PASIDs of 20 bits, ATS, page requests. */
const SHARED_MEMORY: PciCapabilities = {
  pasid: { widthBits: 20, exec: false, privileged: true, enabled: true },
  ats: { queueDepth: 32, enabled: true },
  pri: { capacity: 512, enabled: true, responsePasid: true },
};

const WITHOUT_PAGE_REQUESTS: PciCapabilities = { ...SHARED_MEMORY, pri: null };

const INTEL = 0x8086;
const SAMSUNG = 0x144d;
const CLASS = { nvme: 0x01_0802, ethernet: 0x02_0000, bridge: 0x06_0400, accelerator: 0x08_8000, crypto: 0x0b_4000 };

/** Source validation, translation blocking, request and completion redirect, upstream forwarding: there, and on as Linux sets them. */
const ACS = { capable: 0x1f, control: 0x1d };

const at = (bus: number, device: number, fn = 0): Bdf => joinBdf({ segment: 0, bus, device, fn });

const QAT = at(0x6b, 0);
const QAT_VFS = [at(0x6b, 0, 1), at(0x6b, 0, 2)] as const;

/** Ascending by address; group numbers follow their order. */
const FUNCTIONS: readonly PciFunction[] = [
  rootPort(at(0x15, 1), { unit: 'dmar1', numaNode: 0 }),
  behind(at(0x15, 1), {
    ...pci(at(0x16, 0), { vendor: SAMSUNG, device: 0xa80a, classCode: CLASS.nvme, driver: 'nvme' }),
    ...{ unit: 'dmar1', numaNode: 0, uses: [{ kind: 'mounted', disk: 'nvme0n1p2', mountPoint: '/' }] },
  }),
  rootPort(at(0x15, 2), { unit: 'dmar1', numaNode: 0 }),
  behind(at(0x15, 2), {
    ...pci(at(0x17, 0), { vendor: INTEL, device: 0x159b, classCode: CLASS.ethernet, driver: 'ice' }),
    ...{ unit: 'dmar1', numaNode: 0, uses: [{ kind: 'network', name: 'eth0', state: 'up' }] },
  }),
  { ...accelerator(at(0x6a, 1), 0x0b25), capabilities: SHARED_MEMORY },
  { ...accelerator(at(0x6a, 2), 0x0cfe), capabilities: SHARED_MEMORY },
  rootPort(at(0x6a, 3), { unit: 'dmar0', numaNode: 0 }),
  rootPort(at(0x6a, 5), { unit: 'dmar0', numaNode: 0 }),
  behind(at(0x6a, 3), {
    ...pci(QAT, { vendor: INTEL, device: 0x4940, classCode: CLASS.crypto, driver: '4xxx' }),
    ...{
      capabilities: WITHOUT_PAGE_REQUESTS,
      totalVfs: 16,
      virtualFunctions: QAT_VFS,
      vfPlaces: { offset: 1, stride: 1, device: 0x4941 },
    },
  }),
  ...QAT_VFS.map((address) =>
    behind(at(0x6a, 3), {
      ...pci(address, { vendor: INTEL, device: 0x4941, classCode: CLASS.crypto, driver: '4xxxvf' }),
      ...{ capabilities: WITHOUT_PAGE_REQUESTS, physicalFunction: QAT },
    }),
  ),
  behind(at(0x6a, 5), {
    ...pci(at(0x6c, 0), { vendor: SAMSUNG, device: 0xa824, classCode: CLASS.nvme, driver: 'nvme' }),
    capabilities: { ...WITHOUT_PAGE_REQUESTS, pasid: { widthBits: 16, exec: false, privileged: false, enabled: true } },
  }),
  { ...accelerator(at(0x6f, 1), 0x0b25), capabilities: SHARED_MEMORY },
];

const MIB = 1n << 20n;
const IOMMUFD_PARAMETERS = '/sys/module/iommufd/parameters/allow_unsafe_interrupts';

/** The default machine. vfio-pci is not loaded, and every device is on its native driver. */
export const SAMPLE_MACHINE: Host = {
  kernel: {
    release: '7.3.4',
    commandLine: 'BOOT_IMAGE=/boot/vmlinuz-7.3.4 root=/dev/nvme0n1p2 ro intel_iommu=on,sm_on iommu=nopt',
    bootId: '6f0d3f5e-8c1b-4f7a-9d52-0b7c1a2e4d90',
    config: { CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'y', CONFIG_IOMMUFD: 'm', CONFIG_VFIO_DEVICE_CDEV: 'y' },
  },
  iommufd: true,
  modules: ['iommufd', 'vfio'],
  units: [MODERN, OLDER],
  functions: FUNCTIONS.toSorted((a, b) => (a.address < b.address ? -1 : 1)).map((fn, group) => ({ ...fn, group })),
  holders: [],
  files: [],
  firmware: { tables: ['DMAR'], dmarFlags: 0x1, hypervisor: null },
  parameters: [
    { module: 'iommufd', name: 'allow_unsafe_interrupts', value: 'N', source: IOMMUFD_PARAMETERS, state: 'effective' },
    { module: 'vfio_pci', name: 'disable_denylist', value: 'N', source: 'default', state: 'configured' },
    { module: 'vfio_pci', name: 'enable_sriov', value: 'N', source: 'default', state: 'configured' },
  ],
  modprobe: [],
  interruptChips: ['IR-IO-APIC', 'IR-PCI-MSI', 'IR-PCI-MSIX'],
  groups: FUNCTIONS.map((_, number) => ({ number, type: 'DMA', regions: [VTD_MSI_WINDOW], others: [] })),
  mounts: [
    { mountPoint: '/', type: 'ext4', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: null },
    {
      mountPoint: '/dev/hugepages',
      type: 'hugetlbfs',
      readOnly: false,
      pageBytes: 2n * MIB,
      limitBytes: null,
      freeBytes: null,
    },
    { mountPoint: '/dev/shm', type: 'tmpfs', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: 1n << 37n },
    { mountPoint: '/run', type: 'tmpfs', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: 1n << 35n },
    { mountPoint: '/tmp', type: 'tmpfs', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: 1n << 37n },
  ],
  memory: {
    totalBytes: 1n << 38n,
    availableBytes: 1n << 37n,
    hugePages: [{ pageBytes: 2n * MIB, total: 4096, free: 4096, growth: 0 }],
  },
  unreadProcesses: 0,
  process: {
    uid: 0,
    inFirstNamespace: true,
    mayLock: true,
    mayReadConfig: true,
    memlockBytes: 8n * MIB,
    mayOpenIommufd: true,
  },
};

type Identity = Pick<PciFunction, 'vendor' | 'device' | 'classCode' | 'driver'>;

function pci(address: Bdf, identity: Identity): PciFunction {
  return {
    address,
    ...identity,
    subsystemVendor: identity.vendor,
    subsystemDevice: 0,
    driverOverride: null,
    unit: 'dmar0',
    group: null,
    numaNode: 0,
    physicalFunction: null,
    virtualFunctions: [],
    totalVfs: 0,
    capabilities: NONE,
    express: { portType: PORT_TYPE.integrated, multiFunction: false, tlpPrefix: true, acs: null },
    answers: true,
    resetMethods: ['flr'],
    vfPlaces: null,
    vmd: null,
    bridge: null,
    vfioDevice: null,
    vfioLacks: null,
    uses: [],
    enabled: [],
  };
}

/** DSA and IAA are on their root bus, without a bridge. */
function accelerator(address: Bdf, device: number): PciFunction {
  const numaNode = splitBdf(address).bus < 0x6f ? 0 : 1;
  return { ...pci(address, { vendor: INTEL, device, classCode: CLASS.accelerator, driver: 'idxd' }), numaNode };
}

function rootPort(address: Bdf, place: Pick<PciFunction, 'unit' | 'numaNode'>): PciFunction {
  return {
    ...pci(address, { vendor: INTEL, device: 0x352a, classCode: CLASS.bridge, driver: 'pcieport' }),
    express: { portType: PORT_TYPE.root, multiFunction: false, tlpPrefix: true, acs: ACS },
    ...place,
  };
}

function behind(bridge: Bdf, fn: PciFunction): PciFunction {
  return {
    ...fn,
    express: { portType: PORT_TYPE.endpoint, multiFunction: false, tlpPrefix: true, acs: null },
    bridge: { address: bridge, kind: 'pcie' },
  };
}

function register([value = 0n]: readonly bigint[]): bigint {
  return value;
}
