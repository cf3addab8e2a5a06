/** The part of what is held that a spec names, and nothing else. */

import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Live } from '../model/live.ts';
import type { Spec } from '../model/spec.ts';
import type { Session } from './session.ts';

/**
 * Its vIOMMUs, the hand-overs of its devices, the VFs of its PFs, and its memory files that no other vIOMMU has mapped. Modules go with the last
 * device, as the planner decides.
 */
export function partNamed(live: Live, spec: Spec): Live {
  const { devices, viommus } = spec;
  const makers = new Set(spec.physicalFunctions.map(({ address }) => address));
  const names = new Set(viommus.map(({ name }) => name));
  const addresses = new Set(devices.map(({ address }) => address));
  const files = new Set(viommus.flatMap(({ memory }) => memory.map(({ file }) => file)));
  const staying = live.viommus.filter(({ name }) => !names.has(name));
  const inUse = new Set(staying.flatMap(({ memory }) => memory.map(({ file }) => file)));
  return {
    handovers: live.handovers.filter(({ address }) => addresses.has(address)),
    createdFiles: live.createdFiles.filter((file) => files.has(file) && !inUse.has(file)),
    loadedModules: live.loadedModules,
    madeVfs: live.madeVfs.filter(({ address }) => makers.has(address)),
    viommus: live.viommus.filter(({ name }) => names.has(name)),
  };
}

/**
 * @throws Refusal: `host-unfit` when the spec names only a device or only the vIOMMU that holds it, `failed` when a process holds
 *         the kernel objects, which gives back only everything
 */
export function refusePart(spec: Spec, { held: { live, holder } }: Session): void {
  const { devices, viommus } = spec;
  if (holder !== null) {
    const message = `process ${holder.pid} holds the kernel objects, and gives back only everything`;
    throw new Refusal('failed', [diagnostic('STATE_HELD_BY_PROCESS', message)]);
  }
  const names = new Set(viommus.map(({ name }) => name));
  const addresses = new Set(devices.map(({ address }) => address));
  const torn = live.viommus
    .filter(({ name }) => !names.has(name))
    .flatMap(({ name, devices: bound }) =>
      bound
        .filter(({ address }) => addresses.has(address))
        .map((device) => ({
          message: `${device.name} (${device.address}) belongs to vIOMMU ${name}, which these files do not name`,
          advice: `Name vIOMMU ${name} too${OR_ALL}`,
        })),
    );
  const dragged = live.viommus
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, devices: bound }) =>
      bound
        .filter(({ address }) => !addresses.has(address))
        .map((device) => ({
          message: `vIOMMU ${name} holds ${device.name} (${device.address}), which these files do not name`,
          advice: `Name ${device.name} too${OR_ALL}`,
        })),
    );
  const problems = [...torn, ...dragged, ...orphaned(live, spec)];
  if (problems.length === 0) return;
  throw new Refusal(
    'host-unfit',
    problems.map(({ message, advice }) => diagnostic('STATE_PART_IN_USE', message, { advice })),
  );
}

interface InUse {
  readonly message: string;
  readonly advice: string;
}

const OR_ALL = ', or run `pasidctl destroy` without -f to give everything back.';

/** VFs that would go with their PF, though the spec does not name them. */
function orphaned(live: Live, spec: Spec): InUse[] {
  const named = new Set(spec.devices.map(({ address }) => address));
  const gone = new Map(
    partNamed(live, spec).madeVfs.flatMap(({ device, addresses }) => addresses.map((address) => [address, device])),
  );
  // A VF that was on vfio-pci already is bound without having been taken.
  const bound = live.viommus.flatMap(({ devices }) => devices.map(({ name, address }) => ({ device: name, address })));
  const held = new Map([...bound, ...live.handovers].map(({ device, address }) => [address, device]));
  return [...held]
    .filter(([address]) => gone.has(address) && !named.has(address))
    .map(([address, device]) => {
      const pf = gone.get(address) ?? '';
      return {
        message: `${device} (${address}) is one of the VFs of ${pf}, which are all removed at once, and these files do not name it`,
        advice: `Name ${device} too, or leave ${pf} out${OR_ALL}`,
      };
    });
}
