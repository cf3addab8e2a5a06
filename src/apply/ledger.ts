/**
 * The ledger in memory, which each step changes. `Live` is its readonly form.
 *
 * The kernel cannot list iommufd objects, so every object must have an entry here, and every entry an object.
 */

import { groupBy } from '../model/group-by.ts';
import { formatHwptRef, type HwptRef, heldStageRef } from '../model/hwpt-ref.ts';
import type {
  Handover,
  HeldForGuest,
  Live,
  LiveBinding,
  LiveDevice,
  LiveFirstStage,
  LiveMemory,
  LiveViommu,
  MadeVfs,
} from '../model/live.ts';
import { RangeList } from './range-list.ts';
import { StepError } from './step-error.ts';
import type { AttachTarget } from './witness.ts';

export class Ledger {
  readonly handovers: Map<string, Handover>;
  readonly createdFiles: Set<string>;
  readonly loadedModules: Set<string>;
  /** By the address of the PF. */
  readonly madeVfs: Map<string, MadeVfs>;
  readonly viommus: Map<string, HeldViommu>;

  constructor(live: Live) {
    this.handovers = new Map(live.handovers.map((handover) => [handover.address, handover]));
    this.createdFiles = new Set(live.createdFiles);
    this.loadedModules = new Set(live.loadedModules);
    this.madeVfs = new Map(live.madeVfs.map((vfs) => [vfs.address, vfs]));
    this.viommus = new Map(live.viommus.map((viommu) => [viommu.name, heldViommu(viommu)]));
  }

  viommu(name: string): HeldViommu {
    return present(this.viommus.get(name), () => `vIOMMU ${name}`);
  }

  /** An engine holds something for its guest, which is in the readonly form alone. */
  hasGuest(): boolean {
    return [...this.viommus.values()].some(({ guest }) => guest !== null);
  }

  toLive(): Live {
    return {
      handovers: [...this.handovers.values()],
      createdFiles: [...this.createdFiles],
      loadedModules: [...this.loadedModules],
      madeVfs: [...this.madeVfs.values()],
      viommus: [...this.viommus.values()].map(liveViommu),
    };
  }
}

/** Only a rollback can miss an entry: when an earlier undo has failed. */
function present<T>(value: T | undefined, what: () => string): T {
  if (value === undefined) throw new StepError(`${what()} is not in the ledger`, {});
  return value;
}

/** One vIOMMU; HWPTs by name, bindings by device. */
export interface HeldViommu {
  readonly name: string;
  readonly pasid: boolean;
  readonly nesting: boolean;
  readonly iommufd: number;
  readonly ioas: number;
  readonly memory: Map<bigint, LiveMemory>;
  /** Unit → HWPT id. */
  readonly nestParents: Map<string, number>;
  readonly devices: Map<string, LiveDevice>;
  /** By the text of their name. */
  readonly firstStages: Map<string, LiveFirstStage>;
  readonly bindings: Map<string, RangeList>;
  /**
   * Reads what an engine holds for its guest, from the engine's own lists; `null` without an engine. The engine removes all of
   * it before the vIOMMU is closed.
   */
  guest: (() => HeldForGuest) | null;
}

export function emptyViommu(base: Pick<HeldViommu, 'name' | 'pasid' | 'nesting' | 'iommufd' | 'ioas'>): HeldViommu {
  return {
    ...base,
    memory: new Map(),
    nestParents: new Map(),
    devices: new Map(),
    firstStages: new Map(),
    bindings: new Map(),
    guest: null,
  };
}

/** The kernel's number for a HWPT's name. */
export function hwptId(viommu: HeldViommu, ref: HwptRef): number {
  const held = ref.kind === 'parent' ? viommu.nestParents.get(ref.unit) : heldStage(viommu, ref)?.hwpt;
  return present(held, () => `HWPT ${formatHwptRef(ref)} of vIOMMU ${viommu.name}`);
}

/** The HWPT of a name, as a witness compares it. */
export function attachTarget(viommu: HeldViommu, ref: HwptRef): AttachTarget {
  const stage = heldStage(viommu, ref);
  return { hwpt: stage?.hwpt ?? hwptId(viommu, ref), stage };
}

/** `null` for a nest parent, and for a first stage that is not in the ledger. */
export function heldStage({ firstStages }: HeldViommu, ref: HwptRef): LiveFirstStage | null {
  return ref.kind === 'parent' ? null : (firstStages.get(formatHwptRef(ref)) ?? null);
}

export function heldDevice(viommu: HeldViommu, name: string): LiveDevice {
  return present(viommu.devices.get(name), () => `device ${name} of vIOMMU ${viommu.name}`);
}

export function bindingsOf(viommu: HeldViommu, device: string): RangeList {
  const held = viommu.bindings.get(device);
  if (held !== undefined) return held;
  const fresh = new RangeList(device);
  viommu.bindings.set(device, fresh);
  return fresh;
}

function flagsOf({ name, pasid, nesting, iommufd, ioas }: LiveViommu): Parameters<typeof emptyViommu>[0] {
  return { name, pasid, nesting, iommufd, ioas };
}

function heldViommu(live: LiveViommu): HeldViommu {
  return {
    ...emptyViommu(flagsOf(live)),
    memory: new Map(live.memory.map((memory) => [memory.guestAddress, memory])),
    nestParents: new Map(live.nestParents.map(({ unit, hwpt }) => [unit, hwpt])),
    devices: new Map(live.devices.map((device) => [device.name, device])),
    firstStages: new Map(live.firstStages.map((stage) => [formatHwptRef(heldStageRef(stage)), stage])),
    bindings: new Map(
      [...groupBy(live.bindings, ({ device }) => device)].map(([device, ranges]) => [
        device,
        new RangeList(device, ranges),
      ]),
    ),
  };
}

function liveViommu(held: HeldViommu): LiveViommu {
  const { name, pasid, nesting, iommufd, ioas } = held;
  const guest = held.guest?.() ?? null;
  const devices = [...held.devices.values()];
  const bindings = [...held.bindings].flatMap(([, list]) => list.ranges);
  return {
    name,
    pasid,
    nesting,
    iommufd,
    ioas,
    memory: [...held.memory.values()].sort((a, b) => (a.guestAddress < b.guestAddress ? -1 : 1)),
    nestParents: [...held.nestParents].map(([unit, hwpt]) => ({ unit, hwpt })),
    devices: guest === null ? devices : devices.map((device) => withGuestRid(device, guest)),
    firstStages: [...held.firstStages.values(), ...(guest?.firstStages ?? [])],
    bindings: [...bindings, ...(guest?.bindings ?? [])].sort(byDeviceAndPasid),
  };
}

function withGuestRid(device: LiveDevice, { devices, onParent }: HeldForGuest): LiveDevice {
  const { name } = device;
  return devices.has(name) ? { ...device, ridAttached: onParent.has(name), ridOwner: 'guest' } : device;
}

function byDeviceAndPasid(a: LiveBinding, b: LiveBinding): number {
  if (a.device === b.device) return a.first - b.first;
  return a.device < b.device ? -1 : 1;
}
