/**
 * The facts that a plan depends on, by name, as an operator can check them. A saved plan is stale as soon as one of them differs.
 */

import type { Bdf } from '../model/bdf.ts';
import type { Host, IommuUnit, PciFunction } from '../model/host.ts';
import type { Live } from '../model/live.ts';
import { useText } from '../model/use-text.ts';
import { hex, hexDigits } from '../text/hex.ts';
import type { PlanInput } from './plan-input.ts';

/** Name → value, such as `driver of 0000:6a:01.0` → `idxd`. Sorted by name. */
export type Facts = Readonly<Record<string, string>>;

export interface FactChange {
  readonly name: string;
  /** `nothing` when the fact is new. */
  readonly before: string;
  /** `nothing` when the fact is gone. */
  readonly now: string;
}

const NOTHING = 'nothing';

export function factsOf({ spec, host, live }: PlanInput): Facts {
  const addresses = new Set<Bdf>([
    ...spec.devices.map(({ address }) => address),
    ...spec.physicalFunctions.map(({ address }) => address),
    ...live.madeVfs.map(({ address }) => address),
    ...live.handovers.map(({ address }) => address),
    ...live.viommus.flatMap(({ devices }) => devices.map(({ address }) => address)),
  ]);
  const functions = host.functions.filter(({ address }) => addresses.has(address));
  const units = new Set(functions.map(({ unit }) => unit));
  const entries = [
    ['kernel release', host.kernel.release],
    ['kernel command line', host.kernel.commandLine],
    ['boot', host.kernel.bootId],
    ['/dev/iommu', host.iommufd ? 'present' : NOTHING],
    ['module vfio_pci', host.modules.includes('vfio_pci') ? 'loaded' : NOTHING],
    ...host.parameters.map(({ module, name, value, state }) => [`${module}.${name}`, `${value} (${state})`]),
    ...functions.flatMap((fn) => functionFacts(fn, host)),
    ...host.units.filter(({ name }) => units.has(name)).flatMap(unitFacts),
    ...host.files.map(({ path, sizeBytes }) => [`size of ${path}`, `${sizeBytes} bytes`]),
    ...heldFacts(live),
  ] as const;
  return Object.fromEntries([...entries].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

function functionFacts(fn: PciFunction, host: Host): [string, string][] {
  const { address } = fn;
  const neighbours = host.functions.filter((other) => other.group === fn.group && other.address !== address);
  const holders = host.holders.filter((holder) => holder.address === address);
  return [
    [`device at ${address}`, `${hexDigits(fn.vendor)}:${hexDigits(fn.device)}`],
    [`driver of ${address}`, fn.driver ?? NOTHING],
    [`driver_override of ${address}`, fn.driverOverride ?? NOTHING],
    [`IOMMU of ${address}`, fn.unit ?? NOTHING],
    [
      `IOMMU group of ${address}`,
      neighbours.map((other) => `${other.address} on ${other.driver ?? NOTHING}`).join(', '),
    ],
    [`capabilities of ${address}`, JSON.stringify(fn.capabilities)],
    [`holders of ${address}`, holders.map(({ pid, command }) => `${command} (${pid})`).join(', ')],
    [`uses of ${address}`, fn.uses.map(useText).join(', ')],
    ...(fn.totalVfs === 0 ? [] : ([[`VFs of ${address}`, vfsText(fn)]] satisfies [string, string][])),
  ];
}

/** How many there are, and where they are or will be. */
function vfsText({ virtualFunctions, vfPlaces }: PciFunction): string {
  return `${virtualFunctions.length}, ${JSON.stringify(vfPlaces)}`;
}

function unitFacts({ name, cap, ecap }: IommuUnit): [string, string][] {
  return [
    [`CAP of ${name}`, hex(cap)],
    [`ECAP of ${name}`, hex(ecap)],
  ];
}

/** The parts of the ledger that a plan may change. */
function heldFacts({ handovers, madeVfs, viommus }: Live): [string, string][] {
  return [
    ...handovers.map(({ address, formerDriver }): [string, string] => [
      `hand-over of ${address}`,
      `taken from ${formerDriver ?? NOTHING}`,
    ]),
    ...madeVfs.map(({ address, count }): [string, string] => [`VFs that we made of ${address}`, String(count)]),
    ...viommus.map((viommu): [string, string] => [
      `vIOMMU ${viommu.name}`,
      JSON.stringify(viommu, (_key, value: unknown) => (typeof value === 'bigint' ? hex(value) : value)),
    ]),
  ];
}

/** The facts that differ, by name; empty when the plan is still valid. */
export function changedFacts(before: Facts, now: Facts): FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names
    .map((name) => ({ name, before: before[name] ?? NOTHING, now: now[name] ?? NOTHING }))
    .filter((fact) => fact.before !== fact.now);
}
