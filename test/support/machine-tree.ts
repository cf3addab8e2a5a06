/**
 * Machines as files: /sys, /proc, /dev, /etc and /boot with what a kernel would show, for `--root`.
 *
 * A new machine is a sound one, of the kind that the first example of the README is for; a test changes what it is about. Places and
 * formats: Documentation/ABI/testing/sysfs-bus-pci, sysfs-class-iommu-intel-iommu, sysfs-kernel-iommu_groups, proc(5) (7.3).
 */

import { configBytes } from './config-bytes.ts';
import { TreeFiles } from './tree-files.ts';

/** A unit with scalable mode, nesting, first stage, PASIDs of 20 bits, page requests: registers of a Sapphire Rapids. */
export const UNIT_CAP = 'f9ff078c40380e06';
export const UNIT_ECAP = '3ef9ce6f050df';

export interface MachineFacts {
  readonly release?: string;
  readonly commandLine?: string;
  /** Modules that are loaded or built in, with their parameters as /sys shows them. */
  readonly modules?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly iommufd?: boolean;
  /** ACPI tables by name; the first bytes are those of the table. */
  readonly acpi?: Readonly<Record<string, Uint8Array>>;
  readonly config?: Readonly<Record<string, string>>;
  readonly interruptChips?: readonly string[];
  readonly hypervisor?: boolean;
  /** Lines of /proc/self/mountinfo besides /dev/shm. */
  readonly mounts?: readonly string[];
}

export interface FunctionFacts {
  readonly vendor?: number;
  readonly device?: number;
  readonly classCode?: number;
  readonly driver?: string | null;
  readonly group?: number | null;
  readonly unit?: string | null;
  /** Bytes of `config`; made from the ids when absent. */
  readonly config?: Uint8Array;
  /** Lines of the group's reserved_regions before the MSI window. */
  readonly regions?: readonly string[];
  /** Other attributes, `null` removes one: `reset_method`, `sriov_totalvfs` … */
  readonly attributes?: Readonly<Record<string, string | null>>;
}

export const SOUND_MODULES: NonNullable<MachineFacts['modules']> = {
  iommufd: { allow_unsafe_interrupts: 'N' },
  vfio: { enable_unsafe_noiommu_mode: 'N' },
  vfio_pci: { disable_denylist: 'Y', disable_idle_d3: 'N', enable_sriov: 'N' },
  vfio_pci_core: {},
};

export const SOUND_CONFIG: NonNullable<MachineFacts['config']> = {
  CONFIG_INTEL_IOMMU: 'y',
  CONFIG_INTEL_IOMMU_DEFAULT_ON: 'y',
  CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'y',
  CONFIG_IOMMUFD: 'm',
  CONFIG_VFIO: 'm',
  CONFIG_VFIO_GROUP: 'y',
  CONFIG_VFIO_DEVICE_CDEV: 'y',
  CONFIG_VFIO_PCI: 'm',
};

const SHM = '30 25 0:28 / /dev/shm rw,nosuid,nodev shared:4 - tmpfs tmpfs rw';

/** The flags byte of a DMAR table is its 38th: 1 interrupt remapping. */
export function dmarTable(flags = 1): Uint8Array {
  const bytes = new Uint8Array(48);
  bytes.set(Buffer.from('DMAR'));
  bytes[4] = bytes.length;
  bytes[36] = 51;
  bytes[37] = flags;
  return bytes;
}

