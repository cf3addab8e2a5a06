/** Random operations on HWPTs and devices: making, invalidating, hardware information. */

import * as uapi from '../../../src/uapi/iommufd.ts';
import {
  IOMMU_HW_INFO_TYPE_SELFTEST,
  IOMMU_HWPT_DATA_SELFTEST,
  IOMMU_HWPT_INVALIDATE_DATA_SELFTEST,
  iommu_hwpt_selftest,
  MOCK,
  test_check_iotlb,
} from '../../../src/uapi/selftest.ts';
import { requestOf, testOf } from './build-ioctl.ts';
import { type Chooser, dataPlace, hwptWith, id, reserved } from './choose.ts';
import { idsOf } from './known.ts';
import type { IoctlOperation } from './operation.ts';

const { NEST_PARENT, DIRTY_TRACKING, FAULT_ID_VALID, PASID } = uapi.IOMMU_HWPT_ALLOC_FLAG;

export function destroy(chooser: Chooser): IoctlOperation {
  const kinds = ['ioas', 'stdev', 'device', 'paging', 'nested', 'fault', 'viommu', 'vdevice', 'veventq'] as const;
  const kind = chooser.random.pick([...kinds, 'nested', 'paging'] as const);
  const values = { id: id(chooser, kind) };
  return requestOf(chooser.random, { fd: chooser.fd, name: 'IOMMU_DESTROY' }, { struct: uapi.iommu_destroy, values });
}

export function hwptAlloc(chooser: Chooser): IoctlOperation {
  const { random, context } = chooser;
  const parents = [...context.flags.values()].some((flags) => (flags & NEST_PARENT) !== 0);
  return parents ? (random.once(3) ? pagingAlloc(chooser) : nestedAlloc(chooser)) : pagingAlloc(chooser);
}

function pagingAlloc(chooser: Chooser): IoctlOperation {
  const { random } = chooser;
  const good = [
    0,
    PASID,
    PASID,
    NEST_PARENT | PASID,
    NEST_PARENT | PASID,
    DIRTY_TRACKING,
    DIRTY_TRACKING | PASID | NEST_PARENT,
  ];
  const odd = [NEST_PARENT, FAULT_ID_VALID | PASID, FAULT_ID_VALID, NEST_PARENT | FAULT_ID_VALID, 0x10, 0xf];
  const flags = random.pick(random.once(5) ? odd : good);
  const data = random.once(5) ? hwptData(chooser) : new Uint8Array();
  return alloc(chooser, { flags, pt_id: id(chooser, 'ioas') }, data);
}

export function nestedAlloc(
  chooser: Chooser,
  wanted?: { readonly flags: number; readonly pt_id: number },
): IoctlOperation {
  const { random } = chooser;
  const good = [0, PASID, PASID, PASID, PASID | FAULT_ID_VALID, PASID | FAULT_ID_VALID, FAULT_ID_VALID];
  const flags = random.once(12) ? random.pick([NEST_PARENT, DIRTY_TRACKING]) : random.pick(good);
  const data = random.once(15) ? new Uint8Array() : hwptData(chooser);
  return alloc(chooser, wanted ?? { flags, pt_id: parent(chooser) }, data);
}

function alloc(chooser: Chooser, values: { flags: number; pt_id: number }, data: Uint8Array): IoctlOperation {
  const { random, fd } = chooser;
  const type = random.once(16) ? random.pick([0, 1, 0xdeae]) : IOMMU_HWPT_DATA_SELFTEST;
  return requestOf(
    random,
    { fd, name: 'IOMMU_HWPT_ALLOC' },
    {
      struct: uapi.iommu_hwpt_alloc,
      values: {
        ...values,
        dev_id: id(chooser, 'device'),
        __reserved: reserved(chooser),
        data_type: data.length === 0 && !random.once(20) ? 0 : type,
        data_len: data.length,
        fault_id: id(chooser, 'fault'),
        __reserved2: reserved(chooser),
      },
      pointers: data.length === 0 ? {} : { data_uptr: dataPlace(chooser) },
      data,
    },
  );
}

function parent(chooser: Chooser): number {
  const viommus = idsOf(chooser.context, 'viommu');
  return viommus.length > 0 && chooser.random.once(2)
    ? id(chooser, 'viommu')
    : hwptWith(chooser, NEST_PARENT, 'paging');
}

function hwptData({ random }: Chooser): Uint8Array {
  const iotlb = random.pick([0, 1, MOCK.IOTLB_DEFAULT, 0x1234]);
  const whole = iommu_hwpt_selftest.encode({ iotlb, pagetable_type: random.once(6) ? random.pick([1, 1, 2]) : 0 });
  const bytes = new Uint8Array(random.once(8) ? random.pick([3, 6, 12]) : random.pick([8, 8, 4]));
  bytes.set(whole.subarray(0, bytes.length));
  return bytes;
}

export function hwInfo(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const data = new Uint8Array(random.pick([0, 4, 8, 8, 24, 64])).fill(0xa5);
  return requestOf(
    random,
    { fd, name: 'IOMMU_GET_HW_INFO' },
    {
      struct: uapi.iommu_hw_info,
      values: {
        flags: random.pick([0, 0, 0, 1, 1, 2]),
        dev_id: id(chooser, 'device'),
        data_len: data.length,
        in_data_type: random.pick([0, 1, IOMMU_HW_INFO_TYPE_SELFTEST]),
        __reserved: Uint8Array.of(0, 0, random.once(30) ? 1 : 0),
      },
      pointers: { data_uptr: dataPlace(chooser) },
      data,
    },
  );
}

export function invalidate(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const viommus = idsOf(chooser.context, 'viommu');
  const words = random.once(20) ? 1 : viommus.length > 0 && random.once(2) ? 3 : 2;
  const count = random.pick([0, 1, 1, 2, 3, 5]);
  const padded = random.once(12) ? words + 1 : words;
  const data = new Uint32Array(padded * count);
  for (let entry = 0; entry < count; entry++) {
    data[entry * padded] = random.once(20) ? 2 : random.pick([0, 0, 0, 1]);
    data[entry * padded + 1] = random.once(20) ? 4 : random.below(4);
    if (padded > 2) data[entry * padded + 2] = random.below(5);
  }
  return requestOf(
    random,
    { fd, name: 'IOMMU_HWPT_INVALIDATE' },
    {
      struct: uapi.iommu_hwpt_invalidate,
      values: {
        hwpt_id: words === 3 ? id(chooser, 'viommu') : id(chooser, 'nested'),
        data_type: random.once(12) ? random.below(2) : IOMMU_HWPT_INVALIDATE_DATA_SELFTEST,
        entry_len: random.once(16) ? random.pick([0, 4, 8, 12, 4096, 4097]) : padded * 4,
        entry_num: random.once(16) ? random.pick([count + 1, 2 ** 18, 2 ** 19 + 1, 0xffff_ffff]) : count,
        __reserved: reserved(chooser),
      },
      pointers: { data_uptr: dataPlace(chooser) },
      data: new Uint8Array(data.buffer),
    },
  );
}

export function checkIotlb(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  return testOf(
    random,
    { fd, name: 'MD_CHECK_IOTLB' },
    {
      struct: test_check_iotlb,
      values: {
        id: id(chooser, 'nested'),
        index: random.below(5),
        iotlb: random.pick([0, 0, 1, MOCK.IOTLB_DEFAULT, 0x1234]),
      },
    },
  );
}
