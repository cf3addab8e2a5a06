/** USAGE_*: the command line itself. Exit 64. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const RUN_CODES = {
  USAGE_WRONG: {
    severity: 'error',
    summary: 'The command line cannot be understood.',
    advice: 'Run `pasidctl --help`: it lists commands and options, with examples.',
    explanation:
      'An unknown command or option, a value that an option does not take, or an argument too many. Nothing was read or ' +
      'changed. Exit 64. With -o json and -o yaml the error is a document on standard output, as every other error is.',
  },
  USAGE_NO_TERMINAL: {
    severity: 'error',
    summary: 'A change needs an approval, and there is no terminal to ask on.',
    advice: 'Review what the command shows (of a spec, `pasidctl plan`), then give --auto-approve.',
    explanation:
      'Without a terminal no question can be answered. The command ends, since waiting for an answer would hang a script for ever. Exit code 64.',
  },
  USAGE_NOTHING_NAMED: {
    severity: 'error',
    summary: 'Apply needs either a spec or a saved plan.',
    advice: 'Give -f FILE for a spec, or the file of `pasidctl plan --out FILE` without -f.',
    explanation:
      'A spec is planned for the current state of the machine. A saved plan is carried out exactly, or refused when the machine has changed since. Exit code 64.',
  },
  USAGE_NEEDS_HOLD: {
    severity: 'error',
    summary: 'The spec needs kernel objects, which exist only as long as the process that made them.',
    advice: 'Give --hold: the command then keeps running, and releases everything in order on Ctrl-C or SIGTERM.',
    explanation:
      'HWPTs and PASID attachments belong to an open iommufd. When its last file descriptor is closed, the kernel destroys ' +
      'them (iommufd/main.c iommufd_fops_release, 7.3), so they would be gone as soon as the command exits. A spec of devices ' +
      'alone needs no holder: a device stays on the driver that it was bound to. Exit code 64.',
  },
  USAGE_MACHINE_UNREADABLE: {
    severity: 'error',
    summary: 'The file of --machine cannot be read.',
    advice: 'Write one with `pasidctl inventory -o yaml > machine.yaml` on the machine in question.',
    explanation:
      'A machine file describes a whole machine: its IOMMU units, PCI functions and kernel. The message has the reason why the file could not be read: for example, it does not exist, it is a folder or a device, or it has more than 8 MiB. Exit code 66.',
  },
  USAGE_NOT_THIS_MACHINE: {
    severity: 'error',
    summary: 'A command that changes the machine was given another machine with --machine or --root.',
    advice: 'Use `pasidctl plan` for other machines, or --backend sim to try the change on a simulated one.',
    explanation:
      '--machine and --root name a machine to read. Changes are made in the kernel of this machine, whose state could differ. Exit code 64.',
  },
  USAGE_NOTHING_TO_FOLLOW: {
    severity: 'warning',
    summary: 'The holder was told to follow its spec, and has none.',
    advice: 'Start the holder with `pasidctl apply --hold -f SPEC`; SIGHUP then applies what the spec has become.',
    explanation:
      'SIGHUP makes a holder read its spec again. A holder that was started with a saved plan was given steps and no file to read, ' +
      'so it keeps what it holds. Nothing was changed.',
  },
  USAGE_ROOT_NO_MACHINE: {
    severity: 'error',
    summary: 'The folder of --root is not the root of a machine.',
    advice: 'Give a folder with copies of /sys and /proc, or omit --root to read this machine.',
    explanation:
      'Below --root the folders sys, proc and dev are read instead of those of this machine. A folder that does not exist, or has neither sys nor proc, would look like a machine without an IOMMU. Exit code 64.',
  },
  USAGE_STATE_DIR_NO_FOLDER: {
    severity: 'error',
    summary: 'The path of the state folder is not a folder.',
    advice: 'Give a folder with --state-dir or PASIDCTL_STATE_DIR; it is made when it does not exist.',
    explanation:
      'pasidctl keeps several files in the state folder. With a file in its place nothing that is held could be read, and it would look as if nothing were held. Exit code 64.',
  },
  USAGE_UNKNOWN_CHECK: {
    severity: 'error',
    summary: 'The check or code of --ignore does not exist.',
    advice: 'Copy the id of the check from the output of `pasidctl doctor`.',
    explanation:
      '`--ignore ID=REASON` accepts a finding by the id of its check, such as `kernel-release`, or by its code, such as `HOST_KERNEL_UNSURE`. ' +
      'A misspelt one would accept nothing, and nobody would notice. Exit code 64.',
  },
  USAGE_UNKNOWN_CODE: {
    severity: 'error',
    summary: 'The given code does not exist.',
    advice: 'Run `pasidctl explain` without a code to list all codes.',
    explanation:
      'A code is printed in brackets after `error` or `warning`, and is the field `code` of JSON output. Exit code 64.',
  },
} as const satisfies Record<string, CatalogueEntry>;
