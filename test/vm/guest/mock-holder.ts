/**
 * A small holder for the harness's own tests: makes a mock device, a nest parent and a nested HWPT, binds PASID 1, says
 * so as one line of JSON, and releases everything in order at SIGTERM.
 */

import { BugError } from '../../../src/assert.ts';
import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import {
  IOMMU_HWPT_ALLOC_FLAG,
  IOMMUFD_REQUEST,
  iommu_destroy,
  iommu_hwpt_alloc,
  iommu_ioas_alloc,
} from '../../../src/uapi/iommufd.ts';
import {
  IOMMU_HWPT_DATA_SELFTEST,
  IOMMU_TEST_CMD,
  IOMMU_TEST_OP,
  iommu_hwpt_selftest,
  MOCK_FLAGS_DEVICE,
  test_mock_domain,
  test_pasid_attach,
  test_pasid_detach,
} from '../../../src/uapi/selftest.ts';

const PASID = 1;

const libc = openLibc();
const iommufd = valueOrThrow(libc.open('/dev/iommu', 'read-write'), 'open', '/dev/iommu');

/** One iommufd ioctl; `bytes` carries its answer back. */
function call(name: string, request: number, bytes: Uint8Array): Uint8Array {
  valueOrThrow(libc.ioctl(iommufd, request, bytes), name, 'mock-holder');
  return bytes;
}

function allocHwpt(values: Parameters<typeof iommu_hwpt_alloc.encode>[0]): number {
  const alloc = iommu_hwpt_alloc.encode({ size: iommu_hwpt_alloc.sizeBytes, ...values });
  return iommu_hwpt_alloc.decode(call('IOMMU_HWPT_ALLOC', IOMMUFD_REQUEST.IOMMU_HWPT_ALLOC, alloc)).out_hwpt_id;
}

function destroy(id: number): void {
  const request = iommu_destroy.encode({ size: iommu_destroy.sizeBytes, id });
  call('IOMMU_DESTROY', IOMMUFD_REQUEST.IOMMU_DESTROY, request);
}

function allocIoas(): number {
  const request = iommu_ioas_alloc.encode({ size: iommu_ioas_alloc.sizeBytes });
  return iommu_ioas_alloc.decode(call('IOMMU_IOAS_ALLOC', IOMMUFD_REQUEST.IOMMU_IOAS_ALLOC, request)).out_ioas_id;
}

/** The mock attaches the RID at once: without an explicit HWPT to an automatic one, which no PASID can live with. */
function createDevice(pageTable: number): { readonly stdev: number; readonly idev: number } {
  const request = test_mock_domain.encode({
    size: test_mock_domain.sizeBytes,
    op: IOMMU_TEST_OP.MOCK_DOMAIN_FLAGS,
    id: pageTable,
    dev_flags: MOCK_FLAGS_DEVICE.PASID,
  });
  const { out_stdev_id, out_idev_id } = test_mock_domain.decode(call('MOCK_DOMAIN_FLAGS', IOMMU_TEST_CMD, request));
  return { stdev: out_stdev_id, idev: out_idev_id };
}

function detach(stdev: number, pasid: number): void {
  const size = test_pasid_detach.sizeBytes;
  const request = test_pasid_detach.encode({ size, op: IOMMU_TEST_OP.PASID_DETACH, id: stdev, pasid });
  call('PASID_DETACH', IOMMU_TEST_CMD, request);
}

function attach(stdev: number, pasid: number, hwpt: number): void {
  const size = test_pasid_attach.sizeBytes;
  const request = test_pasid_attach.encode({ size, op: IOMMU_TEST_OP.PASID_ATTACH, id: stdev, pasid, pt_id: hwpt });
  call('PASID_ATTACH', IOMMU_TEST_CMD, request);
}

const ioas = allocIoas();
const { stdev, idev } = createDevice(ioas);
detach(stdev, 0);
const parent = allocHwpt({
  flags: IOMMU_HWPT_ALLOC_FLAG.NEST_PARENT | IOMMU_HWPT_ALLOC_FLAG.PASID,
  dev_id: idev,
  pt_id: ioas,
});
const seed = iommu_hwpt_selftest.encode({ iotlb: 0x1234 });
const nested = allocHwpt({
  flags: IOMMU_HWPT_ALLOC_FLAG.PASID,
  dev_id: idev,
  pt_id: parent,
  data_type: IOMMU_HWPT_DATA_SELFTEST,
  data_len: seed.length,
  data_uptr: libc.addressOf(seed),
});
// The address above stands only as long as these bytes do.
if (seed[0] !== 0x34) throw new BugError('the page table data moved');
attach(stdev, 0, parent);
attach(stdev, PASID, nested);
console.log(JSON.stringify({ holding: { pid: process.pid, iommufd, stdev, parent, nested } }));

const keepAlive = setInterval(() => {}, 60_000);

process.once('SIGTERM', () => {
  detach(stdev, PASID);
  detach(stdev, 0);
  for (const id of [nested, parent, stdev, ioas]) destroy(id);
  valueOrThrow(libc.close(iommufd), 'close', 'mock-holder');
  clearInterval(keepAlive);
  console.log(JSON.stringify({ released: true }));
});
