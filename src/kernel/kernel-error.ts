/** The error for a refusal of the kernel that ends the work. */

import { errnoName } from '../uapi/errno.ts';

/** The kernel refused an operation. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
  /** `IOMMU_HWPT_ALLOC`, `VFIO_DEVICE_ATTACH_IOMMUFD_PT` … */
  readonly operation: string;
  /** Positive errno. */
  readonly errno: number;
  /** The object of the operation: `dsa0 pasid 5 → fs@dmar0/…`. */
  readonly subject: string;

  constructor(operation: string, result: number, subject: string) {
    super(`${operation} ${subject}: ${errnoName(result)}`);
    this.operation = operation;
    this.errno = Math.abs(result);
    this.subject = subject;
  }
}

/** The value of a result. @throws KernelError for a negative errno */
export function valueOrThrow(result: number, operation: string, subject: string): number {
  if (result < 0) throw new KernelError(operation, result, subject);
  return result;
}
