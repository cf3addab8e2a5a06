/**
 * What only hardware has: first stages of VT-d, resets that take time, variant drivers. Read from the source, and run on the simulator.
 * Source: drivers/iommu/intel/nested.c, pasid.c intel_pasid_setup_nested; drivers/iommu/iommu.c; vfio/device_cdev.c.
 */

import {
  IOMMU_HWPT_DATA,
  IOMMU_IOAS_MAP_FLAG,
  IOMMU_VTD_S1_FLAG,
  iommu_hwpt_vtd_s1,
} from '../../../src/uapi/iommufd.ts';
import type { Bench } from './bench.ts';
import type { HwptRequest } from './bench-objects.ts';
import type { ConformanceCase } from './case.ts';
import { NEST_PARENT, PASID, vfioFixture } from './fixture.ts';

const { FIXED_IOVA, READABLE } = IOMMU_IOAS_MAP_FLAG;
const PAGE = 4096n;

type Stage = { readonly addr_width?: number; readonly flags?: bigint };

function data(stage: Stage = {}, length: number = iommu_hwpt_vtd_s1.sizeBytes): NonNullable<HwptRequest['data']> {
  const bytes = new Uint8Array(length);
  const whole = iommu_hwpt_vtd_s1.encode({ addr_width: 48, pgtbl_addr: 0x100_0000n, ...stage });
  bytes.set(whole.subarray(0, length));
  return { type: IOMMU_HWPT_DATA.VTD_S1, bytes };
}

/** A device with PASIDs, its RID on a nest parent, and a maker of first stages. */
function nestingFixture(b: Bench) {
  const { fd, dev } = b.bindVfio();
  const ioas = b.ioasAlloc();
  const parent = b.hwptAlloc({ dev, pt: ioas, flags: NEST_PARENT | PASID });
  b.attach(fd, parent);
  const stage = (values?: Stage): number => b.hwptAlloc({ dev, pt: parent, flags: PASID, data: data(values) });
  return { fd, dev, ioas, parent, stage };
}

export const HARDWARE: readonly ConformanceCase[] = [
  {
    number: 69,
    title: 'data of a first stage has one length, and its width is looked at when it is attached',
    needs: 'nesting',
    run(b) {
      const { fd, dev, parent, stage } = nestingFixture(b);
      for (const length of [23, 25]) b.hwptAllocFails('EINVAL', { dev, pt: parent, data: data({}, length) });
      const narrow = stage({ addr_width: 30 });
      b.attachFails('EINVAL', fd, { pt: narrow, pasid: 1 });
      b.attach(fd, stage(), 1);
    },
  },
  {
    number: 70,
    title: 'a first stage cannot ask for what the unit lacks: 5 levels, supervisor requests, extended access flags',
    needs: 'nesting',
    run(b) {
      const { fd, stage } = nestingFixture(b);
      const { SRE, EAFE, WPE } = IOMMU_VTD_S1_FLAG;
      for (const values of [{ addr_width: 57 }, { flags: SRE }, { flags: EAFE }]) {
        b.attachFails('EINVAL', fd, { pt: stage(values), pasid: 1 });
      }
      b.attach(fd, stage({ flags: WPE }), 1);
    },
  },
  {
    number: 71,
    title: 'after a failed replace the old first stage is on record, and only detach and attach bring it back',
    needs: 'nesting',
    run(b) {
      const { fd, stage } = nestingFixture(b);
      const [good, bad] = [stage(), stage({ addr_width: 30 })];
      b.attach(fd, good, 1);
      b.attachFails('EINVAL', fd, { pt: bad, pasid: 1 });
      b.destroyFails('EBUSY', good);
      b.destroy(bad);
      b.attach(fd, good, 1);
      b.detach(fd, 1);
      b.attach(fd, good, 1);
    },
  },
  {
    number: 72,
    title: 'memory under a nest parent must be writable',
    needs: 'nesting',
    run(b) {
      const { ioas } = nestingFixture(b);
      const map = { ioas, address: b.memory(4096), length: PAGE, iova: 0x100_0000n };
      b.mapFails('EINVAL', { ...map, flags: FIXED_IOVA | READABLE });
      b.map(map);
    },
  },
  {
    number: 72,
    title: 'memory under any other HWPT may be read-only',
    needs: 'vfio',
    run(b) {
      const { ioas } = vfioFixture(b);
      b.map({ ioas, address: b.memory(4096), length: PAGE, iova: 0x100_0000n, flags: FIXED_IOVA | READABLE });
    },
  },
  {
    number: 73,
    title: 'while a device is reset nothing can be attached in its group, and everything is there again afterwards',
    needs: 'reset',
    run(b) {
      const { fd, stage } = nestingFixture(b);
      const [first, second] = [stage(), stage()];
      b.attach(fd, first, 1);
      b.duringReset(() => {
        b.attachFails('EBUSY', fd, { pt: second, pasid: 2 });
        b.attachFails('EBUSY', fd, { pt: second, pasid: 1 });
        b.attachFails('EBUSY', fd, { pt: second });
      });
      b.destroyFails('EBUSY', first);
      b.attach(fd, second, 2);
    },
  },
  {
    number: 74,
    title: 'a variant driver attaches RIDs only',
    needs: 'variant',
    run(b) {
      const { fd, dev } = b.bindVfio();
      const hwpt = b.hwptAlloc({ dev, pt: b.ioasAlloc(), flags: PASID });
      b.attach(fd, hwpt);
      b.attachFails('EOPNOTSUPP', fd, { pt: hwpt, pasid: 1 });
    },
  },
];
