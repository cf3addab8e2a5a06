/** A spec and a machine that fits it, and changes to either: each preflight case is one change and the codes it brings. */

import { known } from '../../src/assert.ts';
import { type Bdf, parseBdf } from '../../src/model/bdf.ts';
import type { Host, IommuGroup, IommuUnit, PciFunction, ReservedRegion } from '../../src/model/host.ts';
import { EMPTY_LIVE, type Live } from '../../src/model/live.ts';
import type { Origin, SourceMap } from '../../src/model/source.ts';
import {
  type BindingSpec,
  type DeviceSpec,
  EMPTY_SPEC,
  type FirstStage,
  type MemorySpec,
  type Spec,
  type ViommuSpec,
} from '../../src/model/spec.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { CAP, ECAP } from '../../src/vtd/capability.ts';

export function bdf(text: string): Bdf {
  return known(parseBdf(text), text);
}

/** Locates nothing really: the file is the path of keys, so that cases can name the place they mean. */
export const SOURCES: SourceMap = {
  locate: (origin, key) => ({
    file: [...origin.path, ...(key === undefined ? [] : [key])].join('.'),
    range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  }),
  text: () => null,
};

const at = (...path: (string | number)[]): Origin => ({ document: 0, path });

export const CAP_ALL: bigint = known(
  CAP.encode({ ND: 6n, CM: 1n, SAGAW: 0b1110n, MGAW: 56n, FS1GP: 1n, FS5LP: 1n, SSLPS: 3n, PSI: 1n })[0],
  'CAP',
);

export type EcapField = Parameters<typeof ECAP.has>[1];

const ALL_ECAP: readonly EcapField[] = [
  'NEST',
  'PASID',
  'SMTS',
  'FSTS',
  'SSTS',
  'SRS',
  'EAFS',
  'DT',
  'PRS',
  'PDS',
  'SC',
];

/** Everything a vIOMMU may want, with PASIDs of 20 bits, but for the fields named. */
export function ecapWithout(...lacking: readonly EcapField[]): bigint {
  const fields = ALL_ECAP.filter((field) => !lacking.includes(field)).map((field) => [field, 1n]);
  return known(ECAP.encode({ PSS: 19n, ...Object.fromEntries(fields) })[0], 'ECAP');
}

export const UNIT: IommuUnit = {
  name: 'dmar0',
  version: '5:0',
  cap: CAP_ALL,
  ecap: ecapWithout(),
  domainsSupported: 65_536,
  domainsUsed: 3,
};

export function pciFunction(address: string, changes: Partial<PciFunction> = {}): PciFunction {
  return {
    address: bdf(address),
    vendor: 0x8086,
    device: 0x0b25,
    subsystemVendor: 0x8086,
    subsystemDevice: 0,
    classCode: 0x08_8000,
    driver: 'idxd',
    driverOverride: null,
    unit: 'dmar0',
    group: Number.parseInt(address.slice(-4, -2), 16),
    numaNode: 0,
    physicalFunction: null,
    virtualFunctions: [],
    totalVfs: 0,
    capabilities: {
      pasid: { widthBits: 20, exec: false, privileged: true, enabled: true },
      ats: { queueDepth: 32, enabled: true },
      pri: { capacity: 512, enabled: true, responsePasid: true },
    },
    express: { portType: 9, multiFunction: false, tlpPrefix: true, acs: null },
    answers: true,
    resetMethods: ['flr'],
    vfPlaces: null,
    vmd: null,
    bridge: null,
    vfioDevice: null,
    vfioLacks: null,
    uses: [],
    enabled: [],
    ...changes,
  };
}

export const HOST: Host = {
  kernel: {
    release: '7.3.4',
    commandLine: 'intel_iommu=on,sm_on',
    bootId: 'b',
    config: { CONFIG_VFIO_DEVICE_CDEV: 'y' },
  },
  iommufd: true,
  modules: ['iommufd', 'vfio_pci'],
  units: [UNIT],
  functions: [pciFunction('0000:6a:01.0'), pciFunction('0000:6a:02.0')],
  holders: [],
  files: [{ path: '/dev/shm/guest0', sizeBytes: 0x200_0000n, allocatedBytes: 0x200_0000n }],
  firmware: { tables: ['DMAR'], dmarFlags: 1, hypervisor: null },
  parameters: [
    { module: 'vfio_pci', name: 'disable_denylist', value: 'Y', source: '/sys/module/vfio_pci', state: 'effective' },
    {
      module: 'iommufd',
      name: 'allow_unsafe_interrupts',
      value: 'N',
      source: '/sys/module/iommufd',
      state: 'effective',
    },
  ],
  modprobe: [],
  interruptChips: ['IR-PCI-MSI'],
  groups: groupsOf([pciFunction('0000:6a:01.0'), pciFunction('0000:6a:02.0')]),
  mounts: [
    {
      mountPoint: '/dev/shm',
      type: 'tmpfs',
      readOnly: false,
      pageBytes: null,
      limitBytes: null,
      freeBytes: 0x4000_0000n,
    },
  ],
  memory: { totalBytes: 0x1_0000_0000n, availableBytes: 0x8000_0000n, hugePages: [] },
  unreadProcesses: 0,
  process: {
    uid: 0,
    inFirstNamespace: true,
    mayLock: true,
    mayReadConfig: true,
    memlockBytes: 0x80_0000n,
    mayOpenIommufd: true,
  },
};

