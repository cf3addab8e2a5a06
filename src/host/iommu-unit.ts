/** IOMMU units: /sys/class/iommu/<name>, with /intel-iommu below it for VT-d (drivers/iommu/intel/iommu.c, 7.3). */

import type { IommuUnit } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';
import { byNumber, parseCount, parseHex, parseName } from './text.ts';

const UNITS = '/sys/class/iommu';

/** Of a VT-d unit whose file could not be read: the folder shows the kind. */
const UNREAD_VERSION = 'unknown';

/** All units, sorted by name with numbers in numeric order: dmar2 before dmar10. */
export function readUnits(tree: SysTree): readonly IommuUnit[] {
  return [...(tree.list(UNITS) ?? [])].sort(byNumber).map((name) => readUnit(tree, name));
}

function readUnit(tree: SysTree, name: string): IommuUnit {
  const read = (attribute: string): string | null => tree.readText(`${UNITS}/${name}/intel-iommu/${attribute}`);
  return {
    name,
    // …/intel-iommu/version: `5:0`
    version: parseName(read('version')) ?? (tree.exists(`${UNITS}/${name}/intel-iommu`) ? UNREAD_VERSION : null),
    // …/intel-iommu/cap, ecap: bare hexadecimal, as read at probe
    cap: parseHex(read('cap')) ?? 0n,
    ecap: parseHex(read('ecap')) ?? 0n,
    // …/intel-iommu/domains_supported: decimal
    domainsSupported: parseCount(read('domains_supported')),
    // …/intel-iommu/domains_used: decimal, without the two ids that the kernel reserves
    domainsUsed: parseCount(read('domains_used')),
  };
}
