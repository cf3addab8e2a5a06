/** Random operations on VIOMMUs and what belongs to them. HW queues only as far as refusals go: they pin physical pages. */

import * as uapi from '../../../src/uapi/iommufd.ts';
import {
  IOMMU_VEVENTQ_TYPE_SELFTEST,
  IOMMU_VIOMMU_TYPE_SELFTEST,
  iommu_viommu_selftest,
} from '../../../src/uapi/selftest.ts';
import { requestOf } from './build-ioctl.ts';
import { type Chooser, dataPlace, hwptWith, id, reserved } from './choose.ts';
import { nestedAlloc } from './generate-hwpt.ts';
import { mockDomainReplace } from './generate-mock.ts';
import { attachmentKey, idsOf } from './known.ts';
import type { IoctlOperation } from './operation.ts';

const { NEST_PARENT, PASID } = uapi.IOMMU_HWPT_ALLOC_FLAG;

/** The next step on the way to events of a VIOMMU, which chance alone would hardly find; `null` when all steps are done. */
export function eventStep(chooser: Chooser): IoctlOperation | null {
  const { context } = chooser;
  const [device] = context.stdevOf;
  if (device === undefined) return null;
  const [dev_id, stdev] = device;
  const [viommu_id] = idsOf(context, 'viommu');
  const [hwpt] = context.virtual;
  if (viommu_id === undefined) return viommuAlloc(chooser);
  if (idsOf(context, 'vdevice').length === 0) return vdeviceAlloc(chooser, { viommu_id, dev_id });
  if (hwpt === undefined) return nestedAlloc(chooser, { flags: PASID, pt_id: viommu_id });
  if (context.attached.get(attachmentKey(stdev, 0)) !== hwpt)
    return mockDomainReplace(chooser, { id: stdev, pt_id: hwpt });
  return idsOf(context, 'veventq').length === 0 ? veventqAlloc(chooser) : null;
}

export function viommuAlloc(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const whole = iommu_viommu_selftest.encode({ in_data: 0x5a5a_1234 });
  const data = new Uint8Array(random.pick([0, 0, 0, 24, 24, 8, 7, 25]));
  data.set(whole.subarray(0, data.length));
  return requestOf(
    random,
    { fd, name: 'IOMMU_VIOMMU_ALLOC' },
    {
      struct: uapi.iommu_viommu_alloc,
      values: {
        flags: random.once(30) ? 1 : 0,
        type: random.once(14) ? random.below(3) : IOMMU_VIOMMU_TYPE_SELFTEST,
        dev_id: id(chooser, 'device'),
        hwpt_id: hwptWith(chooser, NEST_PARENT, 'paging'),
        data_len: data.length,
        __reserved: reserved(chooser),
      },
      pointers: { data_uptr: dataPlace(chooser) },
      data,
    },
  );
}

interface Ends {
  readonly viommu_id: number;
  readonly dev_id: number;
}

export function vdeviceAlloc(chooser: Chooser, ends?: Ends): IoctlOperation {
  const { random, fd } = chooser;
  return requestOf(
    random,
    { fd, name: 'IOMMU_VDEVICE_ALLOC' },
    {
      struct: uapi.iommu_vdevice_alloc,
      values: {
        viommu_id: id(chooser, 'viommu'),
        dev_id: id(chooser, 'device'),
        ...ends,
        virt_id: random.once(6)
          ? random.pick([0n, 0xffff_ffffn, 2n ** 40n, 2n ** 64n - 1n])
          : random.pick([1n, 2n, 3n, 4n]),
      },
    },
  );
}

export function veventqAlloc(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  return requestOf(
    random,
    { fd, name: 'IOMMU_VEVENTQ_ALLOC' },
    {
      struct: uapi.iommu_veventq_alloc,
      values: {
        flags: random.once(30) ? 1 : 0,
        viommu_id: id(chooser, 'viommu'),
        type: random.once(8) ? random.below(2) : IOMMU_VEVENTQ_TYPE_SELFTEST,
        veventq_depth: random.once(5) ? random.pick([0, 2 ** 19, 2 ** 19 + 1]) : random.pick([1, 2, 2, 3]),
        __reserved: reserved(chooser),
      },
      newFd: 'out_veventq_fd',
    },
  );
}

export function hwQueueAlloc(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  return requestOf(
    random,
    { fd, name: 'IOMMU_HW_QUEUE_ALLOC' },
    {
      struct: uapi.iommu_hw_queue_alloc,
      values: {
        flags: random.once(10) ? 1 : 0,
        viommu_id: id(chooser, 'viommu'),
        type: random.below(3),
        nesting_parent_iova: random.pick([0x100_0000n, 2n ** 64n - 1n]),
        length: random.pick([0n, 1n, 4096n]),
      },
    },
  );
}
