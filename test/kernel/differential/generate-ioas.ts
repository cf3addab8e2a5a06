/** Random operations on IOASes: making them, mappings, ranges, options. */

import * as uapi from '../../../src/uapi/iommufd.ts';
import { test_add_reserved, test_check_map } from '../../../src/uapi/selftest.ts';
import { DATA, requestOf, testOf } from './build-ioctl.ts';
import { type Chooser, dataPlace, id, iova, length, mapFlags, ram, range, reserved, slotsOf, wrap } from './choose.ts';
import { FILE_SLOT, type IoctlOperation } from './operation.ts';

export function ioasAlloc({ random, fd }: Chooser): IoctlOperation {
  const values = { flags: random.once(30) ? 1 : 0 };
  return requestOf(random, { fd, name: 'IOMMU_IOAS_ALLOC' }, { struct: uapi.iommu_ioas_alloc, values });
}

export function map(chooser: Chooser): IoctlOperation {
  return requestOf(
    chooser.random,
    { fd: chooser.fd, name: 'IOMMU_IOAS_MAP' },
    {
      struct: uapi.iommu_ioas_map,
      values: {
        flags: mapFlags(chooser),
        ioas_id: id(chooser, 'ioas'),
        __reserved: reserved(chooser),
        length: length(chooser),
        iova: iova(chooser),
      },
      pointers: { user_va: ram(chooser) },
    },
  );
}

export function mapFile(chooser: Chooser): IoctlOperation {
  const { random, known, fd } = chooser;
  const others = slotsOf(known, 'iommufd', 'fault', 'closed');
  return requestOf(
    random,
    { fd, name: 'IOMMU_IOAS_MAP_FILE' },
    {
      struct: uapi.iommu_ioas_map_file,
      values: {
        flags: mapFlags(chooser),
        ioas_id: id(chooser, 'ioas'),
        start: random.once(10)
          ? random.pick([1n, 2048n, 2n ** 23n - 4096n, 2n ** 63n, 2n ** 64n - 1n])
          : BigInt(random.below(64)) * 4096n,
        length: length(chooser),
        iova: iova(chooser),
      },
      fds: { fd: random.once(10) && others.length > 0 ? random.pick(others) : FILE_SLOT },
    },
  );
}

export function copy(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const from = range(chooser);
  return requestOf(
    random,
    { fd, name: 'IOMMU_IOAS_COPY' },
    {
      struct: uapi.iommu_ioas_copy,
      values: {
        // Bit 3 asks a test kernel to make up the source itself.
        flags: mapFlags(chooser),
        dst_ioas_id: id(chooser, 'ioas'),
        src_ioas_id: random.once(12) ? id(chooser, 'ioas') : from.ioas,
        length: random.once(3) ? length(chooser) : from.length,
        dst_iova: iova(chooser),
        src_iova: wrap(from.iova + (random.once(4) ? 4096n : 0n)),
      },
    },
  );
}

export function unmap(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const what = range(chooser);
  const everything = random.once(12);
  return requestOf(
    random,
    { fd, name: 'IOMMU_IOAS_UNMAP' },
    {
      struct: uapi.iommu_ioas_unmap,
      values: {
        ioas_id: what.ioas,
        iova: everything ? 0n : wrap(what.iova - (random.once(6) ? 4096n : 0n)),
        length: everything ? 2n ** 64n - 1n : random.once(4) ? length(chooser) : what.length,
      },
    },
  );
}

export function iovaRanges(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const room = random.pick([0, 1, 2, 4, 8]);
  return requestOf(
    random,
    { fd, name: 'IOMMU_IOAS_IOVA_RANGES' },
    {
      struct: uapi.iommu_ioas_iova_ranges,
      values: { ioas_id: id(chooser, 'ioas'), num_iovas: room, __reserved: reserved(chooser) },
      pointers: { allowed_iovas: dataPlace(chooser) },
      data: new Uint8Array(room * 16).fill(0xa5),
    },
  );
}

export function allowIovas(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const count = random.pick([0, 0, 1, 1, 2, 3]);
  const ranges = Array.from({ length: count }, () => {
    const start = iova(chooser);
    const last = start + random.pick([0n, 0xfffn, 0xffffn, 2n ** 24n - 1n, 2n ** 32n]);
    return uapi.iommu_iova_range.encode({ start, last: wrap(last) });
  });
  return requestOf(
    random,
    { fd, name: 'IOMMU_IOAS_ALLOW_IOVAS' },
    {
      struct: uapi.iommu_ioas_allow_iovas,
      values: { ioas_id: id(chooser, 'ioas'), num_iovas: count, __reserved: reserved(chooser) },
      pointers: { allowed_iovas: dataPlace(chooser) },
      data: new Uint8Array(Buffer.concat(ranges)),
    },
  );
}

export function option(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const huge = !random.once(4);
  return requestOf(
    random,
    { fd, name: 'IOMMU_OPTION' },
    {
      struct: uapi.iommu_option,
      values: {
        option_id: random.once(20) ? 2 : Number(huge),
        op: random.pick([0, 0, 1, 1, 1, 2]),
        __reserved: reserved(chooser),
        object_id: huge || random.once(6) ? id(chooser, 'ioas') : 0,
        val64: random.pick([0n, 0n, 1n, 1n, 2n, 2n ** 40n]),
      },
    },
  );
}

export function vfioIoas(chooser: Chooser): IoctlOperation {
  return requestOf(
    chooser.random,
    { fd: chooser.fd, name: 'IOMMU_VFIO_IOAS' },
    {
      struct: uapi.iommu_vfio_ioas,
      values: { ioas_id: id(chooser, 'ioas'), op: chooser.random.below(4), __reserved: reserved(chooser) },
    },
  );
}

export function changeProcess(chooser: Chooser): IoctlOperation {
  const values = { __reserved: reserved(chooser) };
  return requestOf(
    chooser.random,
    { fd: chooser.fd, name: 'IOMMU_IOAS_CHANGE_PROCESS' },
    { struct: uapi.iommu_ioas_change_process, values },
  );
}

export function physicalAddress(chooser: Chooser): IoctlOperation {
  return requestOf(
    chooser.random,
    { fd: chooser.fd, name: 'IOMMU_IOAS_NOIOMMU_GET_PA' },
    {
      struct: uapi.iommu_ioas_noiommu_get_pa,
      values: { ioas_id: id(chooser, 'ioas'), iova: iova(chooser), length: 4096n },
    },
  );
}

export function addReserved(chooser: Chooser): IoctlOperation {
  return testOf(
    chooser.random,
    { fd: chooser.fd, name: 'ADD_RESERVED' },
    {
      struct: test_add_reserved,
      values: { id: id(chooser, 'ioas'), start: iova(chooser), length: length(chooser) },
    },
  );
}

export function checkMap(chooser: Chooser): IoctlOperation {
  const { random, fd } = chooser;
  const what = range(chooser);
  const reach = random.once(3) ? 4096n : what.length;
  return testOf(
    random,
    { fd, name: 'MD_CHECK_MAP' },
    {
      struct: test_check_map,
      values: { id: id(chooser, 'paging'), iova: what.iova, length: reach > 2n ** 21n ? 2048n : reach },
      pointers: { uptr: what.memory ?? (random.once(20) ? DATA : ram(chooser)) },
    },
  );
}
