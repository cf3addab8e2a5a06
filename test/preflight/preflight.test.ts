import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOST_CODES } from '../../src/diagnostics/codes/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { uses } from '../support/uses.ts';
import { SWITCH_CASES, SWITCHED_ON } from './switch-cases.ts';
import {
  bdf,
  bindingSpec,
  CAP_ALL,
  type Case,
  complaints,
  deviceSpec,
  ecapWithout,
  HOST,
  hostOf,
  MEMORY,
  pciFunction,
  SOURCES,
  SPEC,
  specOf,
  viommuSpec,
} from './world.ts';

const HELD = { address: bdf('0000:6a:01.0'), through: 'device' as const, pid: 4711, command: 'qemu' };
const HANDOVER = {
  device: 'dsa0',
  address: bdf('0000:6a:01.0'),
  formerDriver: 'idxd',
  formerOverride: null,
  release: 'restore' as const,
};
/** A device that we took and that the spec no longer lists. */
const STRAY = { ...HANDOVER, device: 'old', address: bdf('0000:7a:01.0') };
const STRAY_HELD = { ...HELD, address: STRAY.address };
const LIVE_VIOMMU = {
  name: 'guest0',
  pasid: true,
  nesting: true,
  iommufd: 3,
  ioas: 1,
  memory: [],
  nestParents: [{ unit: 'dmar0', hwpt: 2 }],
  devices: [
    {
      name: 'dsa0',
      address: bdf('0000:6a:01.0'),
      unit: 'dmar0',
      handle: { kind: 'vfio' as const, fd: 4, devId: 3 },
      ridAttached: true,
      ridOwner: 'spec' as const,
      maxPasidLog2: 20,
    },
  ],
  firstStages: [],
  bindings: [],
};

/** Of a unit before scalable mode: queued invalidation, interrupt remapping, pass-through, the place of its IOTLB registers. */
const LEGACY_ECAP = 0xf0_20dan;

