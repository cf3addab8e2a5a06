/** SPEC_*: Single fields: what the JSON Schema does not allow. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_SHAPE_CODES = {
  SPEC_WRONG_HEADER: {
    severity: 'error',
    summary: 'A document is not a pasidctl host spec.',
    advice: 'Start the document with `apiVersion: pasidctl/v1` and `kind: Host`.',
    explanation:
      'Every document says what it is in its first two lines. A document of another kind or version is not read further, since its fields may mean something else.',
  },
  SPEC_UNKNOWN_FIELD: {
    severity: 'error',
    summary: 'A field is not known.',
    advice: 'Remove the field, or correct its spelling; `pasidctl schema` prints all fields.',
    explanation: 'Unknown fields are errors, not ignored: a misspelt `pasidBits` would otherwise silently be 0.',
  },
  SPEC_MISSING_FIELD: {
    severity: 'error',
    summary: 'A field that is needed is missing.',
    advice: 'Add the field; `pasidctl schema` describes it.',
    explanation:
      'Fields without a sensible default must be written: names, addresses, sizes, and what a binding is for and translates through.',
  },
  SPEC_CONFLICTING_FIELDS: {
    severity: 'error',
    summary: 'Two fields cannot stand together.',
    advice: 'Keep one of the two.',
    explanation:
      'A binding has `pasid` or `pasids`, and exactly one of `firstStage`, `passThrough` and `from: guest`. With `from: guest` the guest names the domain.',
  },
  SPEC_WRONG_TYPE: {
    severity: 'error',
    summary: 'A value has the wrong type.',
    advice: 'Write a value of the type that the message names.',
    explanation:
      'YAML decides about types by what a value looks like: `on` is text, `true` is not; `"20"` is text, `20` a number; `- a` makes a list, `a: b` a mapping.',
  },
  SPEC_BAD_VALUE: {
    severity: 'error',
    summary: 'A value is not one of those allowed, or not in the form needed.',
    advice: 'Write a value as the message describes it.',
    explanation:
      'PCI addresses are written as `0000:6a:01.0` or `6a:01.0`; sizes as bytes or with KiB, MiB, GiB, TiB; 64-bit addresses as integers or quoted hexadecimal; names start with a letter.',
  },
  SPEC_OUT_OF_RANGE: {
    severity: 'error',
    summary: 'A number is too small or too large.',
    advice: 'Write a number in the range that the message names.',
    explanation: 'Ranges come from PCIe and VT-d: PASIDs have 20 bits, domain ids 16, PCI ids 16.',
  },
  SPEC_DECIMAL_ID: {
    severity: 'warning',
    summary: 'A PCI id is written in decimal.',
    advice: 'Write PCI ids in hexadecimal, such as 0x8086.',
    explanation:
      '`vendor: 8086` is the number 8086, which is 0x1f96, so that the identity guard would refuse an Intel device. `lspci -n` prints ids in hexadecimal without 0x.',
  },
  SPEC_TOO_MANY_PROBLEMS: {
    severity: 'error',
    summary: 'There are more problems than are shown.',
    advice: 'Mend the first ones and try again.',
    explanation: 'More of the same helps nobody; and many problems often have one cause.',
  },
} as const satisfies Record<string, CatalogueEntry>;
