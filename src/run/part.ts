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
        .map((device) => `${device.name} (${device.address}) belongs to vIOMMU ${name}, which these files do not name`),
    );
  const dragged = live.viommus
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, devices: bound }) =>
      bound
        .filter(({ address }) => !addresses.has(address))
        .map((device) => `vIOMMU ${name} holds ${device.name} (${device.address}), which these files do not name`),
    );
  const problems = [...torn, ...dragged, ...orphaned(live, spec)];
  if (problems.length === 0) return;
  throw new Refusal(
    'host-unfit',
    problems.map((message) => diagnostic('STATE_PART_IN_USE', message)),
  );
}

/** VFs that would go with their PF, though the spec does not name them. */
function orphaned(live: Live, spec: Spec): string[] {
  const named = new Set(spec.devices.map(({ address }) => address));
  const gone = new Map(
    partNamed(live, spec).madeVfs.flatMap(({ device, addresses }) => addresses.map((address) => [address, device])),
  );
  return live.handovers
    .filter(({ address }) => gone.has(address) && !named.has(address))
    .map(
      ({ device, address }) => `${device} (${address}) is a VF of ${gone.get(address)}, and these files do not name it`,
    );
}
