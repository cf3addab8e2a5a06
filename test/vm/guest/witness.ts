/**
 * witness PID FD STDEV:PASID:HWPT…
 *
 * Asks the kernel's mock, behind the back of the process that holds an iommufd, whether these PASIDs are attached to these
 * HWPTs (HWPT 0: to nothing). Prints one JSON array. Shares no code with the tool but the test ioctl's layout.
 * Source: pidfd_open(2), pidfd_getfd(2); drivers/iommu/iommufd/selftest.c iommufd_test_pasid_check_hwpt (7.3).
 */

import koffi from 'koffi';
import { errnoName } from '../../../src/uapi/errno.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_OP, test_pasid_check_hwpt } from '../../../src/uapi/selftest.ts';

export interface Testimony {
  /** Mock device: its selftest id, not its iommufd device id. */
  readonly stdev: number;
  readonly pasid: number;
  readonly hwpt: number;
  readonly attached: boolean;
  /** `null` when attached; `EINVAL` something else is attached, `ENOENT` no such device or HWPT. */
  readonly errno: string | null;
}

const SYS_PIDFD_OPEN = 434;
const SYS_PIDFD_GETFD = 438;

const lib = koffi.load(null);
const syscall: (nr: number, a: number, b: number, c: number) => number = lib.func(
  'long syscall(long nr, long a, long b, long c)',
);
const ioctl: (fd: number, request: number, argument: Uint8Array) => number = lib.func(
  'int ioctl(int fd, unsigned long request, void *argument)',
);

function duplicate(pid: number, fd: number): number {
  const process = answer('pidfd_open', syscall(SYS_PIDFD_OPEN, pid, 0, 0));
  return answer('pidfd_getfd', syscall(SYS_PIDFD_GETFD, process, fd, 0));
}

function answer(call: string, value: number): number {
  if (value < 0) throw new Error(`${call}: ${errnoName(koffi.errno())}`);
  return value;
}

function ask(iommufd: number, question: string): Testimony {
  const [stdev = Number.NaN, pasid = Number.NaN, hwpt = Number.NaN] = question.split(':').map(Number);
  const size = test_pasid_check_hwpt.sizeBytes;
  const op = IOMMU_TEST_OP.PASID_CHECK_HWPT;
  const request = test_pasid_check_hwpt.encode({ size, op, id: stdev, pasid, hwpt_id: hwpt });
  const attached = ioctl(iommufd, IOMMU_TEST_CMD, request) === 0;
  return { stdev, pasid, hwpt, attached, errno: attached ? null : errnoName(koffi.errno()) };
}

const [pid = '', fd = '', ...questions] = process.argv.slice(2);
const iommufd = duplicate(Number(pid), Number(fd));
console.log(JSON.stringify(questions.map((question) => ask(iommufd, question))));
