/** IOMMU groups: /sys/kernel/iommu_groups/<number>. Source: drivers/iommu/iommu.c iommu_group_show_resv_regions (7.3). */

import { refusingRegions } from '../linux/reserved-regions.ts';
import { parseBdf } from '../model/bdf.ts';
import type { GroupMember, IommuGroup, ReservedRegion } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';
import { parseCount, parseHex, parseName } from './text.ts';

const GROUPS = '/sys/kernel/iommu_groups';

/** More than any machine has: a group has at least one function, and one segment has 65,536. */
const MOST_GROUPS = 65_536;
/** A group has one region per RMRR of its members, and the interrupt window. */
const MOST_REGIONS = 256;
/** A platform device has a group of its own on nearly every machine. */
const MOST_OTHERS = 64;

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
    others: readOthers(tree, `${base}/devices`),
  };
}

/** Names of the bus decide which devices are PCI functions. `null` also for more members than are looked at: one may keep the group. */
function readOthers(tree: SysTree, folder: string): readonly GroupMember[] | null {
  const names = tree.list(folder)?.filter((name) => parseBdf(name) === null);
  if (names === undefined || names.length > MOST_OTHERS) return null;
  return names.map((name) => ({ name, driver: parseName(tree.linkName(`${folder}/${name}/driver`)) }));
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
