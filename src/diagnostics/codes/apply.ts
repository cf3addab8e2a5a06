/** APPLY_*: how a run against the machine failed. Exit 1 when everything was undone, 7 when something is left. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const APPLY_CODES = {
  APPLY_STEP_FAILED: {
    severity: 'error',
    summary: 'A step of the plan was refused by the machine.',
    advice: 'See dmesg for the kernel’s own words; everything done before was undone.',
    explanation:
      'Apply stops at the first step that the kernel refuses and undoes, in reverse, what it had done: bindings, HWPTs, ' +
      'mappings, then drivers with their former driver_override. The errno is the kernel’s own.',
  },
  APPLY_INTERRUPTED: {
    severity: 'error',
    summary: 'The run was stopped by a signal before the plan was done.',
    advice: 'Everything done was undone; run the command again when you are ready.',
    explanation: 'SIGINT and SIGTERM stop a run between two calls to the kernel. What it had done is then rolled back.',
  },
  APPLY_DRIVER_NOT_BOUND: {
    severity: 'error',
    summary: 'A device is not on the driver it was just bound to.',
    advice:
      'See dmesg for why the driver refused the device, and check that nothing else rebinds it (udev, driverctl).',
    explanation:
      'The kernel accepts a probe that finds no driver willing to take the device, so only the `driver` link in sysfs tells ' +
      'whether the hand-over worked.',
  },
  APPLY_PASID_TOO_NARROW: {
    severity: 'error',
    summary: 'The device carries fewer PASID bits than the bindings need.',
    advice: 'Use PASIDs below the device’s limit (see `pasidctl inventory`), or another device.',
    explanation:
      'After binding, IOMMU_GET_HW_INFO tells how many PASIDs the device can really use behind its IOMMU. An attach beyond ' +
      'that limit may succeed and program nothing, so it is never tried.',
  },
  APPLY_NOT_CONVERGED: {
    severity: 'error',
    summary: 'Every call succeeded, but the machine is not as the spec asks.',
    advice:
      'Something else changes the same devices: look for driverctl, udev rules or another holder, then run it again.',
    explanation:
      'After the last step the machine is read again by the reader that made the plan. Success is never assumed: a difference, ' +
      'or an attachment that a witness denies, fails the run and rolls it back.',
  },
} as const satisfies Record<string, CatalogueEntry>;
