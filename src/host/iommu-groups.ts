/** IOMMU groups: /sys/kernel/iommu_groups/<number>. Source: drivers/iommu/iommu.c iommu_group_show_resv_regions (7.3). */

import { refusingRegions } from '../linux/reserved-regions.ts';
import type { IommuGroup, ReservedRegion } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';
import { parseCount, parseHex, parseName } from './text.ts';

const GROUPS = '/sys/kernel/iommu_groups';

/** More than any machine has: a group has at least one function, and one segment has 65,536. */
const MOST_GROUPS = 65_536;
/** A group has one region per RMRR of its members, and the interrupt window. */
const MOST_REGIONS = 256;

/** Ascending by number; names that are no number are left out. */
export function readGroups(tree: SysTree): readonly IommuGroup[] {
  return (tree.list(GROUPS) ?? [])
    .flatMap((name) => parseCount(name) ?? [])
    .sort((a, b) => a - b)
    .slice(0, MOST_GROUPS)
    .map((number) => readGroup(tree, number));
}

function readGroup(tree: SysTree, number: number): IommuGroup {
  const base = `${GROUPS}/${number}`;
  const regions = tree.readText(`${base}/reserved_regions`);
  return {
    number,
    // …/type: `DMA`, `DMA-FQ`, `identity`; that of the default domain, not of what is attached now
    type: parseName(tree.readText(`${base}/type`)),
    // …/reserved_regions: `0x00000000fee00000 0x00000000feefffff msi`, merged over all members
    regions: regions === null ? null : parseRegions(regions),
  };
}

const LINE = /^(0x[0-9a-f]{1,16}) (0x[0-9a-f]{1,16}) ([a-z][a-z-]{0,31})$/i;

/**
 * `null` when a line is no region, or there are too many: it might be one that refuses the device. Where a region that does refuse it
 * is among the others, those are the answer.
 */
export function parseRegions(text: string): readonly ReservedRegion[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const regions = lines.slice(0, MOST_REGIONS).flatMap((line) => parseRegion(line) ?? []);
  return regions.length === lines.length || refusingRegions({ regions }).length > 0 ? regions : null;
}

function parseRegion(line: string): ReservedRegion | null {
  const [, from, to, type] = LINE.exec(line.trim()) ?? [];
  const first = parseHex(from ?? null);
  const last = parseHex(to ?? null);
  return first === null || last === null || type === undefined || last < first ? null : { first, last, type };
}
