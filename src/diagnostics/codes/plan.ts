/** PLAN_*: saved plans. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const PLAN_CODES = {
  PLAN_STALE: {
    severity: 'error',
    summary: 'The machine has changed since the plan was saved.',
    advice: 'Save a new plan with `pasidctl plan --out FILE`, review it, and apply it.',
    explanation:
      'A saved plan contains the facts that it depends on: drivers, IOMMU groups and registers, files, and what is already held. ' +
      'Apply reads them again before the first step and names every one that differs. It also plans for the spec of the file again: ' +
      'steps that differ are those of another version of pasidctl, or were changed in the file. Nothing was changed. Exit code 6.',
  },
  PLAN_FILE_UNREADABLE: {
    severity: 'error',
    summary: 'The saved plan cannot be read.',
    advice: 'Check the path and its permissions; `pasidctl plan --out FILE` writes a plan.',
    explanation:
      'The operating system refused to read the file, the file does not exist, or it is a folder, a device or a socket; the message ' +
      'has the reason. A saved plan has at most 256 MiB. Exit code 66.',
  },
  PLAN_FILE_UNWRITABLE: {
    severity: 'error',
    summary: 'The plan cannot be saved.',
    advice: 'Check the path and its permissions.',
    explanation:
      'The operating system refused to write the file; the message has the errno and its meaning. Nothing of an earlier plan is lost: ' +
      'a plan is written to a temporary file beside it, and replaces the file when it is whole. Exit code 77 when permission is ' +
      'missing or the file system is read-only, otherwise 1.',
  },
  PLAN_FILE_IN_THE_WAY: {
    severity: 'error',
    summary: 'The file of --out is not a saved plan, and is not replaced.',
    advice: 'Give the path of a saved plan, or of a file that does not exist yet; - is standard output.',
    explanation:
      '`plan --out` replaces an older saved plan or an empty file, and nothing else. A spec, a symbolic link, a device or a FIFO ' +
      'stays as it is, because replacing it would destroy what is there. Exit code 64.',
  },
  PLAN_FILE_DAMAGED: {
    severity: 'error',
    summary: 'The file is not a saved plan, or was changed after it was saved.',
    advice: 'Save the plan again with `pasidctl plan --out FILE`. To change what a plan does, edit the spec.',
    explanation:
      'A saved plan is carried out with the rights of the user who applies it, so it has a checksum, and every step, the spec and the ' +
      'facts in it are checked against a schema. A spec (YAML) is given with -f, a saved plan without. Exit code 65.',
  },
  PLAN_FILE_NEWER: {
    severity: 'error',
    summary: 'The plan was saved by a newer pasidctl.',
    advice: 'Apply it with that newer pasidctl, or save the plan again with this one.',
    explanation:
      'The format of the file has a later version than this program reads. The file is not damaged, but its steps could have a meaning ' +
      'that this program does not know, so nothing was changed. Exit code 65.',
  },
  PLAN_OTHER_BACKEND: {
    severity: 'error',
    summary: 'The plan was saved for another backend.',
    advice: 'Apply it with the same --backend that it was planned with.',
    explanation:
      'A plan depends on facts of its backend: a plan for the simulator does not fit a real machine, and the other way round. ' +
      'Exit code 64.',
  },
} as const satisfies Record<string, CatalogueEntry>;
