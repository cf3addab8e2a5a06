/** SPEC_*: Single fields that the JSON Schema does not allow. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_SHAPE_CODES = {
  SPEC_WRONG_HEADER: {
    severity: 'error',
    summary: 'A document is not a pasidctl host spec.',
    advice: 'Start the document with `apiVersion: pasidctl/v1` and `kind: Host`.',
    explanation:
      'Every document states its format in `apiVersion` and `kind`. A document of another kind or version is not checked further, since its fields may have other meanings.',
  },
  SPEC_UNKNOWN_FIELD: {
    severity: 'error',
    summary: 'A field is unknown.',
    advice: 'Remove the field, or correct its spelling; `pasidctl schema` prints all fields.',
    explanation:
      'Unknown fields are errors. If they were ignored, a misspelt `pasidBits` would silently leave the default of 0.',
  },
  SPEC_MISSING_FIELD: {
    severity: 'error',
    summary: 'A required field is missing.',
    advice: 'Add the field; `pasidctl schema` describes it.',
    explanation:
      'Fields without a default are required: names, addresses and sizes, and the device, the PASIDs and the target of each binding.',
  },
  SPEC_CONFLICTING_FIELDS: {
    severity: 'error',
    summary: 'Two fields exclude each other.',
    advice: 'Keep one of the two.',
    explanation:
      "A binding has `pasid` or `pasids`, and exactly one of `firstStage`, `passThrough` and `from: guest`. With `from: guest` the guest's PASID tables give the domain, so `domain` cannot be set.",
  },
  SPEC_WRONG_TYPE: {
    severity: 'error',
    summary: 'A value has the wrong type.',
    advice: 'Write a value of the type that the message names.',
    explanation:
      'YAML derives the type from the form of the value: `on` is text and `true` is a boolean; `"20"` is text and `20` a number; `- a` makes a list, `a: b` a mapping.',
  },
  SPEC_BAD_VALUE: {
    severity: 'error',
    summary: 'A value is not one of those allowed, or does not have the required form.',
    advice: 'Write a value as the message describes it.',
    explanation:
      'PCI addresses are written as `0000:6a:01.0` or `6a:01.0`; sizes as bytes or with KiB, MiB, GiB, TiB; 64-bit addresses as integers or quoted hexadecimal; names start with a letter.',
  },
  SPEC_OUT_OF_RANGE: {
    severity: 'error',
    summary: 'A number is too small or too large.',
    advice: 'Write a number in the range that the message names.',
    explanation: 'The ranges come from PCIe and VT-d: PASIDs have 20 bits, domain ids 16, PCI ids 16.',
  },
  SPEC_DECIMAL_ID: {
    severity: 'warning',
    summary: 'A PCI id is written in decimal.',
    advice: 'Write PCI ids in hexadecimal, such as 0x8086.',
    explanation:
      '`vendor: 8086` is the decimal number 8086, which is 0x1f96, so the identity guard would refuse an Intel device (0x8086). `lspci -n` prints ids in hexadecimal without 0x.',
  },
  SPEC_LEADING_ZERO: {
    severity: 'warning',
    summary: 'A number in a text starts with 0.',
    advice: 'Write the number without the zero, or with 0x if it is hexadecimal.',
    explanation:
      'Ranges, sizes and quoted numbers are decimal unless they start with 0x: `pasids: 010-020` means 10 to 20, and `size: 010MiB` 10 MiB. C and YAML 1.1 read 010 as octal, which is 8.',
  },
  SPEC_TOO_MANY_PROBLEMS: {
    severity: 'error',
    summary: 'There are more problems than are shown.',
    advice: 'Correct the problems that are shown, and check the spec again.',
    explanation: 'The list is cut, since many problems often have one cause.',
  },
} as const satisfies Record<string, CatalogueEntry>;