export const STAGE: FirstStage = {
  pageTable: 0x2000n,
  addressWidth: 48,
  supervisor: false,
  writeProtect: false,
  extendedAccess: false,
};

export function deviceSpec(index: number, changes: Partial<DeviceSpec> = {}): DeviceSpec {
  return {
    name: `dsa${index}`,
    address: bdf(`0000:6a:0${index + 1}.0`),
    expect: { vendor: 0x8086, device: 0x0b25 },
    release: 'restore',
    origin: at('devices', index),
    ...changes,
  };
}

export const MEMORY: MemorySpec = {
  file: '/dev/shm/guest0',
  offsetBytes: 0n,
  sizeBytes: 0x200_0000n,
  guestAddress: 0n,
  create: false,
  origin: at('viommus', 0, 'memory', 0),
};

export function viommuSpec(changes: Partial<ViommuSpec> = {}): ViommuSpec {
  return {
    name: 'guest0',
    model: 'intel-iommu',
    holder: 'agent',
    pasidBits: 20,
    firstStage: true,
    firstStage1GPages: true,
    svm: true,
    addressWidth: 48,
    cachingMode: true,
    deviceIotlb: true,
    memory: [MEMORY],
    devices: ['dsa0', 'dsa1'],
    origin: at('viommus', 0),
    ...changes,
  };
}

export function bindingSpec(changes: Partial<BindingSpec> = {}, index = 0): BindingSpec {
  return {
    device: 'dsa0',
    viommu: 'guest0',
    first: 1,
    last: 1,
    target: { kind: 'first-stage', ...STAGE },
    domain: 1,
    origin: at('bindings', index),
    ...changes,
  };
}

export const SPEC: Spec = {
  ...EMPTY_SPEC,
  devices: [deviceSpec(0), deviceSpec(1)],
  viommus: [viommuSpec()],
  bindings: [bindingSpec(), bindingSpec({ device: 'dsa1', target: { kind: 'pass-through' } }, 1)],
};

export interface Case {
  readonly spec?: Partial<Spec>;
  readonly viommu?: Partial<ViommuSpec>;
  readonly binding?: Partial<BindingSpec>;
  readonly stage?: Partial<FirstStage>;
  readonly host?: Partial<Host>;
  /** Changes to the function of dsa0. */
  readonly fn?: Partial<PciFunction>;
  /** Functions beside those of the spec. */
  readonly others?: readonly PciFunction[];
  readonly unit?: Partial<IommuUnit>;
  readonly commandLine?: string;
  readonly release?: string;
  readonly live?: Partial<Live>;
  readonly backend?: 'kernel' | 'selftest' | 'sim';
}

/** Codes and the places they point at, such as `HOST_NO_NESTING viommus.0.firstStage`. */
export function complaints(changes: Case): string[] {
  return preflight({
    spec: specOf(changes),
    host: hostOf(changes),
    live: { ...EMPTY_LIVE, ...changes.live },
    sources: SOURCES,
    backend: changes.backend ?? 'kernel',
  }).map(({ code, location }) => `${code} ${location?.file}`);
}

export function specOf({ spec, viommu, binding, stage }: Case): Spec {
  const target = stage === undefined ? {} : { target: { kind: 'first-stage' as const, ...STAGE, ...stage } };
  const [, second] = SPEC.bindings;
  return {
    ...SPEC,
    viommus: [viommuSpec(viommu)],
    bindings: [bindingSpec({ ...target, ...binding }), known(second, 'second binding')],
    ...spec,
  };
}

export function hostOf({ host, fn, others = [], unit, commandLine, release }: Case): Host {
  const [, second] = HOST.functions;
  const functions = [pciFunction('0000:6a:01.0', fn), known(second, 'second function'), ...others];
  return {
    ...HOST,
    kernel: {
      ...HOST.kernel,
      release: release ?? HOST.kernel.release,
      commandLine: commandLine ?? HOST.kernel.commandLine,
    },
    units: [{ ...UNIT, ...unit }],
    functions,
    groups: groupsOf(functions),
    ...host,
  };
}

/** The group of each function, with the interrupt window alone. */
export function groupsOf(functions: readonly PciFunction[], more: readonly ReservedRegion[] = []): IommuGroup[] {
  const numbers = new Set(functions.flatMap(({ group }) => group ?? []));
  const window: ReservedRegion = { first: 0xfee0_0000n, last: 0xfeef_ffffn, type: 'msi' };
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({ number, type: 'DMA', regions: [...more, window], others: [] }));
}
