/** Fault queues, and faults of the mock to put into them. */

import type { Result } from '../../../src/kernel/syscalls.ts';
import {
  IOMMUFD_REQUEST,
  iommu_fault_alloc,
  iommu_hwpt_page_response,
  iommu_hwpt_pgfault,
} from '../../../src/uapi/iommufd.ts';
import type { Values } from '../../../src/uapi/layout.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_OP, test_trigger_iopf } from '../../../src/uapi/selftest.ts';
import type { BenchCore } from './bench-core.ts';

export interface Response {
  readonly cookie: number;
  readonly code: number;
}

export function faultCalls(core: BenchCore) {
  const { call, expectOk, syscalls } = core;
  return {
    faultQueue(): { id: number; fd: number } {
      const { result, out } = call(IOMMUFD_REQUEST.IOMMU_FAULT_QUEUE_ALLOC, iommu_fault_alloc, {});
      expectOk(result);
      return { id: out.out_fault_id, fd: core.closeLater(out.out_fault_fd) };
    },
    triggerFault(idev: number, pasid: number): void {
      const values = { op: IOMMU_TEST_OP.TRIGGER_IOPF, idev, pasid, grpid: 2, perm: 1, addr: 0xdeadbeaf000n };
      expectOk(call(IOMMU_TEST_CMD, test_trigger_iopf, values).result);
    },
    /** One fault; fails the case when there is none. */
    readFault(fd: number): Values<typeof iommu_hwpt_pgfault.fields> {
      const bytes = new Uint8Array(iommu_hwpt_pgfault.sizeBytes);
      if (expectOk(syscalls.read(fd, bytes)) !== bytes.length) throw new Error('no fault is queued');
      return iommu_hwpt_pgfault.decode(bytes);
    },
    respond(fd: number, responses: readonly Response[]): Result {
      const bytes = Buffer.concat(responses.map((response) => iommu_hwpt_page_response.encode(response)));
      return syscalls.write(fd, new Uint8Array(bytes));
    },
  };
}
