/** MACHINE_*: mistakes in a machine file (`--machine`). */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const MACHINE_CODES = {
  MACHINE_SYNTAX: {
    severity: 'error',
    summary: 'The machine file is not plain YAML.',
    advice: 'Write the file again with `pasidctl inventory -o yaml` on the machine that it describes.',
    explanation:
      'A machine file is one YAML 1.2 document without anchors and aliases, and without repeated keys. The parser stopped at the marked place.',
  },
  MACHINE_INVALID: {
    severity: 'error',
    summary: 'The machine file has a field or value that its schema does not allow.',
    advice: 'Correct the marked place, or write the file again with `pasidctl inventory -o yaml`.',
    explanation:
      'schema/machine.v1.schema.json describes every field. Unknown fields are errors, registers and addresses are quoted hexadecimal, and each function and unit is listed once.',
  },
  MACHINE_TOO_BIG: {
    severity: 'error',
    summary: 'The machine file is larger than 8 MiB.',
    advice: 'Give a file that `pasidctl inventory -o yaml` wrote.',
    explanation: 'Machine files are read up to 8 MiB. A machine with ten thousand PCI functions needs about 3 MiB.',
  },
} as const satisfies Record<string, CatalogueEntry>;
