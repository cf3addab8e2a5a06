/** What kind of machine it is: who made its IOMMU, and whether it is itself a guest. Decides whose advice is given. */

import type { Host } from '../model/host.ts';
import { decodeCap } from '../vtd/capability.ts';

export type Maker = 'intel' | 'amd' | 'arm';

/** Names of /sys/class/iommu, firmware tables, and vendors of the host bridge 0000:00:00.0 by maker. */
const SIGNS: readonly {
  readonly maker: Maker;
  readonly unit: RegExp;
  readonly table: string;
  readonly vendor: number;
}[] = [
  { maker: 'intel', unit: /^dmar/, table: 'DMAR', vendor: 0x8086 },
  { maker: 'amd', unit: /^ivhd/, table: 'IVRS', vendor: 0x1022 },
  { maker: 'arm', unit: /^(?:arm-)?smmu/, table: 'IORT', vendor: 0x13b5 },
];

/** By the units, else the tables, else the host bridge, which in a guest may be of another maker; `null`: none of them tells. */
export function makerOf({ units, firmware, functions }: Pick<Host, 'units' | 'firmware' | 'functions'>): Maker | null {
  const vendor = functions.find(({ address }) => address === '0000:00:00.0')?.vendor;
  const found =
    SIGNS.find(({ unit }) => units.some(({ name }) => unit.test(name))) ??
    SIGNS.find(({ table }) => firmware?.tables?.includes(table)) ??
    SIGNS.find((sign) => sign.vendor === vendor);
  return found?.maker ?? null;
}

/**
 * The hypervisor under which the machine runs; `null` on bare metal. A unit in caching mode is an emulated one, whatever else could
 * be read.
 */
export function hypervisorOf({ units, firmware }: Pick<Host, 'units' | 'firmware'>): string | null {
  const emulated = units.some(({ version, cap }) => version !== null && decodeCap(cap).cachingMode);
  return firmware?.hypervisor ?? (emulated ? 'an unknown hypervisor' : null);
}

/** What gives a guest an IOMMU, or one that can do more. */
export const VIOMMU_ADVICE =
  'Give this guest a vIOMMU that can do it: with QEMU `-device intel-iommu,intremap=on,caching-mode=on,scalable-mode=on` and `-machine q35,kernel-irqchip=split`; other VMMs have a setting of their own.';