export class MachineTree extends TreeFiles {
  constructor(facts: MachineFacts = {}) {
    super();
    const { release = '7.0.4', commandLine = 'root=/dev/sda2 ro intel_iommu=on,sm_on', iommufd = true } = facts;
    this.text('/proc/sys/kernel/osrelease', release);
    this.text('/proc/cmdline', commandLine);
    this.text('/proc/sys/kernel/random/boot_id', '00000000-0000-4000-8000-000000000002');
    this.text('/proc/swaps', 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority');
    this.text('/proc/meminfo', 'MemTotal:       65536000 kB\nMemFree:        48000000 kB\nMemAvailable:   60000000 kB');
    const flags = facts.hypervisor === true ? 'fpu vme hypervisor' : 'fpu vme';
    this.text('/proc/cpuinfo', `processor\t: 0\nvendor_id\t: GenuineIntel\nflags\t\t: ${flags}`);
    this.text('/proc/self/mountinfo', [SHM, ...(facts.mounts ?? [])].join('\n'));
    this.text('/proc/interrupts', interrupts(facts.interruptChips ?? ['IR-PCI-MSI']));
    this.text(`/boot/config-${release}`, configText(facts.config ?? SOUND_CONFIG));
    for (const [name, bytes] of Object.entries(facts.acpi ?? { DMAR: dmarTable() })) this.acpiTable(name, bytes);
    for (const [name, parameters] of Object.entries(facts.modules ?? SOUND_MODULES)) this.module(name, parameters);
    if (iommufd) this.text('/dev/iommu', '');
    for (const folder of ['/dev/shm', '/sys/bus/pci/devices', '/sys/class/iommu', '/sys/firmware/acpi/tables']) {
      this.folder(folder);
    }
  }

  acpiTable(name: string, bytes: Uint8Array): void {
    this.bytes(`/sys/firmware/acpi/tables/${name}`, bytes);
  }

  module(name: string, parameters: Readonly<Record<string, string>> = {}): void {
    this.text(`/sys/module/${name}/refcnt`, '0');
    for (const [key, value] of Object.entries(parameters)) this.text(`/sys/module/${name}/parameters/${key}`, value);
  }

  /** A VT-d unit; one of another kind has no registers. */
  unit(name: string, registers: Readonly<Record<string, string>> | 'not VT-d' = {}): void {
    const folder = `/sys/devices/virtual/iommu/${name}`;
    this.folder(`${folder}/devices`);
    this.link(`/sys/class/iommu/${name}`, folder);
    if (registers === 'not VT-d') return;
    const known = { version: '6:0', address: 'd0ffc000', cap: UNIT_CAP, ecap: UNIT_ECAP };
    const domains = { domains_supported: '65536', domains_used: '4' };
    for (const [key, value] of Object.entries({ ...known, ...domains, ...registers })) {
      this.text(`${folder}/intel-iommu/${key}`, value);
    }
  }

  /** @param path  below /sys/devices: `pci0000:6a/0000:6a:01.0`. Returns the folder of the function. */
  fn(path: string, facts: FunctionFacts = {}): string {
    const base = `/sys/devices/${path}`;
    const address = path.split('/').at(-1) ?? '';
    const { vendor = 0x8086, device = 0x0b25, classCode = 0x08_8000, driver = null } = facts;
    const attributes = {
      vendor: `0x${vendor.toString(16).padStart(4, '0')}`,
      device: `0x${device.toString(16).padStart(4, '0')}`,
      subsystem_vendor: `0x${vendor.toString(16).padStart(4, '0')}`,
      subsystem_device: '0x0000',
      class: `0x${classCode.toString(16).padStart(6, '0')}`,
      numa_node: '0',
      driver_override: '(null)',
      reset_method: 'flr',
      ...facts.attributes,
    };
    for (const [key, value] of Object.entries(attributes)) if (value !== null) this.text(`${base}/${key}`, value);
    this.bytes(`${base}/config`, facts.config ?? configBytes({ vendor, device }));
    this.link(`/sys/bus/pci/devices/${address}`, base);
    if (driver !== null) this.driver(base, driver);
    const { group = null, unit = 'dmar0', regions = [] } = facts;
    if (group !== null) this.group(base, group, regions);
    if (unit !== null) this.link(`${base}/iommu`, `/sys/devices/virtual/iommu/${unit}`);
    return base;
  }

  driver(base: string, name: string): void {
    this.folder(`/sys/bus/pci/drivers/${name}`);
    this.link(`${base}/driver`, `/sys/bus/pci/drivers/${name}`);
  }

  /** Regions are those of the whole group: the last member says them. */
  group(base: string, number: number, regions: readonly string[] = []): void {
    const folder = `/sys/kernel/iommu_groups/${number}`;
    this.link(`${base}/iommu_group`, folder);
    this.link(`${folder}/devices/${base.split('/').at(-1)}`, base);
    this.text(`${folder}/type`, 'DMA');
    this.text(`${folder}/reserved_regions`, [...regions, '0x00000000fee00000 0x00000000feefffff msi'].join('\n'));
  }

  /** The character device of a function on a vfio driver. */
  cdev(base: string, name: string): void {
    const number = name.replace(/\D/g, '');
    this.text(`${base}/vfio-dev/${name}/dev`, `511:${number}`);
    this.text(`/dev/vfio/devices/${name}`, '');
  }

  /** @param fds  what the link in /proc/PID/fd says, by number; the text of its fdinfo may follow */
  process(pid: number, command: string, fds: Readonly<Record<number, string | readonly [string, string]>>): void {
    this.text(`/proc/${pid}/comm`, command);
    for (const [number, file] of Object.entries(fds)) {
      const [target, more] = typeof file === 'string' ? [file, ''] : file;
      this.link(`/proc/${pid}/fd/${number}`, target);
      this.text(
        `/proc/${pid}/fdinfo/${number}`,
        `pos:\t0\nflags:\t02\nmnt_id:\t1\nino:\t6${more === '' ? '' : `\n${more}`}`,
      );
    }
  }
}

function interrupts(chips: readonly string[]): string {
  const rows = chips.map(
    (chip, index) => `  ${24 + index}:         11          0  ${chip}-0000:00:1c.0    0-edge      PCIe PME`,
  );
  return ['            CPU0       CPU1', '   0:         36          0  IO-APIC    2-edge      timer', ...rows].join(
    '\n',
  );
}

function configText(options: Readonly<Record<string, string>>): string {
  const lines = Object.entries(options).map(([name, value]) =>
    value === 'n' ? `# ${name} is not set` : `${name}=${value}`,
  );
  return ['#', '# Automatically generated file; DO NOT EDIT.', '#', ...lines].join('\n');
}
