/** A simulated machine for a script: its units and devices, all bound to one iommufd with their RIDs on nest parents. */

import { emptyViommu, type HeldViommu, Ledger } from '../apply/ledger.ts';
import { known } from '../assert.ts';
import type { ConfigDevice, ConfigOperation, ConfigUnit } from '../guest/operation.ts';
import type { HwInfo, Kernel } from '../kernel/kernel.ts';
import { KernelError, valueOrThrow } from '../kernel/kernel-error.ts';
import { vfioKernel } from '../kernel/vfio-kernel.ts';
import { type Bdf, packDevfn, splitBdf } from '../model/bdf.ts';
import type { Host, IommuUnit, PciFunction } from '../model/host.ts';
import { type DeviceHandle, EMPTY_LIVE } from '../model/live.ts';
import { engineDevices, type GuestDevice } from '../run/guest-engine.ts';
import { SAMPLE_MACHINE } from '../sim/sample-machine.ts';
import { createWorld, type SimWorld } from '../sim/sim-world.ts';
import { type EngineDevice, hostAbility } from '../viommu/state/engine-device.ts';

export interface ReplayMachine {
  readonly world: SimWorld;
  readonly kernel: Kernel;
  /** The ledger, with the single vIOMMU and what its engine holds. */
  readonly ledger: Ledger;
  readonly viommu: HeldViommu;
  /** In the order of the script. */
  readonly devices: readonly ReplayDevice[];
  /** Closes the vfio device file, as when the device is unplugged. */
  release(index: number): void;
}

export interface ReplayDevice {
  readonly guest: GuestDevice;
  readonly engine: EngineDevice;
  readonly bdf: Bdf;
  readonly unit: string;
}

export interface MachineRequest {
  readonly config: ConfigOperation | null;
  /** Used where the script names no devices. */
  readonly functions: readonly Bdf[];
  readonly pasidBits: number;
}

const VIOMMU = 'guest';
const DEFAULT_UNIT = 'dmar0';
const DEFAULT_WIDTH = 20;

export function makeMachine({ config, functions, pasidBits }: MachineRequest): ReplayMachine {
  const wanted = wantedDevices(config, functions);
  const units = wantedUnits(config?.units ?? [], wanted);
  const world = createWorld(hostOf(units, wanted));
  const kernel = vfioKernel(world.syscalls, 'sim');
  const iommufd = valueOrThrow(kernel.openIommufd(), 'open', '/dev/iommu');
  const ioas = valueOrThrow(kernel.allocIoas(iommufd), 'IOMMU_IOAS_ALLOC', VIOMMU);
  const viommu = emptyViommu({ name: VIOMMU, pasid: pasidBits > 0, nesting: true, iommufd, ioas });
  const parents = parentsOf(kernel, viommu);
  const bound = wanted.map((device, index) => {
    const handle = bindDevice(kernel, iommufd, { device, index });
    const takesPasids = device.parentTakesPasids && pasidBits > 0;
    const [unit, parent] = parents(device.unit, takesPasids, handle);
    valueOrThrow(kernel.attach(handle, 0, parent), 'attach', device.name);
    const maxPasidLog2 = widthOf(kernel, iommufd, { device, handle });
    const rid = { ridAttached: true, ridOwner: 'spec' } as const;
    viommu.devices.set(device.name, { name: device.name, address: device.bdf, unit, handle, ...rid, maxPasidLog2 });
    return { device, handle, guest: guestDevice(device, takesPasids, units) };
  });
  const ledger = new Ledger(EMPTY_LIVE);
  ledger.viommus.set(VIOMMU, viommu);
  const guests = bound.map(({ guest }) => guest);
  return {
    world,
    kernel,
    ledger,
    viommu,
    devices: engineDevices(viommu, guests).map((engine, index) => {
      const { guest, device } = known(bound[index], `device ${engine.name}`);
      return { guest, engine, bdf: device.bdf, unit: device.unit };
    }),
    release(index) {
      const item = bound[index];
      if (item === undefined) return;
      kernel.releaseDevice(item.handle);
      viommu.devices.delete(item.device.name);
    },
  };
}

interface WantedDevice extends Omit<ConfigDevice, 'unit'> {
  readonly unit: string;
}

function wantedDevices(config: ConfigOperation | null, functions: readonly Bdf[]): readonly WantedDevice[] {
  const unit = config?.units?.[0]?.name ?? DEFAULT_UNIT;
  const named = config?.devices?.map((device) => ({ ...device, unit: device.unit ?? unit }));
  return (
    named ?? functions.map((bdf) => ({ name: shortBdf(bdf), bdf, unit, maxPasidLog2: null, parentTakesPasids: true }))
  );
}

