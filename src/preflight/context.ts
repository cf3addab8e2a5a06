/** The input of every rule: spec and machine, joined once. */

import { withDeclaredVfs } from '../linux/predicted-vfs.ts';
import type { Bdf } from '../model/bdf.ts';
import { groupBy } from '../model/group-by.ts';
import type { Host, IommuUnit, PciFunction } from '../model/host.ts';
import type { Live } from '../model/live.ts';
import type { Origin, SourceMap } from '../model/source.ts';
import type { BindingSpec, DeviceSpec, Spec, ViommuSpec } from '../model/spec.ts';
import { type Capability, decodeCap, decodeEcap, type ExtendedCapability } from '../vtd/capability.ts';
import { needsHwpts } from './needs.ts';

export type Backend = 'kernel' | 'selftest' | 'sim';

export interface PreflightInput {
  readonly spec: Spec;
  readonly host: Host;
  readonly live: Live;
  readonly sources: SourceMap;
  readonly backend: Backend;
}

export interface Context extends PreflightInput {
  /** As it will be when the VFs are made that the spec declares. */
  readonly host: Host;
  /** As it is. */
  readonly observed: Host;
  readonly functions: ReadonlyMap<Bdf, PciFunction>;
  /** Devices of the spec whose function exists, in spec order. */
  readonly assigned: readonly Assigned[];
  /** Units that need HWPTs for vIOMMUs, each once per vIOMMU. */
  readonly used: readonly UsedUnit[];
}

/** A device of the spec, its function, its vIOMMU, its unit and its bindings. */
export interface Assigned {
  readonly device: DeviceSpec;
  readonly fn: PciFunction;
  readonly viommu: ViommuSpec | null;
  readonly unit: IommuUnit | null;
  readonly bindings: readonly BindingSpec[];
  /** The ledger lists the device: pasidctl has taken or bound it. */
  readonly ours: boolean;
}

/** A unit with devices of one vIOMMU behind it. */
export interface UsedUnit {
  readonly viommu: ViommuSpec;
  readonly unit: IommuUnit;
  readonly cap: Capability;
  readonly ecap: ExtendedCapability;
  readonly devices: readonly Assigned[];
}

export function makeContext(input: PreflightInput): Context {
  const host = withDeclaredVfs(input.host, input.spec);
  const functions = new Map(host.functions.map((fn) => [fn.address, fn]));
  return joined({ ...input, host, observed: input.host, functions });
}

/** The same machine with less of the spec. */
export function narrowed(context: Context, spec: Spec): Context {
  return joined({ ...context, spec });
}

type Machine = Omit<Context, 'assigned' | 'used'>;

function joined(machine: Machine): Context {
  const assigned = joinDevices(machine);
  return { ...machine, assigned, used: joinUnits(assigned) };
}

function joinDevices({ spec, host, live, functions }: Machine): Assigned[] {
  const units = new Map(host.units.map((unit) => [unit.name, unit]));
  const viommus = new Map(spec.viommus.flatMap((viommu) => viommu.devices.map((name) => [name, viommu] as const)));
  const bindings = groupBy(spec.bindings, ({ device }) => device);
  const ours = new Set([
    ...live.handovers.map(({ address }) => address),
    ...live.viommus.flatMap(({ devices }) => devices.map(({ address }) => address)),
  ]);
  return spec.devices.flatMap((device) => {
    const fn = functions.get(device.address);
    if (fn === undefined) return [];
    return {
      device,
      fn,
      viommu: viommus.get(device.name) ?? null,
      unit: units.get(fn.unit ?? '') ?? null,
      bindings: bindings.get(device.name) ?? [],
      ours: ours.has(device.address),
    };
  });
}

function joinUnits(assigned: readonly Assigned[]): UsedUnit[] {
  const pairs = new Map<string, UsedUnit & { devices: Assigned[] }>();
  for (const device of assigned) {
    const { viommu, unit } = device;
    if (viommu === null || unit === null || !needsHwpts(viommu)) continue;
    const key = JSON.stringify([viommu.name, unit.name]);
    const pair = pairs.get(key);
    if (pair !== undefined) pair.devices.push(device);
    else pairs.set(key, { viommu, unit, cap: decodeCap(unit.cap), ecap: decodeEcap(unit.ecap), devices: [device] });
  }
  return [...pairs.values()];
}

/** Names of devices, for the findings that concern them. */
export function namesOf(devices: readonly Assigned[]): readonly string[] {
  return devices.map(({ device }) => device.name);
}

/** A place in the spec: a key of a node, or the node itself. */
export interface Place {
  readonly origin: Origin;
  readonly key?: string;
}

/** The origin of a child node. */
export function below({ document, path }: Origin, key: string): Origin {
  return { document, path: [...path, key] };
}

/** `a, b and c`; at most four names, then the number of the others. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
