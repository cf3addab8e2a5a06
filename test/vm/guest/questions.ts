/**
 * questions LEDGER
 *
 * Prints what to ask the witness about everything a ledger claims: `PID FD STDEV:PASID:HWPT…`. Reads the ledger as plain JSON:
 * it must not depend on the code that wrote it.
 */

import { readFileSync } from 'node:fs';

type HwptRef =
  | { readonly kind: 'parent'; readonly unit: string }
  | { readonly kind: 'first-stage'; readonly stage: { readonly pageTable: string } };

interface Viommu {
  readonly iommufd: number;
  readonly nestParents: readonly { readonly unit: string; readonly hwpt: number }[];
  readonly devices: readonly {
    readonly name: string;
    readonly unit: string;
    readonly handle: { readonly stdevId: number };
  }[];
  readonly firstStages: readonly { readonly pageTable: string; readonly hwpt: number }[];
  readonly bindings: readonly {
    readonly device: string;
    readonly first: number;
    readonly last: number;
    readonly to: HwptRef;
  }[];
}

const [, , path = ''] = process.argv;
const { live, holder } = JSON.parse(JSON.parse(readFileSync(path, 'utf8')).record);
// One vIOMMU, as in the example.
const viommu: Viommu = live.viommus[0];
const stdevs = new Map(viommu.devices.map(({ name, handle }) => [name, handle.stdevId]));

function hwptOf(ref: HwptRef): number | undefined {
  return ref.kind === 'parent'
    ? viommu.nestParents.find(({ unit }) => unit === ref.unit)?.hwpt
    : viommu.firstStages.find(({ pageTable }) => pageTable === ref.stage.pageTable)?.hwpt;
}

const rids = viommu.devices.map(({ handle, unit }) => `${handle.stdevId}:0:${hwptOf({ kind: 'parent', unit })}`);
const pasids = viommu.bindings.flatMap(({ device, first, last, to }) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${stdevs.get(device)}:${first + index}:${hwptOf(to)}`),
);
console.log([holder.pid, viommu.iommufd, ...rids, ...pasids].join(' '));
