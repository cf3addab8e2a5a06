/** What kind of machine it is: who made its IOMMU, and whether it is itself a guest. Decides whose advice is given. */

import { isReadVtd } from '../linux/unit-registers.ts';
import type { Host } from '../model/host.ts';
import { decodeCap } from '../vtd/capability.ts';

export type Maker = 'intel' | 'amd' | 'arm';

/** Firmware tables, and vendors of the host bridge 0000:00:00.0, by maker. */
const SIGNS: readonly {
  readonly maker: Maker;
  readonly table: string;
  readonly vendor: number;
}[] = [
  { maker: 'intel', table: 'DMAR', vendor: 0x8086 },
  { maker: 'amd', table: 'IVRS', vendor: 0x1022 },
  { maker: 'arm', table: 'IORT', vendor: 0x13b5 },
];

/** Of a machine without IOMMU units: by the tables, else the host bridge, which in a guest may be of another maker; `null`: neither tells. */
export function makerOf({ firmware, functions }: Pick<Host, 'firmware' | 'functions'>): Maker | null {
  const vendor = functions.find(({ address }) => address === '0000:00:00.0')?.vendor;
  const found =
    SIGNS.find(({ table }) => firmware?.tables?.includes(table)) ?? SIGNS.find((sign) => sign.vendor === vendor);
  return found?.maker ?? null;
}

/**
 * The hypervisor under which the machine runs; `null` on bare metal. A unit in caching mode is an emulated one, whatever else could
 * be read.
 */
export function hypervisorOf({ units, firmware }: Pick<Host, 'units' | 'firmware'>): string | null {
  const emulated = units.some((unit) => isReadVtd(unit) && decodeCap(unit.cap).cachingMode);
  return firmware?.hypervisor ?? (emulated ? 'an unknown hypervisor' : null);
}

/** What gives a guest an IOMMU, or one that can do more. */
export const VIOMMU_ADVICE =
  'Give this guest a vIOMMU that can do it: with QEMU `-device intel-iommu,intremap=on,caching-mode=on,scalable-mode=on` and `-machine q35,kernel-irqchip=split`; other VMMs have a setting of their own.';
