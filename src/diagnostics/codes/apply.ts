/** APPLY_*: how a run against the machine failed. Exit 1 when everything was undone, 7 when something is left. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const APPLY_CODES = {
  APPLY_STEP_FAILED: {
    severity: 'error',
    summary: 'The kernel refused a step of the plan.',
    advice: 'Read the reason in dmesg, correct it, and run the command again; the steps before it were undone.',
    explanation:
      'Apply stops at the first step that fails. It then undoes the steps before it in reverse order: bindings, HWPTs and ' +
      'mappings, then drivers with their former driver_override. The errno in the message is the one that the kernel returned.',
  },
  APPLY_INTERRUPTED: {
    severity: 'error',
    summary: 'A signal stopped the run before the plan was done.',
    advice: 'Run the command again; everything that this run had done was undone.',
    explanation:
      'SIGINT and SIGTERM stop a run between two calls to the kernel. The run then rolls back what it had done.',
  },
  APPLY_DRIVER_NOT_BOUND: {
    severity: 'error',
    summary: 'A device is not on the driver that it was bound to.',
    advice:
      'Read in dmesg why the driver refused the device, and check that no other program rebinds it (udev, driverctl).',
    explanation:
      'A write to drivers_probe succeeds even when no driver takes the device. Only the `driver` link in /sys shows whether the ' +
      'device is bound, and here it shows another driver or none.',
  },
  APPLY_VFS_NOT_MADE: {
    severity: 'error',
    summary: 'A PF has not the VFs that it was asked for, or not where the plan expects them.',
    advice:
      'Read the reason in dmesg of the PF; then plan again, or make the VFs by hand and leave `virtualFunctions` out of the spec.',
    explanation:
      'A write to sriov_numvfs succeeds also when the driver of the PF makes fewer VFs than were asked for (“VFs requested; only … ' +
      'enabled” in dmesg), so apply counts them afterwards: drivers/pci/iov.c sriov_numvfs_store (7.3). First VF Offset and VF Stride ' +
      'may change with the number of VFs, so it also compares the links virtfn0, virtfn1 … with the addresses that the plan foresaw.',
  },
  APPLY_MODULE_NOT_LOADED: {
    severity: 'error',
    summary: 'modprobe succeeded, but the module is not loaded.',
    advice: 'Look for an `install` line about the module in `modprobe --showconfig`, and remove it.',
    explanation:
      'With a line `install MODULE COMMAND` in modprobe.d, modprobe runs the command instead of loading the module, and ends as the command ' +
      'ends: `/bin/true` succeeds. So apply looks for /sys/module/<module> after loading.',
  },
  APPLY_PARAMETER_NOT_IN_EFFECT: {
    severity: 'error',
    summary: 'A module is loaded, but not with the parameter that it was to be loaded with.',
    advice:
      'Find out what else loads the module (udev, modules-load.d, another program), unload it with `modprobe -r`, and run the command again.',
    explanation:
      'modprobe succeeds without a change when another program has loaded the module meanwhile, and the kernel loads a module that does ' +
      'not have the parameter with a message in its log only: kernel/module/main.c unknown_module_param_cb (7.3). So apply reads ' +
      '/sys/module/<module>/parameters/<name> after loading.',
  },
  APPLY_PASID_TOO_NARROW: {
    severity: 'error',
    summary: 'The device has fewer PASID bits than the bindings need.',
    advice: 'Use PASIDs below the limit of the device (see `pasidctl inventory`), or another device.',
    explanation:
      'After binding the device, apply reads out_max_pasid_log2 of IOMMU_GET_HW_INFO, which is the width that the device has behind ' +
      'its IOMMU. For a larger PASID the kernel answers EINVAL. For a device without PASIDs it answers success and programs nothing ' +
      '(drivers/iommu/iommu.c __iommu_set_group_pasid, 7.3), so apply does not try.',
  },
  APPLY_NOT_CONVERGED: {
    severity: 'error',
    summary: 'Every call succeeded, but the machine is not as the spec asks.',
    advice:
      'The message names what differs. If another program changes the same devices (driverctl, a udev rule, another holder), stop it, and run the command again. If none does, the plan was wrong: report it, with the spec and `pasidctl inventory -o yaml`.',
    explanation:
      'After the last step apply reads the machine again and plans again; no step may be left. It also checks each attachment ' +
      'where the machine shows it. The run was rolled back because a step was left or a check failed.',
  },
} as const satisfies Record<string, CatalogueEntry>;
