/** Steps on modules, drivers and memory files: preparing the host, and giving back what is no longer used. */

import { known } from '../assert.ts';
import type { PciFunction } from '../model/host.ts';
import type { Handover } from '../model/live.ts';
import type { PlannedStep } from '../model/plan.ts';
import type { DeviceSpec, MemorySpec, Spec } from '../model/spec.ts';
import type { PlanInput } from './plan-input.ts';
import { planned } from './planned.ts';

/** The only driver whose devices can carry PASIDs through VFIO: variant drivers lack the PASID operations. */
export const VFIO_DRIVER = 'vfio-pci';

/** Steps before anything is built. */
export function prepareHost({ spec, host, live }: PlanInput): PlannedStep[] {
  const takes = spec.devices.flatMap((device) => takeStep(device, { host, live }));
  return [
    ...(takes.length > 0 && !host.modules.includes('vfio_pci')
      ? [planned('needed', { kind: 'load-module', module: 'vfio_pci' })]
      : []),
    ...takes,
    ...missingFiles(
      spec,
      host.files.map(({ path }) => path),
    ).map(({ file, sizeBytes }) => planned('needed', { kind: 'create-file', file, sizeBytes })),
  ];
}

function takeStep(device: DeviceSpec, { host, live }: Pick<PlanInput, 'host' | 'live'>): PlannedStep[] {
  const fn = known(
    host.functions.find(({ address }) => address === device.address),
    `PCI function ${device.address}`,
  );
  const taken = live.handovers.find(({ address }) => address === device.address);
  // A run that was killed while it gave the device back may have left it on vfio-pci with its former override.
  if (fn.driver === VFIO_DRIVER && (taken === undefined || fn.driverOverride === VFIO_DRIVER)) return [];
  const handover = taken ?? newHandover(device, fn);
  return [planned(taken === undefined ? 'wanted' : 'changed', { kind: 'take-device', handover, driver: VFIO_DRIVER })];
}

function newHandover({ name, address, release }: DeviceSpec, fn: PciFunction): Handover {
  return { device: name, address, formerDriver: fn.driver, formerOverride: fn.driverOverride, release };
}

/** Missing files with `create: true`, each once, large enough for all regions in it. */
function missingFiles(spec: Spec, present: readonly string[]): { file: string; sizeBytes: bigint }[] {
  const sizes = new Map<string, bigint>();
  for (const { file, create, offsetBytes, sizeBytes } of regions(spec)) {
    if (!create || present.includes(file)) continue;
    const end = offsetBytes + sizeBytes;
    const size = sizes.get(file) ?? 0n;
    sizes.set(file, end > size ? end : size);
  }
  return [...sizes].map(([file, sizeBytes]) => ({ file, sizeBytes }));
}

/** Without vIOMMUs of QEMU, which makes its own memory files. */
function regions(spec: Spec): readonly MemorySpec[] {
  return spec.viommus.filter(({ holder }) => holder === 'agent').flatMap(({ memory }) => memory);
}

/** Steps after everything unwanted was taken down. */
export function releaseHost({ spec, host, live }: PlanInput): PlannedStep[] {
  const wanted = new Set(spec.devices.map(({ address }) => address));
  const files = new Set(regions(spec).map(({ file }) => file));
  return [
    ...live.handovers
      .filter(({ address }) => !wanted.has(address))
      .map((handover) =>
        planned('unwanted', {
          kind: handover.release === 'restore' ? 'give-back-device' : 'keep-device',
          handover,
          driver: VFIO_DRIVER,
        }),
      ),
    ...live.createdFiles
      .filter((file) => !files.has(file))
      .map((file) =>
        planned('unused', {
          kind: 'remove-file',
          file,
          sizeBytes: host.files.find(({ path }) => path === file)?.sizeBytes ?? 0n,
        }),
      ),
    ...(vfioIsUnused({ spec, host, live })
      ? [...live.loadedModules].reverse().map((module) => planned('unused', { kind: 'unload-module', module }))
      : []),
  ];
}

/** No device of the spec needs the driver, and no other device is bound to it. */
function vfioIsUnused({ spec, host, live }: PlanInput): boolean {
  const restored = new Set(live.handovers.filter(({ release }) => release === 'restore').map(({ address }) => address));
  const others = host.functions.filter(({ address, driver }) => driver === VFIO_DRIVER && !restored.has(address));
  return spec.devices.length === 0 && others.length === 0;
}
