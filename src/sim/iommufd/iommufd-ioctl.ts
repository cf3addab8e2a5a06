/** ioctl(2) on an iommufd: finds the handler, or the errno. Source: iommufd/main.c iommufd_fops_ioctl (7.3). */

import type { Pointer } from '../../kernel/syscalls.ts';
import * as uapi from '../../uapi/iommufd.ts';
import { IOMMUFD_MIN_SIZE, IOMMUFD_REQUEST } from '../../uapi/iommufd.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_CMD_MIN_SIZE, IOMMU_TEST_CMD_SIZE } from '../../uapi/selftest.ts';
import { FAIL } from '../state/fail.ts';
import type { Memory } from '../state/ioas-tables.ts';
import type { Context } from '../state/world.ts';
import { type Handler, type IoctlEntry, readSize, runCommand } from './command.ts';
import { destroy } from './handlers/destroy.ts';
import { getDirtyBitmap, setDirtyTracking } from './handlers/dirty.ts';
import { faultQueueAlloc } from './handlers/fault-queue.ts';
import { getHwInfo } from './handlers/hw-info.ts';
import { hwptAlloc } from './handlers/hwpt-alloc.ts';
import { invalidate } from './handlers/invalidate.ts';
import { ioasAlloc, ioasAllowIovas, ioasIovaRanges } from './handlers/ioas.ts';
import { ioasCopy, ioasMap, ioasMapFile } from './handlers/map.ts';
import { option, vfioIoas } from './handlers/option.ts';
import { changeProcess, noIommuPhysical } from './handlers/process.ts';
import { testCommand } from './handlers/selftest.ts';
import { ioasUnmap } from './handlers/unmap.ts';
import { hwQueueAlloc, vdeviceAlloc, veventqAlloc, viommuAlloc } from './handlers/viommu.ts';

type Name = keyof typeof IOMMUFD_REQUEST;

const HANDLERS: Readonly<Record<Name, readonly [{ readonly sizeBytes: number }, Handler]>> = {
  IOMMU_DESTROY: [uapi.iommu_destroy, destroy],
  IOMMU_IOAS_ALLOC: [uapi.iommu_ioas_alloc, ioasAlloc],
  IOMMU_IOAS_ALLOW_IOVAS: [uapi.iommu_ioas_allow_iovas, ioasAllowIovas],
  IOMMU_IOAS_COPY: [uapi.iommu_ioas_copy, ioasCopy],
  IOMMU_IOAS_IOVA_RANGES: [uapi.iommu_ioas_iova_ranges, ioasIovaRanges],
  IOMMU_IOAS_MAP: [uapi.iommu_ioas_map, ioasMap],
  IOMMU_IOAS_UNMAP: [uapi.iommu_ioas_unmap, ioasUnmap],
  IOMMU_OPTION: [uapi.iommu_option, option],
  IOMMU_VFIO_IOAS: [uapi.iommu_vfio_ioas, vfioIoas],
  IOMMU_HWPT_ALLOC: [uapi.iommu_hwpt_alloc, hwptAlloc],
  IOMMU_GET_HW_INFO: [uapi.iommu_hw_info, getHwInfo],
  IOMMU_HWPT_SET_DIRTY_TRACKING: [uapi.iommu_hwpt_set_dirty_tracking, setDirtyTracking],
  IOMMU_HWPT_GET_DIRTY_BITMAP: [uapi.iommu_hwpt_get_dirty_bitmap, getDirtyBitmap],
  IOMMU_HWPT_INVALIDATE: [uapi.iommu_hwpt_invalidate, invalidate],
  IOMMU_FAULT_QUEUE_ALLOC: [uapi.iommu_fault_alloc, faultQueueAlloc],
  IOMMU_IOAS_MAP_FILE: [uapi.iommu_ioas_map_file, ioasMapFile],
  IOMMU_VIOMMU_ALLOC: [uapi.iommu_viommu_alloc, viommuAlloc],
  IOMMU_VDEVICE_ALLOC: [uapi.iommu_vdevice_alloc, vdeviceAlloc],
  IOMMU_IOAS_CHANGE_PROCESS: [uapi.iommu_ioas_change_process, changeProcess],
  IOMMU_VEVENTQ_ALLOC: [uapi.iommu_veventq_alloc, veventqAlloc],
  IOMMU_HW_QUEUE_ALLOC: [uapi.iommu_hw_queue_alloc, hwQueueAlloc],
  IOMMU_IOAS_NOIOMMU_GET_PA: [uapi.iommu_ioas_noiommu_get_pa, noIommuPhysical],
};

const ENTRIES: ReadonlyMap<number, IoctlEntry> = new Map(
  Object.entries(HANDLERS).map(([name, [{ sizeBytes }, handle]]) => {
    // Object.entries loses the type of the keys.
    const key = name as Name;
    const request = IOMMUFD_REQUEST[key];
    return [request & 0xff, { request, minBytes: IOMMUFD_MIN_SIZE[key], sizeBytes, handle }];
  }),
);

const TEST_ENTRY: IoctlEntry = {
  request: IOMMU_TEST_CMD,
  minBytes: IOMMU_TEST_CMD_MIN_SIZE,
  sizeBytes: IOMMU_TEST_CMD_SIZE,
  handle: testCommand,
};

const FIRST_NUMBER = 0x80;
const LAST_NUMBER = IOMMUFD_REQUEST.IOMMU_IOAS_NOIOMMU_GET_PA & 0xff;
const TEST_NUMBER = IOMMU_TEST_CMD & 0xff;
const VFIO_GET_API_VERSION = 0x3b64;

/** A number outside the table goes to the VFIO container emulation, of which only VFIO_GET_API_VERSION is simulated. */
export function iommufdIoctl(memory: Memory, context: Context, call: { request: number; argument: Pointer }): number {
  const { request, argument } = call;
  const number = request & 0xff;
  const last = memory.world.selftest ? TEST_NUMBER : LAST_NUMBER;
  if (number < FIRST_NUMBER || number > last) return request === VFIO_GET_API_VERSION ? 0 : FAIL.ENOTTY;
  const size = readSize(memory, argument);
  if (size === null) return FAIL.EFAULT;
  const entry = number === TEST_NUMBER ? TEST_ENTRY : ENTRIES.get(number);
  if (entry === undefined || entry.request !== request) return FAIL.ENOTTY;
  return runCommand(entry, { memory, context }, { argument, size });
}
