/**
 * SR-IOV: where the VFs of a PF appear, and what a write of `sriov_numvfs` is answered.
 * Source: drivers/pci/iov.c pci_iov_virtfn_bus, pci_iov_virtfn_devfn, sriov_numvfs_store (7.3).
 */

import { type Bdf, joinBdf, packDevfn, packRequester, splitBdf, unpackDevfn, unpackRequester } from '../model/bdf.ts';
import type { ModuleParameter, PciFunction } from '../model/host.ts';
import { ENABLE_SRIOV, isOn, parameterOf } from './module-parameters.ts';
import { VFIO_PCI } from './vfio-drivers.ts';

/** The address of VF `index`, from 0; `null` when the PF does not tell where its VFs are, or the bus numbers end before it. */
export function vfAddress({ address, vfPlaces }: PciFunction, index: number): Bdf | null {
  // An offset of 0 would be the PF itself: some functions tell the real one only while they have VFs.
  if (vfPlaces === null || vfPlaces.offset === 0 || (index > 0 && vfPlaces.stride === 0)) return null;
  return below(address, vfPlaces.offset + vfPlaces.stride * index);
}

function below(address: Bdf, distance: number): Bdf | null {
  const id = requesterOf(address) + distance;
  if (id > 0xffff) return null;
  const { bus, devfn } = unpackRequester(id);
  return joinBdf({ segment: splitBdf(address).segment, bus, ...unpackDevfn(devfn) });
}

function requesterOf(address: Bdf): number {
  const { bus, ...place } = splitBdf(address);
  return packRequester({ bus, devfn: packDevfn(place) });
}

/** A VF that an address would be. */
export interface VfPlace {
  readonly pf: PciFunction;
  /** From 0. */
  readonly index: number;
  /** False: the PF does not tell where its VFs are, and the nearest one before the address is guessed, its VFs one after the other. */
  readonly known: boolean;
}

/** The VF that a free address would be; `null` when no PF can have one there. */
export function vfPlaceOf(address: Bdf, functions: readonly PciFunction[]): VfPlace | null {
  const { segment } = splitBdf(address);
  const places = functions
    .filter((pf) => pf.totalVfs > 0 && splitBdf(pf.address).segment === segment)
    .flatMap((pf) => placeBelow(pf, requesterOf(address) - requesterOf(pf.address)));
  return places.find(({ known }) => known) ?? places.sort((a, b) => a.index - b.index)[0] ?? null;
}

function placeBelow(pf: PciFunction, distance: number): VfPlace[] {
  const { vfPlaces, totalVfs } = pf;
  if (vfAddress(pf, 0) === null || vfPlaces === null) {
    return distance >= 1 && distance <= totalVfs ? [{ pf, index: distance - 1, known: false }] : [];
  }
  const index = distance === vfPlaces.offset ? 0 : (distance - vfPlaces.offset) / vfPlaces.stride;
  return Number.isInteger(index) && index >= 0 && index < totalVfs ? [{ pf, index, known: true }] : [];
}

/** What sriov_numvfs_store answers; `OK` also when nothing changes. */
export type NumvfsAnswer = 'OK' | 'ERANGE' | 'ENOENT' | 'EBUSY';

/** Checks in the order of the kernel. What the driver itself may answer then (ENOMEM, EIO, EPERM, fewer VFs) no fact tells. */
export function answerToNumvfs(
  pf: Pick<PciFunction, 'totalVfs' | 'virtualFunctions' | 'driver'>,
  count: number,
  parameters: readonly ModuleParameter[],
): NumvfsAnswer {
  const now = pf.virtualFunctions.length;
  if (count > pf.totalVfs) return 'ERANGE';
  if (count === now) return 'OK';
  if (!makesVfs(pf.driver, parameters)) return 'ENOENT';
  return count > 0 && now > 0 ? 'EBUSY' : 'OK';
}

/** Drivers without `sriov_configure` whose devices can have VFs. Source: drivers/dma/idxd/init.c, drivers/pci/pcie/portdrv.c (7.3). */
const WITHOUT_VFS = new Set(['idxd', 'pcieport', 'pci-stub']);

/** Whether the driver of a PF can make VFs, as far as it is known. */
export function makesVfs(driver: string | null, parameters: readonly ModuleParameter[]): boolean {
  if (driver === null || WITHOUT_VFS.has(driver)) return false;
  if (driver !== VFIO_PCI) return true;
  const parameter = parameterOf(parameters, ENABLE_SRIOV.module, ENABLE_SRIOV.name);
  return parameter !== null && isOn(parameter);
}
