/** MACHINE_*: mistakes in a machine file (`--machine`). */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const MACHINE_CODES = {
  MACHINE_SYNTAX: {
    severity: 'error',
    summary: 'The machine file is not plain YAML.',
    advice: 'Write the file anew with `pasidctl inventory -o yaml` on the machine it describes.',
    explanation:
      'A machine file is one YAML 1.2 document without anchors and aliases. The marked place is where the parser could not go on.',
  },
  MACHINE_INVALID: {
    severity: 'error',
    summary: 'The machine file says something that its schema does not allow.',
    advice: 'Mend the marked place, or write the file anew with `pasidctl inventory -o yaml`.',
    explanation:
      'Machine files follow schema/machine.v1.schema.json: every field is described there, unknown fields are refused, registers and addresses are quoted hexadecimal, and no function or unit stands twice.',
  },
  MACHINE_TOO_BIG: {
    severity: 'error',
    summary: 'The machine file is larger than any machine.',
    advice: 'Check that this is a file that `pasidctl inventory -o yaml` wrote.',
    explanation: 'Machine files are read up to 8 MiB; one with ten thousand PCI functions takes about 3 MiB.',
  },
} as const satisfies Record<string, CatalogueEntry>;
