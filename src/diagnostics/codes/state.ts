/** STATE_*: the state folder, its lock and its files. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const STATE_CODES = {
  STATE_LOCKED: {
    severity: 'error',
    summary: 'Another run holds the lock of the state folder.',
    advice: 'Wait for it, or give `--lock-timeout 30s`. A holder (`apply --hold`) re-reads its spec on SIGHUP.',
    explanation:
      'One state folder describes one set of devices, so only one run may change it. The lock is a kernel lock on an open file: ' +
      'it goes with the process that holds it, however that process ends.',
  },
  STATE_LOCK_FAILED: {
    severity: 'error',
    summary: 'The lock of the state folder cannot be taken, and no other run holds it.',
    advice:
      'Put the state folder on a local file system with --state-dir or PASIDCTL_STATE_DIR; on NFS, start the lock service of the server.',
    explanation:
      'Each run that changes something takes flock(2) on the file `lock` in the state folder. The file system refused that call with the errno ' +
      'in the message; ENOLCK, for example, comes from a network file system without a lock service. Without the lock two runs could ' +
      'change the same devices, so nothing was changed.',
  },
  STATE_DAMAGED: {
    severity: 'error',
    summary: 'A file of the state folder cannot be read back.',
    advice: 'Restore it from a backup, or give the devices back by hand and remove the file.',
    explanation:
      'The ledger lists what this tool has taken and made. It is written whole and carries a checksum; a file that fails the ' +
      'check was changed or damaged by something else, and guessing could give a device to the wrong driver.',
  },
  STATE_NOT_WRITABLE: {
    severity: 'error',
    summary: 'The state folder cannot be used.',
    advice: 'Run as root, or choose another folder with --state-dir or PASIDCTL_STATE_DIR.',
    explanation:
      'Former drivers are written to disk before a device is taken, so nothing is changed without a state folder.',
  },
  STATE_UNWRITTEN: {
    severity: 'warning',
    summary: 'The run ended, but the state folder could not be written.',
    advice:
      'Make room on the disk, or mount it writable. A holder writes again every 10 seconds; otherwise run the command again.',
    explanation:
      'What the run did to the machine stands; only the files that describe it are behind. A holder keeps the truth in memory ' +
      'and goes on. For a run without a holder the journal stays, and the next run completes the ledger from it. Exit 74.',
  },
  STATE_UNFINISHED: {
    severity: 'warning',
    summary: 'An earlier run was killed before it had ended.',
    advice: 'Nothing to do: this run looks at the machine as it is, and finishes the work or gives it back.',
    explanation:
      'Every change of drivers, modules and files is written to a journal before it is made. A journal without an end tells ' +
      'what a killed run was doing; whatever it had begun counts as held, so that it is either wanted by the spec or given back.',
  },
  STATE_HOLDER_NOT_OURS: {
    severity: 'error',
    summary: 'The process that holds the kernel objects cannot be told to release them.',
    advice: 'Run the command as root, or stop that process by hand.',
    explanation: 'Kernel objects belong to the process that made them; only it can release them in order. Exit 77.',
  },
  STATE_OTHER_MACHINE: {
    severity: 'error',
    summary: 'The simulated world of the state folder was made of another machine.',
    advice: 'Leave --machine out to go on with that world, or choose another folder with --state-dir.',
    explanation:
      'The simulator keeps its world between commands, and what is held in it belongs to its devices. A machine file is read ' +
      'when a world is made, and compared afterwards.',
  },
  STATE_OTHER_BACKEND: {
    severity: 'error',
    summary: 'The state folder belongs to another backend.',
    advice: 'Choose another folder with --state-dir or PASIDCTL_STATE_DIR.',
    explanation: 'What was made on the simulator cannot be given back on a real kernel, and the other way round.',
  },
} as const satisfies Record<string, CatalogueEntry>;
