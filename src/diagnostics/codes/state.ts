/** STATE_*: the state folder, its lock and its files. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const STATE_CODES = {
  STATE_LOCKED: {
    severity: 'error',
    summary: 'Another run holds the lock of the state folder.',
    advice:
      'Wait until the other run ends, or give `--lock-timeout 30s`. To change what a holder (`apply --hold`) holds, edit its spec and send it SIGHUP.',
    explanation:
      'A state folder describes one set of devices, and only one run at a time may change it. Each run takes flock(2) on the file ' +
      '`lock` in the folder. The kernel removes the lock when the process ends, so a lock is never left behind. Exit code 5.',
  },
  STATE_LOCK_FAILED: {
    severity: 'error',
    summary: 'The lock of the state folder cannot be taken, and no other run holds it.',
    advice:
      'Put the state folder on a local file system with --state-dir or PASIDCTL_STATE_DIR; on NFS, start the lock service of the server.',
    explanation:
      'Each run that changes something takes flock(2) on the file `lock` in the state folder. The file system refused the call with ' +
      'the errno in the message; a network file system without a lock service, for example, answers ENOLCK. Without the lock two runs ' +
      'could change the same devices, so nothing was changed.',
  },
  STATE_LOCK_LOST: {
    severity: 'error',
    summary: 'The lock file of the state folder was removed or replaced during a run.',
    advice:
      'Find out who removed the folder. What a holder holds is not in a new folder: end the holder with SIGTERM, which gives everything back, and start it again.',
    explanation:
      'A run locks the file `lock` in the state folder and keeps it open. Another file at that path, or none, means that the folder ' +
      'was removed, and another run may have locked a new one. Two runs would then write one ledger, so this run writes nothing more: ' +
      'a change is refused, and a holder goes on with what it holds.',
  },
  STATE_DAMAGED: {
    severity: 'error',
    summary: 'A file of the state folder is damaged.',
    advice:
      'Where a holder (`apply --hold`) lives, send it SIGHUP: it writes its files again. Otherwise restore the file from a backup, or run `pasidctl state repair`: it says what is lost, keeps the old file, and leaves a folder that the next run can use.',
    explanation:
      'The ledger lists which devices pasidctl has taken from which drivers, and what it has made. The checksum of the file does not ' +
      'match, or its content is not what pasidctl writes, so another program has changed or damaged the file. With wrong entries pasidctl could bind a device to the wrong driver, so it ' +
      'changes nothing.',
  },
  STATE_NEWER: {
    severity: 'error',
    summary: 'A file of the state folder was written by a newer pasidctl.',
    advice: 'Use that newer pasidctl, or choose another folder with --state-dir or PASIDCTL_STATE_DIR.',
    explanation:
      'The format of the file has a later version than this program reads. The file is not damaged, and it describes what is held, so ' +
      'it must stay. A newer pasidctl reads it, and can give everything back with `pasidctl destroy`. Nothing was changed.',
  },
  STATE_FOLDER_UNSAFE: {
    severity: 'warning',
    summary: 'Other users can change the state folder.',
    advice:
      'Make the folder the property of the user who runs pasidctl, with mode 0700, and name it without a symbolic link.',
    explanation:
      'The ledger in the state folder says which driver a device is given back to, and pasidctl does so with the rights of its user, ' +
      'usually root. A folder that is owned by another user, that everybody or a foreign group can write to, or that is reached through a symbolic link ' +
      'lets others replace the ledger. The command goes on.',
  },
  STATE_NOT_WRITABLE: {
    severity: 'error',
    summary: 'The state folder cannot be written.',
    advice: 'Run as root, or choose another folder with --state-dir or PASIDCTL_STATE_DIR.',
    explanation:
      'pasidctl writes the former driver of a device to the state folder before it takes the device. Without the folder the device ' +
      'could not be given back, so nothing was changed. The message has the errno of the system. Exit code 77 where rights are ' +
      'missing (EACCES, EPERM, EROFS), and 1 otherwise.',
  },
  STATE_NOT_SEEN: {
    severity: 'warning',
    summary: 'This user may not read the state folder, so what pasidctl holds is not known.',
    advice: 'Nothing needs to be done where pasidctl holds nothing. Otherwise run doctor as root.',
    explanation:
      'doctor only reads, and answers without the ledger: a device that pasidctl itself has taken or bound is told as one that another program has.',
  },
  STATE_UNREADABLE: {
    severity: 'error',
    summary: 'A file of the state folder cannot be read.',
    advice: 'Run as root, or choose another folder with --state-dir or PASIDCTL_STATE_DIR.',
    explanation:
      'What is held is unknown without the file, so nothing was changed. The message has the errno of the system. Exit code 77 where ' +
      'rights are missing (EACCES, EPERM, EROFS), and 1 otherwise.',
  },
  STATE_UNWRITTEN: {
    severity: 'warning',
    summary: 'The run ended, but the state folder could not be written.',
    advice: 'Mend what the message names. A holder writes again every 10 seconds; otherwise run the command again.',
    explanation:
      'What the run did to the machine stands; only the files that describe it are behind. A holder keeps the truth in memory ' +
      'and goes on. For a run without a holder the journal stays, and the next run completes the ledger from it. Exit 74.',
  },
  STATE_UNFINISHED: {
    severity: 'warning',
    summary: 'An earlier run was killed before it was done.',
    advice:
      'No action is needed: this run continues from the state of the machine. Check the outcome with `pasidctl status`.',
    explanation:
      'Every change of a driver, module or file is written to a journal before it is made. The journal of the earlier run has no ' +
      'end record. What that run had begun counts as held: it is kept where the spec wants it, and given back otherwise.',
  },
  STATE_HOLDER_NOT_OURS: {
    severity: 'error',
    summary: 'The holder of the kernel objects could not be signalled.',
    advice: 'Run the command as root, or stop the process that the message names with SIGTERM.',
    explanation:
      'Kernel objects belong to the process that made them, the holder (`apply --hold`), and only this process can release them in order. ' +
      'The kernel refused to send it a signal. Exit code 77.',
  },
  STATE_HOLDER_STAYS: {
    severity: 'error',
    summary: 'The holder of the kernel objects was asked to release them, and did not end.',
    advice:
      'Look at the output of the process that the message names. SIGKILL ends it; then run `pasidctl destroy` again.',
    explanation:
      'The holder (`apply --hold`) releases everything in order at SIGTERM, which takes long where much guest memory is pinned. After two ' +
      'minutes pasidctl waits no longer. When the process is killed the kernel frees its objects, and the next run gives the devices back. ' +
      'Exit code 69.',
  },
  STATE_PART_IN_USE: {
    severity: 'error',
    summary: 'A device cannot be given back by itself: it is in use by what stays.',
    advice:
      'Name in the files what the message says is missing, or run `pasidctl destroy` without -f to give everything back.',
    explanation:
      '`destroy -f` gives back what its files name and nothing else. A device that is bound to a vIOMMU can only be given back ' +
      'with it, since its driver would wait for the open device file (vfio_unregister_group_dev, 7.3). The VFs of a PF can only be ' +
      'removed all at once (drivers/pci/iov.c sriov_numvfs_store, 7.3). Nothing was changed. Exit 4.',
  },
  STATE_HELD_BY_PROCESS: {
    severity: 'error',
    summary: 'A running process holds the kernel objects, and gives back only everything.',
    advice:
      'Take the part out of the spec that the process was started with and send it SIGHUP, or destroy without -f.',
    explanation:
      'Kernel objects belong to the process that made them. A holder (`apply --hold`) follows its spec at SIGHUP and releases ' +
      'everything at SIGTERM; another process cannot detach a part of it. Nothing was changed.',
  },
  STATE_OTHER_MACHINE: {
    severity: 'error',
    summary: 'The state folder has a simulated machine that was made from another machine file.',
    advice: 'Omit --machine to continue with that machine, or choose another folder with --state-dir.',
    explanation:
      'The simulator keeps its machine in the state folder between commands, together with what is held on its devices. A machine ' +
      'file given later must describe the same machine. Exit code 64.',
  },
  STATE_OTHER_BACKEND: {
    severity: 'error',
    summary: 'The state folder belongs to another backend.',
    advice:
      'Give the --backend that the message names, or choose another folder with --state-dir or PASIDCTL_STATE_DIR.',
    explanation:
      'The ledger in the folder lists devices and objects of one backend. What was made on the simulator cannot be given back on a real ' +
      'kernel, and the other way round. Exit code 64.',
  },
} as const satisfies Record<string, CatalogueEntry>;
