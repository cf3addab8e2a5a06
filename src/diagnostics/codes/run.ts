/** USAGE_*: the command line itself. Exit 64. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const RUN_CODES = {
  USAGE_NO_TERMINAL: {
    severity: 'error',
    summary: 'A change must be approved, and there is no terminal to ask on.',
    advice: 'Look at `pasidctl plan`, then give --auto-approve.',
    explanation:
      'Without a terminal nobody can answer, and a command that waits for an answer hangs for ever in a script.',
  },
  USAGE_NOTHING_NAMED: {
    severity: 'error',
    summary: 'Apply takes a spec or a saved plan, one of the two.',
    advice: 'Give -f FILE for a spec, or the file of `pasidctl plan --out FILE` without -f.',
    explanation:
      'A spec is planned for the machine as it is; a saved plan is carried out exactly, or refused when it is stale.',
  },
  USAGE_NEEDS_HOLD: {
    severity: 'error',
    summary: 'The spec needs kernel objects, which live no longer than the process that makes them.',
    advice: 'Give --hold: the command then keeps running, and releases everything in order on Ctrl-C or SIGTERM.',
    explanation:
      'HWPTs and PASID attachments belong to an open iommufd. When its last file descriptor is closed the kernel destroys ' +
      'them all, so a command that applies and exits would leave nothing behind. A spec of devices alone needs no holder: ' +
      'drivers stay as they are put.',
  },
  USAGE_MACHINE_UNREADABLE: {
    severity: 'error',
    summary: 'The file of --machine cannot be read.',
    advice: 'Write one with `pasidctl inventory -o yaml > machine.yaml` on the machine in question.',
    explanation: 'A machine file describes a whole machine: its IOMMU units, PCI functions and kernel.',
  },
  USAGE_NOT_THIS_MACHINE: {
    severity: 'error',
    summary: 'A change was asked for on a machine that is not this one.',
    advice: 'Use `pasidctl plan` to look at other machines, or --backend sim to try the change on a simulated one.',
    explanation:
      '--machine and --root describe a machine to read. Changes go to the running kernel, which is this machine’s.',
  },
  USAGE_UNKNOWN_CODE: {
    severity: 'error',
    summary: 'There is no problem of this code.',
    advice: 'Run `pasidctl explain` without a code: it lists them all.',
    explanation: 'Codes stand in brackets after `error` or `warning`, and in the field `code` of JSON output.',
  },
} as const satisfies Record<string, CatalogueEntry>;
