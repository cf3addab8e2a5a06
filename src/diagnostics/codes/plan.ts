/** PLAN_*: saved plans. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const PLAN_CODES = {
  PLAN_STALE: {
    severity: 'error',
    summary: 'The machine has moved on since the plan was saved.',
    advice: 'Plan again, look at it, and apply the new plan.',
    explanation:
      'A saved plan carries the facts that it rests on: drivers, IOMMU groups and registers, files, and what is already held. ' +
      'They are read again before the first step, and every one that differs is named. Nothing was changed. Exit 6.',
  },
  PLAN_FILE_UNREADABLE: {
    severity: 'error',
    summary: 'The saved plan cannot be read or written.',
    advice: 'Check the path; `pasidctl plan --out FILE` writes a plan.',
    explanation: 'Exit 66.',
  },
  PLAN_FILE_DAMAGED: {
    severity: 'error',
    summary: 'The file is no saved plan, or was changed after it was saved.',
    advice: 'Save the plan again with `pasidctl plan --out FILE`. Plans are not meant to be edited: edit the spec.',
    explanation:
      'A saved plan is carried out with the rights of whoever applies it, so it carries a checksum. A spec (YAML) is given with ' +
      '-f, a saved plan without. Exit 65.',
  },
  PLAN_OTHER_BACKEND: {
    severity: 'error',
    summary: 'The plan was saved for another backend.',
    advice: 'Apply it with the same --backend that it was planned with.',
    explanation: 'A plan for the simulator says nothing about a real machine, and the other way round. Exit 64.',
  },
} as const satisfies Record<string, CatalogueEntry>;
