/** Steps on modules, drivers and memory files: preparing the host, and giving back what is no longer used. */

import { known } from '../assert.ts';
import { DISABLE_DENYLIST, isOn, parameterOf } from '../linux/module-parameters.ts';
import { vfsThatGo } from '../linux/predicted-vfs.ts';
import { vfAddress } from '../linux/sriov.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import type { Host, PciFunction } from '../model/host.ts';
import type { Handover, MadeVfs } from '../model/live.ts';
import type { PlannedStep } from '../model/plan.ts';
import type { DeviceSpec, MemorySpec, PhysicalFunctionSpec, Spec } from '../model/spec.ts';
import type { StepOf } from '../steps/traits.ts';
import type { ObservedInput } from './plan-input.ts';
import { planned } from './planned.ts';

/** Steps before anything is built. */
export function prepareHost(input: ObservedInput): PlannedStep[] {
  const { spec, host, live } = input;
  const takes = spec.devices.flatMap((device) => takeStep(device, { host, live }));
  return [
    ...spec.physicalFunctions.flatMap((pf) => makeStep(pf, input)),
    ...(takes.length > 0 && !host.modules.includes('vfio_pci')
      ? [planned('needed', { kind: 'load-module', module: DISABLE_DENYLIST.module, ...wantedParameters(spec) })]
      : []),
    ...takes,
    ...missingFiles(
      spec,
      host.files.map(({ path }) => path),
    ).map(({ file, sizeBytes }) => planned('needed', { kind: 'create-file', file, sizeBytes })),
  ];
}

type Parameters = Pick<StepOf<'load-module'>, 'parameters'>;

function wantedParameters({ vfioPci }: Spec): Parameters {
  return vfioPci.disableDenylist ? { parameters: [{ name: DISABLE_DENYLIST.name, value: '1' }] } : {};
}

/** As it is loaded now, so that the undoing of an unload restores it. */
function parametersInEffect({ parameters }: Host, module: string): Parameters {
  const { name } = DISABLE_DENYLIST;
  const parameter = parameterOf(parameters, module, name);
  return parameter?.state === 'effective' && isOn(parameter) ? { parameters: [{ name, value: '1' }] } : {};
}

/** None when the PF has as many VFs already: then they are not ours, unless the ledger has them. */
function makeStep(pf: PhysicalFunctionSpec, { observed, live }: ObservedInput): PlannedStep[] {
  const fn = known(
    observed.functions.find(({ address }) => address === pf.address),
    `PCI function ${pf.address}`,
  );
  if (fn.virtualFunctions.length === pf.virtualFunctions) return [];
  const held = live.madeVfs.some(({ address }) => address === pf.address);
  return [planned(held ? 'changed' : 'wanted', { kind: 'make-vfs', vfs: newVfs(pf, fn) })];
}

function newVfs({ name, address, virtualFunctions: count }: PhysicalFunctionSpec, fn: PciFunction): MadeVfs {
  const places = Array.from({ length: count }, (_, index) => vfAddress(fn, index));
  const addresses = places.filter((place) => place !== null);
  return { device: name, address, count, addresses: addresses.length === count ? addresses : [] };
}

function takeStep(device: DeviceSpec, { host, live }: Pick<ObservedInput, 'host' | 'live'>): PlannedStep[] {
  const fn = known(
    host.functions.find(({ address }) => address === device.address),
    `PCI function ${device.address}`,
  );
  const taken = live.handovers.find(({ address }) => address === device.address);
  // A run that was killed while it gave the device back may have left it on vfio-pci with its former override.
  if (fn.driver === VFIO_PCI && (taken === undefined || fn.driverOverride === VFIO_PCI)) return [];
  const handover = taken ?? newHandover(device, fn);
  return [planned(taken === undefined ? 'wanted' : 'changed', { kind: 'take-device', handover, driver: VFIO_PCI })];
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
export function releaseHost(input: ObservedInput): PlannedStep[] {
  const { spec, host, live } = input;
  const wanted = new Set(spec.devices.map(({ address }) => address));
  const files = new Set(regions(spec).map(({ file }) => file));
  // A VF that goes cannot be kept, and only a device that is given back is taken again when that is undone.
  const going = vfsThatGo(input.observed, spec, live.madeVfs);
  return [
    ...live.handovers
      .filter(({ address }) => !wanted.has(address))
      .map((handover) =>
        planned('unwanted', {
          kind: handover.release === 'restore' || going.has(handover.address) ? 'give-back-device' : 'keep-device',
          handover,
          driver: VFIO_PCI,
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
    ...live.madeVfs.flatMap((vfs) => removeStep(vfs, input)),
    ...(vfioIsUnused(input)
      ? [...live.loadedModules]
          .reverse()
          .map((module) => planned('unused', { kind: 'unload-module', module, ...parametersInEffect(host, module) }))
      : []),
  ];
}

/** Of PFs that the spec does not list, or lists with another number: none while it is there already. */
function removeStep(vfs: MadeVfs, { spec, observed }: ObservedInput): PlannedStep[] {
  const wanted = spec.physicalFunctions.find(({ address }) => address === vfs.address);
  if (wanted === undefined) return [planned('unwanted', { kind: 'remove-vfs', vfs })];
  const now = observed.functions.find(({ address }) => address === vfs.address)?.virtualFunctions.length ?? 0;
  return now === 0 || now === wanted.virtualFunctions ? [] : [planned('changed', { kind: 'remove-vfs', vfs })];
}

/** No device of the spec needs the driver, and no other device is bound to it. */
function vfioIsUnused({ spec, host, live }: ObservedInput): boolean {
  const restored = new Set(live.handovers.filter(({ release }) => release === 'restore').map(({ address }) => address));
  const others = host.functions.filter(({ address, driver }) => driver === VFIO_PCI && !restored.has(address));
  return spec.devices.length === 0 && others.length === 0;
}