/** One change to a world without complaints, and every complaint that it brings. */
const CASES: readonly (readonly [string, Case, readonly string[]])[] = [
  ['no /dev/iommu', { host: { iommufd: false } }, ['HOST_NO_IOMMUFD viommus.0']],
  [
    'a kernel before vfio cdevs',
    { release: '6.1.0-44-amd64' },
    [
      'HOST_KERNEL_TOO_OLD viommus.0.devices',
      'HOST_KERNEL_TOO_OLD viommus.0.firstStage',
      'HOST_KERNEL_TOO_OLD viommus.0.memory',
      'HOST_KERNEL_TOO_OLD viommus.0.pasidBits',
    ],
  ],
  ['a kernel before PASID attachment', { release: '6.14.11' }, ['HOST_KERNEL_TOO_OLD viommus.0.pasidBits']],
  [
    'an old kernel of a vendor that ports back',
    { release: '6.12.0-55.el10.x86_64' },
    ['HOST_KERNEL_UNSURE viommus.0.memory', 'HOST_KERNEL_UNSURE viommus.0.pasidBits'],
  ],
  ['a memory file that is missing', { host: { files: [] } }, ['HOST_MEMORY_MISSING viommus.0.memory.0.file']],
  ...(['folder', 'link', 'device', 'fifo', 'socket'] as const).map(
    (kind): readonly [string, Case, readonly string[]] => [
      `a memory file that is a ${kind}, whether or not it may be made`,
      {
        host: { files: [], notMemory: [{ path: MEMORY.file, kind }] },
        viommu: { memory: [MEMORY, { ...MEMORY, create: true }] },
      },
      ['HOST_MEMORY_NOT_A_FILE viommus.0.memory.0.file', 'HOST_MEMORY_NOT_A_FILE viommus.0.memory.0.file'],
    ],
  ),
  [
    'a memory file that is to be made in a folder that is missing',
    {
      host: { files: [], notMemory: [{ path: MEMORY.file, kind: 'nowhere' }] },
      viommu: { memory: [{ ...MEMORY, create: true }] },
    },
    ['HOST_MEMORY_NO_FOLDER viommus.0.memory.0.file'],
  ],
  [
    'a memory file that is missing together with its folder',
    { host: { files: [], notMemory: [{ path: MEMORY.file, kind: 'nowhere' }] } },
    ['HOST_MEMORY_MISSING viommus.0.memory.0.file'],
  ],
  [
    'a link to a memory file that is too small: once',
    {
      host: { notMemory: [{ path: MEMORY.file, kind: 'link' }] },
      viommu: { memory: [{ ...MEMORY, offsetBytes: 0x1000n }] },
    },
    ['HOST_MEMORY_NOT_A_FILE viommus.0.memory.0.file'],
  ],
  [
    'a memory file that ends too early',
    { viommu: { memory: [{ ...MEMORY, offsetBytes: 0x1000n }] } },
    ['HOST_MEMORY_TOO_SMALL viommus.0.memory.0.size'],
  ],
  [
    'a device that is not there',
    { spec: { devices: [deviceSpec(0, { address: bdf('0000:6b:01.0') }), deviceSpec(1)] } },
    ['HOST_DEVICE_MISSING devices.0.address'],
  ],
  ['another device at the address', { fn: { device: 0x1592 } }, ['HOST_DEVICE_MISMATCH devices.0.expect']],
  ['a bridge', { fn: { classCode: 0x060400 } }, ['HOST_DEVICE_IS_BRIDGE devices.0.address']],
  ['a device that somebody holds', { host: { holders: [HELD] } }, ['HOST_DEVICE_HELD devices.0.address']],
  [
    'a held device that leaves the spec and would have to be given back',
    { host: { holders: [STRAY_HELD] }, live: { handovers: [STRAY] } },
    ['HOST_DEVICE_HELD undefined'],
  ],
  [
    'a disk in use that a killed run left on its driver',
    { fn: { uses: uses('disk nvme0n1 mounted at /') }, live: { handovers: [HANDOVER] } },
    ['HOST_DEVICE_IN_USE devices.0.address'],
  ],
  [
    'a device that carries the machine',
    { fn: { uses: uses('disk nvme0n1p2 mounted at /') } },
    ['HOST_DEVICE_IN_USE devices.0.address'],
  ],
  [
    'a VF whose PF is on vfio-pci',
    {
      viommu: { svm: false },
      fn: { physicalFunction: bdf('0000:6a:00.0') },
      others: [pciFunction('0000:6a:00.0', { driver: 'vfio-pci', group: 77 })],
    },
    ['HOST_VF_NEEDS_TOKEN devices.0.address'],
  ],
  [
    'a PF with enabled VFs',
    { fn: { virtualFunctions: [bdf('0000:6a:01.1')], totalVfs: 16 } },
    ['HOST_PF_HAS_VFS devices.0.address'],
  ],
  [
    'a neighbour in the group on a native driver',
    { others: [pciFunction('0000:6a:01.1', { driver: 'ice', group: 1 })] },
    ['HOST_GROUP_NOT_VIABLE devices.0.address'],
  ],
  [
    'one group in two vIOMMUs',
    {
      fn: { group: 2 },
      spec: {
        viommus: [
          viommuSpec({ devices: ['dsa0'] }),
          viommuSpec({ name: 'guest1', devices: ['dsa1'], memory: [], origin: { document: 0, path: ['viommus', 1] } }),
        ],
      },
    },
    ['HOST_GROUP_SPLIT devices.1.address'],
  ],
  ['no IOMMU at all', { host: { units: [] } }, ['HOST_IOMMU_OFF devices.0.address']],
  ['a device that no unit translates', { fn: { unit: null } }, ['HOST_DEVICE_NO_IOMMU devices.0.address']],
  ['a device without a group', { fn: { group: null } }, ['HOST_DEVICE_NO_IOMMU devices.0.address']],
  ['a unit that is not VT-d', { unit: { version: null } }, ['HOST_UNIT_NOT_VTD viommus.0.model']],
  [
    'a unit without scalable mode',
    { unit: { ecap: ecapWithout('SMTS') } },
    ['HOST_NO_SCALABLE_MODE viommus.0.firstStage'],
  ],
  [
    'scalable mode switched off',
    { commandLine: 'intel_iommu=on,sm_on intel_iommu=sm_off' },
    ['HOST_SCALABLE_MODE_OFF viommus.0.firstStage'],
  ],
  ['a unit without nesting', { unit: { ecap: ecapWithout('NEST') } }, ['HOST_NO_NESTING viommus.0.firstStage']],
  [
    'a unit without second stage',
    { unit: { ecap: ecapWithout('SSTS') } },
    ['HOST_NO_SECOND_STAGE viommus.0.firstStage'],
  ],
  ['a unit without first stage', { unit: { ecap: ecapWithout('FSTS') } }, ['HOST_NO_FIRST_STAGE viommus.0.firstStage']],
  ['a unit without PASIDs', { unit: { ecap: ecapWithout('PASID') } }, ['HOST_UNIT_NO_PASID viommus.0.pasidBits']],
  [
    'a unit with narrower PASIDs than pasidBits',
    { unit: { ecap: (ecapWithout() & ~(0x1fn << 35n)) | (7n << 35n) } },
    ['HOST_PASID_BITS_TOO_WIDE viommus.0.pasidBits'],
  ],
  [
    'a unit without 1 GiB pages',
    { unit: { cap: CAP_ALL & ~(1n << 56n) } },
    ['HOST_NO_1G_PAGES viommus.0.firstStage1GPages'],
  ],
  [
    'a 57-bit table on a 48-bit unit',
    { stage: { addressWidth: 57 }, unit: { cap: CAP_ALL & ~(1n << 60n) } },
    ['HOST_NO_5_LEVEL bindings.0.firstStage.addressWidth'],
  ],
  [
    'supervisor requests on a unit without',
    { stage: { supervisor: true }, unit: { ecap: ecapWithout('SRS') } },
    ['HOST_NO_SUPERVISOR bindings.0.firstStage.supervisor'],
  ],
  [
    'the extended accessed flag on a unit without',
    { stage: { extendedAccess: true }, unit: { ecap: ecapWithout('EAFS') } },
    ['HOST_NO_EXTENDED_ACCESS bindings.0.firstStage.extendedAccess'],
  ],
  [
    'an address width beyond the unit’s',
    { viommu: { addressWidth: 57 }, unit: { cap: 0x81d2008c222f0686n } },
    ['HOST_ADDRESS_WIDTH viommus.0.addressWidth'],
  ],
  [
    'a kernel whose release is none, at the newest feature alone',
    { release: 'custom' },
    ['HOST_RELEASE_UNKNOWN viommus.0.pasidBits'],
  ],
  [
    'an address width beyond that of a legacy unit',
    {
      spec: { bindings: [] },
      viommu: { firstStage: false, pasidBits: 0, svm: false },
      unit: { ecap: LEGACY_ECAP, cap: 0x80d2008c22260206n },
    },
    ['HOST_ADDRESS_WIDTH viommus.0.addressWidth'],
  ],
  [
    'fewer domain ids than page tables',
    { unit: { domainsSupported: 16, domainsUsed: 13 } },
    ['HOST_DOMAINS_EXHAUSTED viommus.0'],
  ],
  [
    'capabilities that nobody could read',
    { fn: { capabilities: 'unknown' } },
    ['HOST_CAPABILITIES_UNKNOWN devices.0.address'],
  ],
  [
    'bindings for a device without PASIDs',
    { viommu: { svm: false }, fn: { capabilities: { pasid: null, ats: null, pri: null } } },
    ['HOST_DEVICE_NO_PASID bindings.0.device'],
  ],
  [
    'a PASID wider than the device',
    {
      binding: { first: 200, last: 256 },
      fn: {
        capabilities: { ...capabilities(), pasid: { widthBits: 8, exec: false, privileged: false, enabled: true } },
      },
    },
    ['HOST_PASID_TOO_WIDE bindings.0.pasids'],
  ],
  [
    'svm for a device without page requests',
    { fn: { capabilities: { ...capabilities(), pri: null } } },
    ['HOST_NO_PAGE_REQUESTS viommus.0.svm'],
  ],
  [
    'svm on a unit without page requests',
    { unit: { ecap: ecapWithout('PRS') } },
    twice('HOST_NO_PAGE_REQUESTS viommus.0.svm'),
  ],
  [
    'a device behind a conventional bridge',
    { fn: { bridge: { address: bdf('0000:00:1e.0'), kind: 'conventional' } } },
    ['HOST_DEVICE_BEHIND_PCI_BRIDGE devices.0.address'],
  ],
  ...SWITCH_CASES,
];

