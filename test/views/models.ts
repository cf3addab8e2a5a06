/** Hand-built models for views: small, with one of everything that prints differently. */

import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Bdf } from '../../src/model/bdf.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import { type Host, type PciFunction, UNREAD_FUNCTION, UNREAD_MACHINE } from '../../src/model/host.ts';
import { firstStageRef, parentRef } from '../../src/model/hwpt-ref.ts';
import type { Handover, LiveMemory, MadeVfs } from '../../src/model/live.ts';
import type { Plan, PlannedStep, Reason, Step } from '../../src/model/plan.ts';
import type { FirstStage } from '../../src/model/spec.ts';
import type { BindingStatus, Status } from '../../src/model/status.ts';
import { planned } from '../../src/plan/planned.ts';
import { uses } from '../support/uses.ts';

export function bdf(text: string): Bdf {
  const address = parseBdf(text);
  if (address === null) throw new Error(`${text} is no PCI address`);
  return address;
}

export const TABLE: FirstStage = {
  pageTable: 0xffff_0000_1234_5000n,
  addressWidth: 48,
  supervisor: false,
  writeProtect: false,
  extendedAccess: false,
};

export const SUPERVISOR_TABLE: FirstStage = { ...TABLE, pageTable: 0x200_0000n, supervisor: true, writeProtect: true };

export const MEMORY: LiveMemory = {
  file: '/dev/shm/guest0',
  offsetBytes: 0n,
  sizeBytes: 32n << 20n,
  guestAddress: 0x100_0000n,
};

export const HANDOVER: Handover = {
  device: 'dsa0',
  address: bdf('6a:01.0'),
  formerDriver: 'idxd',
  formerOverride: null,
  release: 'restore',
};

export const MADE_VFS: MadeVfs = {
  device: 'qat0',
  address: bdf('6b:00.0'),
  count: 2,
  addresses: [bdf('6b:00.1'), bdf('6b:00.2')],
};

const BOUND = { viommu: 'guest0', device: 'dsa0', address: bdf('6a:01.0'), unit: 'dmar0', needPasidLog2: 2 } as const;
const SHARED = { viommu: 'guest0', unit: 'dmar0', device: 'dsa0' } as const;
const PASID = { viommu: 'guest0', device: 'dsa0', first: 1, last: 2, domain: 7 } as const;
const PARENT = parentRef('dmar0');
const FIRST = firstStageRef('dmar0', TABLE);
const SECOND = firstStageRef('dmar0', SUPERVISOR_TABLE);

/** A step of every kind, each under a likely reason. */
export const EVERY_STEP: readonly PlannedStep[] = [
  step('needed', {
    kind: 'load-module',
    module: 'vfio_pci',
    parameters: [{ name: 'disable_denylist', value: '1' }],
  }),
  step('wanted', { kind: 'take-device', handover: HANDOVER, driver: 'vfio-pci' }),
  step('wanted', { kind: 'create-file', file: '/dev/shm/guest0', sizeBytes: 32n << 20n }),
  step('wanted', { kind: 'open-viommu', viommu: 'guest0', pasid: true, nesting: true }),
  step('wanted', { kind: 'bind-device', ...BOUND }),
  step('wanted', { kind: 'map-memory', viommu: 'guest0', memory: MEMORY }),
  step('needed', { kind: 'alloc-parent', ...SHARED }),
  step('needed', { kind: 'attach-rid', viommu: 'guest0', device: 'dsa0', to: PARENT }),
  step('needed', { kind: 'alloc-first-stage', ...SHARED, stage: TABLE }),
  step('wanted', { kind: 'attach-pasids', ...PASID, to: FIRST }),
  step('changed', { kind: 'replace-pasids', ...PASID, last: 1, from: FIRST, to: SECOND }),
  step('changed', { kind: 'set-domain', viommu: 'guest0', device: 'dsa0', first: 2, last: 2, from: 7, to: 8 }),
  step('unwanted', { kind: 'detach-pasids', ...PASID, to: PARENT }),
  step('unused', { kind: 'free-first-stage', ...SHARED, stage: SUPERVISOR_TABLE }),
  step('unused', { kind: 'detach-rid', viommu: 'guest0', device: 'dsa0', to: PARENT }),
  step('unused', { kind: 'free-parent', ...SHARED }),
  step('unwanted', { kind: 'unmap-memory', viommu: 'guest0', memory: { ...MEMORY, offsetBytes: 0x1000n } }),
  step('unwanted', { kind: 'release-device', ...BOUND }),
  step('rebuild', { kind: 'close-viommu', viommu: 'guest0', pasid: true, nesting: true }),
  step('unwanted', { kind: 'remove-file', file: '/dev/shm/guest0', sizeBytes: 32n << 20n }),
  step('unwanted', { kind: 'give-back-device', handover: HANDOVER, driver: 'vfio-pci' }),
  step('unwanted', { kind: 'keep-device', handover: { ...HANDOVER, release: 'keep' }, driver: 'vfio-pci' }),
  step('wanted', { kind: 'reclaim-device', handover: { ...HANDOVER, release: 'keep' }, driver: 'vfio-pci' }),
  step('unused', { kind: 'unload-module', module: 'vfio_pci' }),
  step('wanted', { kind: 'make-vfs', vfs: MADE_VFS }),
  step('unwanted', { kind: 'remove-vfs', vfs: { ...MADE_VFS, count: 1, addresses: [] } }),
];

