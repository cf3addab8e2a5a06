/** What must be switched on: each case is one change to a sound machine, and every complaint that it brings. */

import type { ExpressFacts, PciCapabilities, PciFunction } from '../../src/model/host.ts';
import { bdf, type Case, ecapWithout, HOST, pciFunction } from './world.ts';

export const DEVICE = bdf('0000:6a:01.0');

export const ON: PciCapabilities = {
  pasid: { widthBits: 20, exec: false, privileged: true, enabled: true },
  ats: { queueDepth: 32, enabled: true },
  pri: { capacity: 512, enabled: true, responsePasid: true },
};

export function withEnable(enabled: boolean | null): PciCapabilities {
  return { ...ON, pasid: { widthBits: 20, exec: false, privileged: true, enabled } };
}

export const ENDPOINT: ExpressFacts = { portType: 0, multiFunction: false, tlpPrefix: true, acs: null };
/** As Linux leaves it: source validation, request and completion redirection, upstream forwarding. */
export const ACS = { capable: 0x1f, control: 0x1d };
export const ROOT_PORT = pciFunction('0000:6a:05.0', {
  classCode: 0x06_0400,
  driver: 'pcieport',
  express: { portType: 4, multiFunction: false, tlpPrefix: true, acs: ACS },
});

export function rootPort(express: Partial<ExpressFacts>): PciFunction {
  return { ...ROOT_PORT, express: { portType: 4, multiFunction: false, tlpPrefix: true, acs: ACS, ...express } };
}

/** A device with PASIDs off below a root port. */
export function below(port: PciFunction, express: Partial<ExpressFacts> = {}): Case {
  return {
    fn: {
      capabilities: withEnable(false),
      bridge: { address: port.address, kind: 'pcie' },
      express: { ...ENDPOINT, ...express },
    },
    others: [port],
  };
}

/** Both devices of the sound machine with these capabilities. */
export function both(capabilities: PciCapabilities, changes: Partial<PciFunction> = {}): Partial<typeof HOST> {
  return { functions: HOST.functions.map((fn) => ({ ...fn, capabilities, ...changes })) };
}

const OFF = 'HOST_PASID_OFF bindings.0.device';
const LEGACY = 'HOST_SCALABLE_MODE_OFF viommus.0.firstStage';

