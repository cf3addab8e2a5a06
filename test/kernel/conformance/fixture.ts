/** The objects that most cases start from. */

import { IOMMU_HWPT_ALLOC_FLAG } from '../../../src/uapi/iommufd.ts';
import type { Bench } from './bench.ts';
import type { MockDevice } from './bench-mock.ts';

export const { NEST_PARENT, DIRTY_TRACKING, FAULT_ID_VALID, PASID } = IOMMU_HWPT_ALLOC_FLAG;

export interface Fixture {
  readonly ioas: number;
  /** A mock device with PASIDs, its RID on the IOAS. */
  readonly dev: MockDevice;
  /** Paging HWPT with the PASID flag. */
  readonly s2: number;
  /** Paging HWPT without flags. */
  readonly np: number;
  /** Nest parents, without and with the PASID flag. */
  readonly par: number;
  readonly parp: number;
  /** Nested HWPTs on `par`: two with the PASID flag, one without. */
  readonly n0: number;
  readonly n1: number;
  readonly nn: number;
}

export function mockFixture(b: Bench): Fixture {
  const ioas = b.ioasAlloc();
  const dev = b.mockDomain(ioas);
  const alloc = (flags: number): number => b.hwptAlloc({ dev: dev.idev, pt: ioas, flags });
  const par = alloc(NEST_PARENT);
  const nested = (flags: number): number => b.hwptAlloc({ dev: dev.idev, pt: par, flags, data: b.mockData(0x1234) });
  return {
    ioas,
    dev,
    par,
    s2: alloc(PASID),
    np: alloc(0),
    parp: alloc(NEST_PARENT | PASID),
    n0: nested(PASID),
    n1: nested(PASID),
    nn: nested(0),
  };
}

/** An IOAS, and a mock device on it. */
export function mockOnIoas(b: Bench, flags?: number): { ioas: number; dev: MockDevice } {
  const ioas = b.ioasAlloc();
  return { ioas, dev: b.mockDomain(ioas, flags) };
}

/** A bound vfio device whose RID is free, an IOAS, and HWPTs with and without the PASID flag. */
export function vfioFixture(b: Bench): { fd: number; dev: number; ioas: number; s2: number; np: number } {
  const { fd, dev } = b.bindVfio();
  const ioas = b.ioasAlloc();
  const s2 = b.hwptAlloc({ dev, pt: ioas, flags: PASID });
  const np = b.hwptAlloc({ dev, pt: ioas });
  return { fd, dev, ioas, s2, np };
}

/** A pointer that leads nowhere. */
export const NOWHERE = 0n;