export const EVERY_PLAN: Plan = { steps: EVERY_STEP };

/** PASIDs 1 to `count`, each with a page table of its own. */
export function longPlan(count: number): Plan {
  const steps = Array.from({ length: count }, (_, index) => {
    const stage: FirstStage = { ...TABLE, pageTable: BigInt(index + 1) << 12n };
    const pasids = { ...PASID, first: index + 1, last: index + 1 };
    return [
      step('needed', { kind: 'alloc-first-stage', ...SHARED, stage }),
      step('wanted', { kind: 'attach-pasids', ...pasids, to: firstStageRef('dmar0', stage) }),
    ];
  });
  return { steps: steps.flat() };
}

function step(reason: Reason, of: Step): PlannedStep {
  return planned(reason, of);
}

export const STATUS: Status = {
  backend: 'kernel',
  holder: { pid: 4711, alive: true, since: '2026-01-02T03:04:05.000Z' },
  handovers: [HANDOVER, { ...HANDOVER, device: 'dsa1', address: bdf('6f:01.0'), formerDriver: null, release: 'keep' }],
  createdFiles: ['/dev/shm/guest0'],
  loadedModules: ['vfio_pci'],
  madeVfs: [MADE_VFS],
  viommus: [
    {
      name: 'guest0',
      iommufd: 20,
      ioas: 1,
      memoryBytes: 32n << 20n,
      nestParents: [{ unit: 'dmar0', hwpt: 3 }],
      devices: [
        { name: 'dsa0', address: bdf('6a:01.0'), unit: 'dmar0', devId: 2, maxPasidLog2: 20, ridAttached: true },
        { name: 'dsa1', address: bdf('6f:01.0'), unit: 'dmar0', devId: 4, maxPasidLog2: 0, ridAttached: false },
      ],
      bindings: [
        {
          device: 'dsa0',
          first: 1,
          last: 1,
          domain: 7,
          target: { kind: 'first-stage', ...TABLE },
          hwpt: 5,
          state: 'attached',
        },
        { device: 'dsa0', first: 2, last: 9, domain: 8, target: { kind: 'pass-through' }, hwpt: 3, state: 'held' },
        {
          device: 'dsa0',
          first: 10,
          last: 10,
          domain: 9,
          target: { kind: 'first-stage', ...SUPERVISOR_TABLE },
          hwpt: 6,
          state: 'lost',
        },
      ],
    },
  ],
};

/** PASIDs 1 … count of one device, each on a page table of its own, and one beside them that is lost. */
export function manyBindings(count: number): Status {
  const bindings = Array.from(
    { length: count },
    (_, index): BindingStatus => ({
      ...{ device: 'dsa0', first: index + 1, last: index + 1, domain: 7, hwpt: 5 + index },
      target: { kind: 'first-stage', ...TABLE, pageTable: BigInt(index + 1) << 12n },
      state: index === count - 1 ? 'lost' : 'attached',
    }),
  );
  return { ...STATUS, viommus: STATUS.viommus.map((viommu) => ({ ...viommu, bindings })) };
}