function capabilities() {
  return {
    pasid: { widthBits: 20, exec: false, privileged: false, enabled: true },
    ats: { queueDepth: 32, enabled: true },
    pri: { capacity: 1, enabled: true, responsePasid: true },
  };
}

function twice(complaint: string): string[] {
  return [complaint, complaint];
}

describe('a machine that fits', () => {
  it('brings no complaint, on any backend', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ backend: 'sim' })).toEqual([]);
    expect(complaints({ backend: 'selftest' })).toEqual([]);
  });

  it('is any machine for an empty spec', () => {
    const host = {
      ...HOST,
      iommufd: false,
      units: [],
      functions: [],
      kernel: { config: null, release: '', commandLine: '', bootId: '' },
    };
    expect(preflight({ spec: EMPTY_SPEC, host, live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' })).toEqual([]);
  });
});

describe('preflight complains about', () => {
  it.each(CASES)('%s', (_, changes, expected) => {
    expect(complaints(changes)).toEqual(expected);
  });

  it('every code of the catalogue in some test of this folder', () => {
    const tests = readdirSync(import.meta.dirname).map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
    const provoked = new Set(tests.flatMap((text) => text.match(/\bHOST_[A-Z0-9_]+/g) ?? []));
    // Those of guests are found in the plan: test/run/guest-engine.test.ts; those of the reading by doctor: test/run/doctor-reading.test.ts.
    const preflightCodes = Object.keys(HOST_CODES).filter((code) => /^HOST_(?!GUEST|READ_HANGS$|TIME_UP$)/.test(code));
    expect(preflightCodes.filter((code) => !provoked.has(code))).toEqual([]);
  });

  it('everything at once', () => {
    const codes = new Set(
      complaints({
        release: '6.14.0',
        host: { iommufd: false, files: [] },
        fn: { uses: uses('network eth0'), capabilities: 'unknown' },
        unit: { ecap: ecapWithout('NEST') },
      }).map((complaint) => complaint.split(' ')[0]),
    );
    expect(codes).toEqual(
      new Set([
        'HOST_NO_IOMMUFD',
        'HOST_KERNEL_TOO_OLD',
        'HOST_MEMORY_MISSING',
        'HOST_DEVICE_IN_USE',
        'HOST_CAPABILITIES_UNKNOWN',
        'HOST_NO_NESTING',
      ]),
    );
  });
});

describe('preflight is content with', () => {
  it.each<readonly [string, Case]>([
    ['a device that we hold ourselves', { host: { holders: [HELD] }, live: { viommus: [LIVE_VIOMMU] } }],
    [
      'a device on vfio-pci that the QEMU it is for holds',
      { spec: { bindings: [] }, viommu: { holder: 'qemu' }, fn: { driver: 'vfio-pci' }, host: withDriver() },
    ],
    [
      'disks that were there before we took the device',
      { fn: { driver: 'vfio-pci', uses: uses('disk') }, live: { handovers: [HANDOVER] } },
    ],
    [
      'a held device that leaves the spec and is kept',
      { host: { holders: [STRAY_HELD] }, live: { handovers: [{ ...STRAY, release: 'keep' }] } },
    ],
    ['a missing file that is to be made', { host: { files: [] }, viommu: { memory: [{ ...MEMORY, create: true }] } }],
    ['missing memory of a vIOMMU that QEMU holds', { host: { files: [] }, viommu: { holder: 'qemu' } }],
    [
      'harmless neighbours in the group',
      {
        others: [
          pciFunction('0000:00:01.0', { driver: 'pcieport', classCode: 0x060400, group: 1 }),
          pciFunction('0000:00:02.0', { driver: null, group: 1 }),
          pciFunction('0000:00:03.0', { driver: 'pci-stub', group: 1 }),
          pciFunction('0000:00:04.0', { driver: 'vfio-pci', group: 1 }),
        ],
      },
    ],
    [
      'a group that goes into one vIOMMU whole, with the same at a PASID',
      { spec: { bindings: [bindingSpec(), bindingSpec({ device: 'dsa1' }, 1)] }, fn: { group: 2 } },
    ],
    [
      'an unknown device capability when no PASID is bound',
      { spec: { bindings: [] }, viommu: { svm: false }, fn: { capabilities: 'unknown' } },
    ],
    [
      'a unit without PASIDs for devices without PASIDs',
      {
        spec: { bindings: [], devices: [deviceSpec(0)], viommus: [viommuSpec({ devices: ['dsa0'], svm: false })] },
        fn: { capabilities: { pasid: null, ats: null, pri: null } },
        unit: { ecap: ecapWithout('PASID') },
      },
    ],
    [
      'PASIDs passed through on a unit without nesting',
      {
        spec: { bindings: [bindingSpec({ target: { kind: 'pass-through' } })] },
        viommu: { firstStage: false, svm: false },
        unit: { ecap: ecapWithout('NEST', 'SSTS') },
      },
    ],
    [
      'guest memory on a unit in legacy mode',
      {
        spec: { bindings: [] },
        viommu: { firstStage: false, pasidBits: 0, svm: false },
        unit: { ecap: LEGACY_ECAP, version: '1:0' },
        commandLine: 'intel_iommu=on',
        release: '6.13.0',
      },
    ],
    [
      'a legacy unit for a QEMU vIOMMU without first stage',
      {
        spec: { bindings: [] },
        viommu: { holder: 'qemu', firstStage: false, svm: false },
        unit: { ecap: 0n, version: '1:0' },
        commandLine: '',
        release: '6.6.1',
      },
    ],
    [
      'a conventional bridge for plain pass-through',
      {
        spec: { bindings: [] },
        viommu: { firstStage: false, pasidBits: 0, svm: false },
        fn: { bridge: { address: bdf('0000:00:1e.0'), kind: 'conventional' } },
      },
    ],
    [
      'HWPTs that are held already, on a unit with few ids left',
      { live: { viommus: [LIVE_VIOMMU] }, unit: { domainsSupported: 16, domainsUsed: 13 } },
    ],
    ...SWITCHED_ON,
  ])('%s', (_, changes) => {
    expect(complaints(changes)).toEqual([]);
  });

  it('bindings that share a page table when domain ids are few', () => {
    const bindings = Array.from({ length: 9 }, (_, index) => bindingSpec({ first: index + 1, last: index + 1 }, index));
    expect(complaints({ spec: { bindings }, unit: { domainsSupported: 16, domainsUsed: 12 } })).toEqual([]);
  });
});

function withDriver() {
  return {
    holders: [HELD],
    functions: [pciFunction('0000:6a:01.0', { driver: 'vfio-pci' }), pciFunction('0000:6a:02.0')],
  };
}

describe('the mock backend', () => {
  it('is asked about kernel and memory, not about hardware', () => {
    const changes: Case = { backend: 'selftest', unit: { version: null }, fn: { uses: uses('x') }, commandLine: '' };
    expect(complaints(changes)).toEqual([]);
    expect(complaints({ ...changes, host: { iommufd: false, files: [] } })).toEqual([
      'HOST_NO_IOMMUFD viommus.0',
      'HOST_MEMORY_MISSING viommus.0.memory.0.file',
    ]);
    expect(complaints({ ...changes, host: { notMemory: [{ path: MEMORY.file, kind: 'device' }] } })).toEqual([
      'HOST_MEMORY_NOT_A_FILE viommus.0.memory.0.file',
    ]);
  });

  it('still has 20-bit PASIDs at most', () => {
    const narrow = { ...capabilities(), pasid: { widthBits: 4, exec: false, privileged: false, enabled: true } };
    const changes: Case = { backend: 'selftest', unit: { version: null }, fn: { capabilities: narrow } };
    expect(complaints({ ...changes, binding: { first: 16, last: 16 } })).toEqual([
      'HOST_PASID_TOO_WIDE bindings.0.pasid',
    ]);
  });
});

describe('messages', () => {
  const messageOf = (changes: Case): string =>
    preflight({ spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' })
      .map(({ message }) => message)
      .join('\n');

  it('name where a missing device may have gone', () => {
    const moved = { spec: { devices: [deviceSpec(0, { address: bdf('0000:6b:01.0') }), deviceSpec(1)] } };
    expect(messageOf(moved)).toContain('0000:6a:01.0');
  });

  it('name the holder, the neighbours and their drivers', () => {
    expect(messageOf({ host: { holders: [HELD] } })).toContain('qemu (pid 4711)');
    expect(messageOf({ others: [pciFunction('0000:6a:01.1', { driver: 'ice', group: 1 })] })).toContain(
      '0000:6a:01.1 (ice)',
    );
  });

  it('show the sum of PASID widths', () => {
    const ecap = (ecapWithout() & ~(0x1fn << 35n)) | (7n << 35n);
    expect(messageOf({ unit: { ecap } })).toContain('ECAP.PSS 7 + 1');
  });

  it.each([
    ['intel_iommu=off', 'intel_iommu=off'],
    ['iommu=off', 'iommu=off'],
    ['intel_iommu=on,sm_on', 'firmware'],
    ['quiet', 'intel_iommu=on'],
  ])('say why there is no IOMMU after %s', (commandLine, words) => {
    expect(messageOf({ commandLine, host: { units: [], kernel: { ...HOST.kernel, commandLine } } })).toContain(words);
  });
});

describe('ten thousand bindings', () => {
  it('are checked like one', () => {
    const bindings = Array.from({ length: 10_000 }, (_, index) =>
      bindingSpec({ device: `dsa${index % 2}`, first: index + 1, last: index + 1 }, index),
    );
    expect(complaints({ spec: { ...SPEC, bindings } })).toEqual([]);
  });
});
