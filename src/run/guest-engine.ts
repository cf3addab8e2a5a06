/**
 * An engine on the kernel objects of one vIOMMU. It attaches what the guest's tables say; as long as it runs, its attachments
 * are in the ledger with the owner `guest`.
 */

import type { HeldViommu } from '../apply/ledger.ts';
import { known } from '../assert.ts';
import type { GuestMemory } from '../guest/guest-memory.ts';
import { invalidationBatch } from '../kernel/invalidation-batch.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LiveDevice } from '../model/live.ts';
import { createEngine, type Engine } from '../viommu/engine.ts';
import { kernelHost } from '../viommu/host/kernel-host.ts';
import type { EngineDevice, HostAbility } from '../viommu/state/engine-device.ts';
import type { EngineOptions } from '../viommu/state/engine-state.ts';
import type { TakePageRequest } from '../viommu/state/held-queue.ts';
import type { HostOps } from '../viommu/state/host-ops.ts';
import type { ReportProblem } from '../viommu/state/problem.ts';

/** A device of the vIOMMU: its name in the ledger, its address in the guest, and what its unit can do. */
export interface GuestDevice {
  readonly name: string;
  /** Address in the guest. */
  readonly bus: number;
  /** device << 3 | function */
  readonly devfn: number;
  readonly host: HostAbility;
  /** The host has switched page requests on for it (PRI). */
  readonly pageRequests: boolean;
  /** The nest parent of its unit was made with the PASID flag. */
  readonly parentTakesPasids: boolean;
}

export interface GuestEngineParts {
  readonly kernel: Kernel;
  /** Its devices are bound, and their RIDs attached to the nest parents of their units. */
  readonly viommu: HeldViommu;
  /** The engine handles devices in this order. */
  readonly devices: readonly GuestDevice[];
  readonly options: EngineOptions;
  readonly memory: GuestMemory;
  readonly report: ReportProblem;
  /** The guest's page request queue; without it every page request is answered INVALID. */
  readonly guestQueue?: TakePageRequest;
  /** Wraps the host, to record its calls or to let them fail. */
  readonly around?: (host: HostOps) => HostOps;
}

/** Most invalidations per call; longer lists are sent in several. */
const BATCH = 4096;

/** Undone by: unplug of all devices, after which the ledger holds nothing for the guest, and the spec decides about their RIDs. */
export function startGuestEngine(parts: GuestEngineParts): Engine {
  const { kernel, viommu, options, memory, report, guestQueue, around = (host) => host } = parts;
  const devices = engineDevices(viommu, parts.devices);
  const host = kernelHost({
    kernel,
    iommufd: viommu.iommufd,
    pasid: viommu.pasid,
    devices: devices.map(({ name, parent }) => ({ handle: heldAs(viommu, name).handle, parent })),
    batch: invalidationBatch(BATCH),
  });
  const engine = createEngine({
    options,
    devices,
    memory,
    report,
    host: around(host),
    ...(guestQueue === undefined ? {} : { guestQueue }),
  });
  const units = [...viommu.nestParents.keys()];
  viommu.guest = () => engine.held(units);
  return {
    ...engine,
    unplug(name) {
      engine.unplug(name);
      const device = viommu.devices.get(name);
      // The engine has detached the RID; the ledger decides about it again.
      if (device !== undefined) viommu.devices.set(name, { ...device, ridAttached: false });
    },
  };
}

/** First stages are shared over one nest parent, so units have the order of their parents in the ledger. */
export function engineDevices(viommu: HeldViommu, devices: readonly GuestDevice[]): readonly EngineDevice[] {
  const units = [...viommu.nestParents.keys()];
  return devices.map((device) => {
    const { unit, maxPasidLog2 } = heldAs(viommu, device.name);
    const parent = known(viommu.nestParents.get(unit), `nest parent on ${unit}`);
    return { ...device, unit: units.indexOf(unit), maxPasidLog2, parent };
  });
}

function heldAs({ devices }: HeldViommu, name: string): LiveDevice {
  return known(devices.get(name), `device ${name}`);
}