export const SWITCH_CASES: readonly (readonly [string, Case, readonly string[]])[] = [
  ['PASIDs off below a port without TLP prefixes', below(rootPort({ tlpPrefix: false })), [OFF]],
  ['PASIDs off below a port without ACS', below(rootPort({ acs: null })), [OFF]],
  ['PASIDs off below a port whose ACS is off', below(rootPort({ acs: { capable: 0x1f, control: 0 } })), [OFF]],
  ['PASIDs off for no reason that shows', below(ROOT_PORT), [OFF]],
  [
    'PASIDs off for a VF, whose PF has no ACS among its functions',
    {
      viommu: { svm: false },
      fn: { ...below(ROOT_PORT).fn, physicalFunction: bdf('0000:6a:00.0') },
      others: [
        ROOT_PORT,
        pciFunction('0000:6a:00.0', {
          ...below(ROOT_PORT).fn,
          group: 9,
          express: { ...ENDPOINT, multiFunction: true },
        }),
      ],
    },
    [OFF],
  ],
  [
    'PASIDs off that QEMU would attach',
    {
      ...below(rootPort({ acs: null })),
      spec: { bindings: [] },
      viommu: { holder: 'qemu', svm: false },
    },
    ['HOST_PASID_OFF viommus.0.pasidBits'],
  ],
  [
    'PASIDs off, and nothing that says whether the unit is in scalable mode: once, with that as the cause',
    {
      commandLine: 'intel_iommu=on',
      host: both(withEnable(false), { express: { ...ENDPOINT, portType: 9, tlpPrefix: null } }),
    },
    [OFF, 'HOST_PASID_OFF bindings.1.device'],
  ],
  [
    'PASIDs off though nothing is in their way, and no word for scalable mode: legacy mode is proved',
    { commandLine: 'intel_iommu=on', host: both(withEnable(false)) },
    [LEGACY],
  ],
  [
    'scalable mode left to a build option that is off',
    {
      host: {
        ...both({ ...withEnable(false), pri: { capacity: 1, enabled: false, responsePasid: true } }),
        kernel: {
          ...HOST.kernel,
          commandLine: 'intel_iommu=on',
          config: { ...HOST.kernel.config, CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'n' },
        },
      },
    },
    [LEGACY],
  ],
  [
    'scalable mode of which neither words nor functions tell',
    {
      commandLine: 'intel_iommu=on',
      spec: { bindings: [] },
      viommu: { svm: false },
      host: both({ pasid: null, ats: null, pri: null }),
    },
    ['HOST_SCALABLE_MODE_UNSURE viommus.0.firstStage'],
  ],
  [
    'Enable bits that were not recorded: once for all devices',
    { host: both(withEnable(null)) },
    ['HOST_SWITCHES_UNKNOWN bindings.0.device'],
  ],
  [
    'Enable bits that a vendor’s kernel may set later',
    { release: '5.14.0-611.el9.x86_64', viommu: { memory: [] }, host: both(withEnable(false)) },
    [
      'HOST_SWITCHES_UNKNOWN bindings.0.device',
      ...['devices', 'firstStage', 'pasidBits'].map((key) => `HOST_KERNEL_UNSURE viommus.0.${key}`),
    ],
  ],
  [
    'svm with ATS switched off',
    {
      fn: {
        capabilities: {
          ...ON,
          ats: { queueDepth: 32, enabled: false },
          pri: { capacity: 1, enabled: false, responsePasid: true },
        },
      },
    },
    ['HOST_PAGE_REQUESTS_OFF viommus.0.svm'],
  ],
  [
    'svm with page requests switched off',
    { fn: { capabilities: { ...ON, pri: { capacity: 1, enabled: false, responsePasid: true } } } },
    ['HOST_PAGE_REQUESTS_OFF viommus.0.svm'],
  ],
  [
    'svm for a VF, whose page requests go to its PF',
    { fn: { physicalFunction: bdf('0000:6a:00.0') }, others: [pciFunction('0000:6a:00.0', { group: 9 })] },
    ['HOST_NO_PAGE_REQUESTS viommus.0.svm'],
  ],
  [
    'PASIDs behind an AMD IOMMU, where Enable says nothing',
    {
      unit: { name: 'ivhd0', version: null, cap: 0n, ecap: 0n },
      host: both(withEnable(false), { unit: 'ivhd0' }),
    },
    ['HOST_AMD_NO_PASID viommus.0.pasidBits'],
  ],
  [
    'a device on a variant of vfio-pci',
    { fn: { driver: 'mlx5_vfio_pci', vfioDevice: 'vfio0' } },
    ['HOST_VARIANT_DRIVER devices.0.address'],
  ],
  ['a unit in legacy mode by the last word', { commandLine: 'intel_iommu=on,sm_on,sm_off' }, [LEGACY]],
  [
    'a unit without PASIDs, whose functions show none on',
    { unit: { ecap: ecapWithout('PASID') }, host: both(withEnable(false)) },
    ['HOST_UNIT_NO_PASID viommus.0.pasidBits'],
  ],
];

/** Changes that nobody need be told of. */
export const SWITCHED_ON: readonly (readonly [string, Case])[] = [
  ['no word for scalable mode, where a function behind the unit has PASIDs on', { commandLine: 'intel_iommu=on' }],
  [
    'no word for scalable mode, where the kernel has it by default',
    {
      host: {
        kernel: {
          ...HOST.kernel,
          commandLine: 'intel_iommu=on',
          config: { ...HOST.kernel.config, CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'y' },
        },
        ...both({ pasid: null, ats: null, pri: null }),
      },
      spec: { bindings: [] },
      viommu: { svm: false },
    },
  ],
  ['PASIDs off where none are used', { ...below(ROOT_PORT), spec: { bindings: [] }, viommu: { svm: false } }],
  [
    'ATS and page requests off without svm',
    {
      viommu: { svm: false },
      fn: { capabilities: { ...ON, ats: null, pri: { capacity: 1, enabled: false, responsePasid: true } } },
    },
  ],
  [
    'a port without ACS above a device whose PASIDs are on',
    { ...below(rootPort({ acs: null })), fn: { bridge: { address: ROOT_PORT.address, kind: 'pcie' } } },
  ],
];