export const NOTHING_HELD: Status = {
  backend: 'sim',
  holder: null,
  handovers: [],
  createdFiles: [],
  loadedModules: [],
  madeVfs: [],
  viommus: [],
};

const FUNCTION: PciFunction = {
  ...UNREAD_FUNCTION,
  address: bdf('00:02.0'),
  vendor: 0x8086,
  device: 0x1234,
  subsystemVendor: 0,
  subsystemDevice: 0,
  classCode: 0x030000,
  driver: null,
  driverOverride: null,
  unit: null,
  group: null,
  numaNode: null,
  physicalFunction: null,
  virtualFunctions: [],
  totalVfs: 0,
  capabilities: { pasid: null, ats: null, pri: null },
  bridge: null,
  vfioDevice: null,
  uses: [],
};

export const HOST: Host = {
  ...UNREAD_MACHINE,
  firmware: { tables: ['DMAR'], dmarFlags: 1, hypervisor: null },
  interruptChips: ['IR-PCI-MSI'],
  kernel: { release: '7.3.4', commandLine: 'intel_iommu=on,sm_on', bootId: '0', config: null },
  iommufd: true,
  modules: ['iommufd', 'vfio_pci'],
  units: [
    {
      name: 'dmar0',
      version: '4:0',
      cap: 0x19ed008c40780c66n,
      ecap: 0x3ef9e86f050dfn,
      domainsSupported: 65536,
      domainsUsed: 4,
    },
    { name: 'dmar1', version: '1:0', cap: 0xd2008c40660462n, ecap: 0xf050dan, domainsSupported: 256, domainsUsed: 1 },
    { name: 'ivhd0', version: null, cap: 0n, ecap: 0n, domainsSupported: null, domainsUsed: null },
  ],
  functions: [
    { ...FUNCTION, uses: uses('framebuffer') },
    { ...FUNCTION, address: bdf('00:03.0'), driver: 'vfio-pci', group: 3, capabilities: 'unknown' },
    {
      ...FUNCTION,
      address: bdf('6a:01.0'),
      device: 0x0b25,
      driver: 'idxd',
      unit: 'dmar0',
      group: 12,
      capabilities: {
        pasid: { widthBits: 20, exec: true, privileged: true, enabled: true },
        ats: { queueDepth: 32, enabled: true },
        pri: { capacity: 512, enabled: false, responsePasid: true },
      },
      uses: uses('dma engine'),
    },
  ],
  holders: [{ address: bdf('00:03.0'), through: 'device', pid: 99, command: 'qemu-system-x86' }],
  files: [],
};

export const SPEC_FILE = 'host.yaml';

export const SPEC_TEXT = [
  'apiVersion: pasidctl/v1',
  'kind: Host',
  'bindings:',
  '  - { device: dsa0, pasid: 300, passThrough: true }',
  "\t'漢字 🚀 ': x\u001b[31m",
  'memory:',
  '  - file: a',
  '    size: 1',
  '',
].join('\n');

/** A place with a range, a wide line with controls, several lines, no file at hand, and no place at all. */
export const DIAGNOSTICS: readonly Diagnostic[] = [
  diagnostic('SPEC_YAML_SYNTAX', 'PASID 300 is too wide.', { location: at([4, 28], [4, 31]), advice: 'Widen it.' }),
  diagnostic('SPEC_YAML_SYNTAX', 'A bad \u001b[2J\u202e key.', { location: at([5, 6], [5, 8]), advice: 'Mend it.' }),
  diagnostic('SPEC_YAML_SYNTAX', 'This part is odd.', { location: at([7, 5], [9, 1]), advice: 'Look at it.' }),
  diagnostic('SPEC_YAML_SYNTAX', 'Another file.', {
    location: { ...at([1, 1], [1, 2]), file: 'gone\n.yaml' },
    advice: 'Find it.',
  }),
  diagnostic('HOST_NO_IOMMUFD', '/dev/iommu does not exist.', { advice: 'Load it.' }),
];

type Place = readonly [line: number, column: number];

function at([line, column]: Place, [endLine, endColumn]: Place) {
  return {
    file: SPEC_FILE,
    range: { start: { line, column }, end: { line: endLine, column: endColumn } },
  };
}
