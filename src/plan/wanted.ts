/** The spec in the shape of the ledger, `Live`, without kernel ids. */

import { known } from '../assert.ts';
import type { Bdf } from '../model/bdf.ts';
import { groupBy } from '../model/group-by.ts';
import type { Host, PciFunction } from '../model/host.ts';
import { firstStageRef, formatHwptRef, type HwptRef, parentRef, stageIn } from '../model/hwpt-ref.ts';
import type { LiveBinding, LiveMemory } from '../model/live.ts';
import type { BindingSpec, FirstStage, Spec, ViommuSpec } from '../model/spec.ts';
import { canonicalRanges } from './ranges.ts';

export interface WantedViommu {
  readonly name: string;
  readonly pasid: boolean;
  readonly nesting: boolean;
  readonly memory: readonly LiveMemory[];
  readonly devices: readonly WantedDevice[];
  /** By the text of their name. */
  readonly firstStages: ReadonlyMap<string, WantedFirstStage>;
  /** Per device name, canonical. */
  readonly bindings: ReadonlyMap<string, readonly LiveBinding[]>;
}

export interface WantedDevice {
  readonly name: string;
  readonly address: Bdf;
  readonly unit: string;
  readonly needPasidLog2: number;
}

export interface WantedFirstStage {
  readonly ref: HwptRef;
  readonly unit: string;
  readonly device: string;
  readonly stage: FirstStage;
}

/** The vIOMMUs that this tool holds; QEMU makes the objects of its own ones. */
export function wantedViommus(spec: Spec, host: Host): WantedViommu[] {
  const functions = new Map(host.functions.map((fn) => [fn.address, fn]));
  const byViommu = groupBy(spec.bindings, ({ viommu }) => viommu);
  return spec.viommus
    .filter(({ holder }) => holder === 'agent')
    .map((viommu) => wantedViommu(viommu, { spec, functions, bindings: byViommu.get(viommu.name) ?? [] }));
}

interface Context {
  readonly spec: Spec;
  readonly functions: ReadonlyMap<Bdf, PciFunction>;
  readonly bindings: readonly BindingSpec[];
}

function wantedViommu(viommu: ViommuSpec, { spec, functions, bindings }: Context): WantedViommu {
  const ours = bindings.filter(({ target }) => target.kind !== 'guest');
  const widest = widestPasids(ours);
  const devices = viommu.devices.map((name) => {
    const { address } = known(
      spec.devices.find((device) => device.name === name),
      `device ${name}`,
    );
    const unit = known(functions.get(address)?.unit, `IOMMU unit of ${address}`);
    return { name, address, unit, needPasidLog2: widest.get(name) ?? 0 };
  });
  const unitOf = new Map(devices.map(({ name, unit }) => [name, unit]));
  const { firstStages, live } = resolveTargets(ours, unitOf);
  return {
    name: viommu.name,
    pasid: viommu.pasidBits > 0,
    nesting: viommu.firstStage,
    memory: viommu.memory.map(({ file, offsetBytes, sizeBytes, guestAddress }) => ({
      file,
      offsetBytes,
      sizeBytes,
      guestAddress,
    })),
    devices,
    firstStages,
    bindings: new Map(devices.map(({ name }) => [name, canonicalRanges(live.get(name) ?? [])])),
  };
}

/** Smallest n with every PASID of the device below 2^n. */
function widestPasids(bindings: readonly BindingSpec[]): Map<string, number> {
  const widest = new Map<string, number>();
  for (const { device, last } of bindings) {
    widest.set(device, Math.max(widest.get(device) ?? 0, 32 - Math.clz32(last)));
  }
  return widest;
}

function resolveTargets(
  bindings: readonly BindingSpec[],
  unitOf: ReadonlyMap<string, string>,
): { firstStages: Map<string, WantedFirstStage>; live: Map<string, LiveBinding[]> } {
  const firstStages = new Map<string, WantedFirstStage>();
  const parents = new Map([...unitOf.values()].map((unit) => [unit, parentRef(unit)]));
  const live = new Map<string, LiveBinding[]>();
  for (const { device, first, last, domain, target } of bindings) {
    const unit = known(unitOf.get(device), `unit of ${device}`);
    let to = known(parents.get(unit), `nest parent on ${unit}`);
    if (target.kind === 'first-stage') {
      const stage = stageIn(target);
      const ref = firstStageRef(unit, stage);
      const key = formatHwptRef(ref);
      const wanted = firstStages.get(key) ?? { ref, unit, device, stage };
      firstStages.set(key, wanted);
      to = wanted.ref;
    }
    const ranges = live.get(device);
    const binding: LiveBinding = { owner: 'spec', device, first, last, domain, to };
    if (ranges === undefined) live.set(device, [binding]);
    else ranges.push(binding);
  }
  return { firstStages, live };
}
