/** IOMMU_OPTION and IOMMU_VFIO_IOAS. Source: iommufd/main.c iommufd_option; ioas.c iommufd_ioas_option; vfio_compat.c (7.3). */

import {
  IOMMU_OPTION_ID,
  IOMMU_OPTION_OP,
  IOMMU_VFIO_IOAS_OP,
  iommu_option,
  iommu_vfio_ioas,
} from '../../../uapi/iommufd.ts';
import { FAIL } from '../../state/fail.ts';
import { ioasOf } from '../../state/hwpt.ts';
import { settleAlignment } from '../../state/ioas-tables.ts';
import type { Ioas } from '../../state/objects.ts';
import type { Context } from '../../state/world.ts';
import type { Command } from '../command.ts';

const OPTION = iommu_option.offset;
const VFIO = iommu_vfio_ioas.offset;
const VALUE_BYTES = 8;

/** Writes back the value only. CAP_SYS_RESOURCE is not checked. */
export function option(command: Command): number {
  const { view, respondPart } = command;
  if (view.getUint16(OPTION.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  const result = runOption(command);
  return result < 0 ? result : respondPart(OPTION.val64, VALUE_BYTES);
}

function runOption({ context, view }: Command): number {
  const id = view.getUint32(OPTION.option_id, true);
  if (id === IOMMU_OPTION_ID.RLIMIT_MODE) return rlimitMode(context, view);
  if (id !== IOMMU_OPTION_ID.HUGE_PAGES) return FAIL.EOPNOTSUPP;
  const ioas = ioasOf(context, view.getUint32(OPTION.object_id, true));
  return ioas === null ? FAIL.ENOENT : hugePages(context, ioas, view);
}

/** Settable in an empty context only; tombstones count. */
function rlimitMode(context: Context, view: DataView): number {
  if (view.getUint32(OPTION.object_id, true) !== 0) return FAIL.EOPNOTSUPP;
  const op = view.getUint16(OPTION.op, true);
  if (op === IOMMU_OPTION_OP.GET) {
    view.setBigUint64(OPTION.val64, BigInt(context.rlimitMode), true);
    return 0;
  }
  if (op !== IOMMU_OPTION_OP.SET) return FAIL.EOPNOTSUPP;
  if (context.objects.live > 0) return FAIL.EBUSY;
  const value = view.getBigUint64(OPTION.val64, true);
  if (value > 1n) return FAIL.EINVAL;
  context.rlimitMode = Number(value);
  return 0;
}

function hugePages(context: Context, ioas: Ioas, view: DataView): number {
  const op = view.getUint16(OPTION.op, true);
  if (op === IOMMU_OPTION_OP.GET) {
    view.setBigUint64(OPTION.val64, ioas.space.hugePages ? 1n : 0n, true);
    return 0;
  }
  if (op !== IOMMU_OPTION_OP.SET) return FAIL.EOPNOTSUPP;
  const value = view.getBigUint64(OPTION.val64, true);
  if (value > 1n) return FAIL.EINVAL;
  return value === 0n ? disableHugePages(context, ioas) : enableHugePages(context, ioas);
}

/** Source: iopt_disable_large_pages. */
function disableHugePages(context: Context, ioas: Ioas): number {
  const { space } = ioas;
  if (!space.hugePages) return 0;
  if (ioas.hwpts.length > 0 && space.areas.length > 0) return FAIL.EINVAL;
  space.hugePages = false;
  const result = settleAlignment(context, ioas);
  if (result < 0) space.hugePages = true;
  return result;
}

function enableHugePages(context: Context, ioas: Ioas): number {
  ioas.space.hugePages = true;
  return settleAlignment(context, ioas);
}

/** The IOAS of the VFIO compatibility layer. */
export function vfioIoas(command: Command): number {
  const { context, view, respond } = command;
  if (view.getUint16(VFIO.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  const op = view.getUint16(VFIO.op, true);
  if (op === IOMMU_VFIO_IOAS_OP.GET) {
    if (context.vfioIoas === 0) return FAIL.ENODEV;
    view.setUint32(VFIO.ioas_id, context.vfioIoas, true);
    return respond();
  }
  if (op === IOMMU_VFIO_IOAS_OP.CLEAR) {
    context.vfioIoas = 0;
    return 0;
  }
  if (op !== IOMMU_VFIO_IOAS_OP.SET) return FAIL.EOPNOTSUPP;
  const id = view.getUint32(VFIO.ioas_id, true);
  if (ioasOf(context, id) === null) return FAIL.ENOENT;
  context.vfioIoas = id;
  return 0;
}
