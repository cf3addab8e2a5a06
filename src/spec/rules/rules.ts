/** All rules. The order does not matter: diagnostics are sorted by place. */

import { unknownCheck } from './accepted-rules.ts';
import { bindingBehindQemu, deviceWithoutViommu, guestNeedsQemu } from './binding-device-rules.ts';
import { decimalId, deviceInTwoViommus, duplicateAddress, unknownDevice } from './device-rules.ts';
import {
  levelsDisagree,
  pageTableOutsideMemory,
  pageTableUnaligned,
  writeProtectIgnored,
} from './first-stage-rules.ts';
import { leadingZero } from './leading-zero-rules.ts';
import { memoryOverlap } from './memory-overlap.ts';
import {
  memoryBeyondWidth,
  memoryEmpty,
  memoryFilePath,
  memoryFileTooLarge,
  memoryOverMsi,
  memoryUnaligned,
} from './memory-rules.ts';
import { conflictingDenylist, conflictingHostName, duplicateDeviceName, duplicateViommuName } from './name-rules.ts';
import { pasidOverlap } from './pasid-overlap.ts';
import { pasidOutOfRange, pasidRangeReversed, pasidZero } from './pasid-rules.ts';
import { makerInViommu } from './physical-function-rules.ts';
import type { Rule } from './rule.ts';
import { firstStageOff, pasidsOff, pasidsWithoutFirstStage } from './viommu-pasid-rules.ts';
import {
  addressWidthNotInQemu,
  addressWidthTooSmall,
  cachingModeOff,
  memoryMissing,
  svmNeedsDeviceIotlb,
  svmNeedsFirstStage,
  svmNeedsPasids,
  viommuWithoutDevices,
} from './viommu-rules.ts';

export const RULES: readonly Rule[] = [
  duplicateDeviceName,
  duplicateViommuName,
  conflictingHostName,
  conflictingDenylist,
  duplicateAddress,
  decimalId,
  leadingZero,
  unknownDevice,
  unknownCheck,
  deviceInTwoViommus,
  makerInViommu,
  viommuWithoutDevices,
  pasidsWithoutFirstStage,
  firstStageOff,
  pasidsOff,
  svmNeedsDeviceIotlb,
  svmNeedsFirstStage,
  svmNeedsPasids,
  addressWidthTooSmall,
  addressWidthNotInQemu,
  cachingModeOff,
  memoryMissing,
  memoryFilePath,
  memoryUnaligned,
  memoryEmpty,
  memoryBeyondWidth,
  memoryFileTooLarge,
  memoryOverMsi,
  memoryOverlap,
  deviceWithoutViommu,
  bindingBehindQemu,
  guestNeedsQemu,
  pasidZero,
  pasidRangeReversed,
  pasidOutOfRange,
  pasidOverlap,
  levelsDisagree,
  pageTableUnaligned,
  pageTableOutsideMemory,
  writeProtectIgnored,
];