/** `00:05.0` in segment 0. */
export function shortBdf(bdf: Bdf): string {
  return bdf.startsWith('0000:') ? bdf.slice(5) : bdf;
}

/** Fields that the script omits are those of the sample machine, whose units have nesting and PASIDs. */
function wantedUnits(named: readonly ConfigUnit[], devices: readonly WantedDevice[]): readonly IommuUnit[] {
  const template = known(SAMPLE_MACHINE.units[0], 'the unit of the sample machine');
  const missing = new Set(devices.map(({ unit }) => unit).filter((name) => !named.some((unit) => unit.name === name)));
  const all = [...named, ...[...missing].map((name) => ({ name, cap: null, ecap: null }))];
  return all.map(({ name, cap, ecap }) => ({
    ...template,
    name,
    cap: cap ?? template.cap,
    ecap: ecap ?? template.ecap,
  }));
}

function hostOf(units: readonly IommuUnit[], devices: readonly WantedDevice[]): Host {
  const template = known(SAMPLE_MACHINE.functions[0], 'a function of the sample machine');
  const functions = devices.map((device, index): PciFunction => {
    const widthBits = device.maxPasidLog2 ?? DEFAULT_WIDTH;
    return {
      ...template,
      address: device.bdf,
      classCode: 0x08_8000,
      driver: 'vfio-pci',
      unit: device.unit,
      group: index,
      vfioDevice: vfioName(index),
      bridge: null,
      uses: [],
      capabilities: {
        pasid: widthBits === 0 ? null : { widthBits, exec: false, privileged: true, enabled: true },
        ats: { queueDepth: 32, enabled: true },
        pri: { capacity: 512, enabled: true, responsePasid: true },
      },
    };
  });
  const modules = ['iommufd', 'vfio', 'vfio_pci', 'vfio_pci_core', 'vfio_iommu_type1'];
  return { ...SAMPLE_MACHINE, modules, units, functions, holders: [], files: [] };
}

function vfioName(index: number): string {
  return `vfio${index}`;
}

interface Binding {
  readonly device: WantedDevice;
  readonly index: number;
}

function bindDevice(kernel: Kernel, iommufd: number, { device, index }: Binding): DeviceHandle {
  const { name, bdf } = device;
  const handle = kernel.bindDevice(iommufd, { address: bdf, vfioDevice: vfioName(index), pasid: true });
  if (typeof handle === 'number') throw new KernelError('VFIO_DEVICE_BIND_IOMMUFD', handle, name);
  return handle;
}

/** The unit in the ledger, and its parent. */
type FindParent = (unit: string, pasid: boolean, handle: DeviceHandle) => readonly [unit: string, parent: number];

/** One parent per unit and PASID flag. Without nesting it is a plain HWPT, and its devices can only be passed through. */
function parentsOf(kernel: Kernel, { iommufd, ioas, nestParents }: HeldViommu): FindParent {
  return (unit, pasid, { devId }) => {
    const key = pasid ? unit : `${unit} without PASIDs`;
    const held = nestParents.get(key);
    if (held !== undefined) return [key, held];
    const nesting = kernel.allocNestParent(iommufd, { devId, ioas, nesting: true, pasid });
    const parent =
      nesting >= 0
        ? nesting
        : valueOrThrow(
            kernel.allocNestParent(iommufd, { devId, ioas, nesting: false, pasid }),
            'IOMMU_HWPT_ALLOC',
            unit,
          );
    nestParents.set(key, parent);
    return [key, parent];
  };
}

interface Bound {
  readonly device: WantedDevice;
  readonly handle: DeviceHandle;
}

/** The ability of a device: from the script, else from the kernel. */
function widthOf(kernel: Kernel, iommufd: number, { device, handle }: Bound): number {
  const info: HwInfo = { type: 0, maxPasidLog2: 0, capabilities: 0n, cap: 0n, ecap: 0n };
  valueOrThrow(kernel.hwInfo(iommufd, handle, info), 'IOMMU_GET_HW_INFO', device.name);
  return device.maxPasidLog2 ?? info.maxPasidLog2;
}

function guestDevice(device: WantedDevice, parentTakesPasids: boolean, units: readonly IommuUnit[]): GuestDevice {
  const address = splitBdf(device.bdf);
  const unit = known(
    units.find(({ name }) => name === device.unit),
    `unit ${device.unit}`,
  );
  return {
    name: device.name,
    bus: address.bus,
    devfn: packDevfn(address),
    host: hostAbility(unit),
    // The simulated functions have PRI on.
    pageRequests: true,
    parentTakesPasids,
  };
}
