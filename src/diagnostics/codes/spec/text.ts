/** SPEC_*: Files and YAML: why a text cannot be read. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_TEXT_CODES = {
  SPEC_FILE_NOT_FOUND: {
    severity: 'error',
    summary: 'A spec file or folder given with -f does not exist.',
    advice: 'Correct the path given with -f.',
    explanation:
      'Every path given with -f must exist. pasidctl releases what the spec does not list, so a missing file would release everything that it describes. Exit code 66.',
  },
  SPEC_FILE_UNREADABLE: {
    severity: 'error',
    summary: 'A spec file cannot be read.',
    advice: 'Check the permissions of the file and of the folders above it.',
    explanation:
      'The operating system refused to open or read the file, or the path names a device or a socket, which has no text of its own. The message has the reason, with the errno where the system gave one. A FIFO given with -f is read to its end, as with `-f <(generate)`; in a folder such as conf.d a FIFO is refused, because pasidctl would wait for it. Exit code 66.',
  },
  SPEC_FILE_TOO_LARGE: {
    severity: 'error',
    summary: 'The files of a spec are larger than 32 MiB together.',
    advice: 'Write neighbouring PASIDs as one binding with a range.',
    explanation:
      'A spec may have 32 MiB in all of its files, which is enough for 100,000 bindings with every field written out. A binding takes a range of PASIDs, such as `pasids: 1-1023`, so that even all 2^20 PASIDs of a device need one line only.',
  },
  SPEC_FILE_NOT_UTF8: {
    severity: 'error',
    summary: 'A spec file is not UTF-8 text.',
    advice: 'Save the file as UTF-8.',
    explanation:
      'pasidctl reads YAML as UTF-8. The file has bytes that are invalid in UTF-8; files in Latin-1 or UTF-16 have such bytes.',
  },
  SPEC_FILE_BINARY: {
    severity: 'error',
    summary: 'A spec file is not text.',
    advice: 'Give the path of a YAML file with -f.',
    explanation: 'The file has a NUL character, which YAML does not allow.',
  },
  SPEC_EMPTY: {
    severity: 'warning',
    summary: 'A spec file or folder is empty.',
    advice: 'Remove it from the command line, or write a spec into it.',
    explanation:
      'An empty spec is valid and means that nothing is provisioned on the host. This warning is shown because an empty file is usually a mistake; where something is held, `plan` and `apply` refuse it (SPEC_REMOVES_EVERYTHING).',
  },
  SPEC_REMOVES_EVERYTHING: {
    severity: 'error',
    summary: 'A spec that asks for nothing would give back everything that is held.',
    advice: 'Give --allow-empty if that is meant, or use `pasidctl destroy`; else check the path and the files.',
    explanation:
      'An empty file or folder, or a pipe whose first command failed, reads as a spec without devices and vIOMMUs. To carry it out would detach every PASID and return every device. It is refused at `plan`, at `apply` and at SIGHUP of a holder unless --allow-empty stands on the command line of that process; a spec file cannot say it.',
  },
  SPEC_YAML_SYNTAX: {
    severity: 'error',
    summary: 'The text is not valid YAML.',
    advice: 'Correct the YAML at the marked place, or just before it.',
    explanation:
      'A spec is YAML 1.2. The parser stopped at the marked place. The mistake is there or shortly before: for example a missing colon, a quote that is not closed, or a line that is indented too far.',
  },
  SPEC_YAML_TAB: {
    severity: 'error',
    summary: 'A line is indented with a tab.',
    advice: 'Indent with spaces.',
    explanation: 'YAML allows only spaces as indentation.',
  },
  SPEC_YAML_DUPLICATE_KEY: {
    severity: 'error',
    summary: 'A mapping has the same key twice.',
    advice: 'Remove one of the two.',
    explanation:
      'Many YAML readers silently use the last value of a repeated key. pasidctl reports it, since one of the two values would be ignored.',
  },
  SPEC_YAML_BAD_KEY: {
    severity: 'error',
    summary: 'A key of a mapping is not plain text.',
    advice: 'Write a field name before the colon.',
    explanation: 'YAML also allows lists, mappings and null as keys. A spec has only named fields.',
  },
  SPEC_YAML_MERGE_KEY: {
    severity: 'error',
    summary: 'A merge key (<<) names something that is not a mapping.',
    advice: 'Give the merge key an alias of a mapping, such as `<<: *base`, or a list of such aliases.',
    explanation:
      'A merge key gives a mapping the fields of another one, marked `&base` earlier in the same document. Its own fields win, and of several mappings, `<<: [*first, *second]`, the first. Text, numbers and lists of them have no fields to merge.',
  },
  SPEC_YAML_1_1: {
    severity: 'warning',
    summary: 'YAML 1.1 reads a value otherwise than YAML 1.2.',
    advice: 'Write text in quotes, and numbers in decimal or with 0x.',
    explanation:
      'A spec is YAML 1.2: `010` is the number 10, `0o10` is 8, and `yes`, `1_000`, `12:30:00` and `00:01.0` are text. Many programs still read YAML 1.1, where they are 8, text, true, 1000, 45000 and 1. The message says what pasidctl reads. This is a warning, since the other reading may be meant, and other programs that read the file may see it.',
  },
  SPEC_YAML_TAG: {
    severity: 'error',
    summary: 'A value has an unknown tag.',
    advice: 'Remove the tag.',
    explanation: 'Tags such as `!secret` or `!include` are extensions of other programs. A spec uses none.',
  },
  SPEC_YAML_UNKNOWN_ALIAS: {
    severity: 'error',
    summary: 'An alias has no anchor above it.',
    advice: 'Correct the spelling of the alias, or move the anchor before it.',
    explanation:
      '`*name` stands for a value that was marked `&name` earlier in the same document. An alias inside the value that it names is not allowed.',
  },
  SPEC_YAML_ALIAS_BOMB: {
    severity: 'error',
    summary: 'The aliases of a document stand for too many values.',
    advice: 'Write the values out, or use ranges of PASIDs.',
    explanation:
      'Aliases of lists of aliases grow exponentially ("billion laughs"). At most 2,000,000 values of a document may come from aliases.',
  },
  SPEC_YAML_TOO_DEEP: {
    severity: 'error',
    summary: 'Lists and mappings are nested too deep.',
    advice: 'Look for a bracket that is not closed.',
    explanation:
      'A spec is at most five levels deep. Text that is nested deeper than 100 levels is not parsed, since it could exhaust the stack.',
  },
  SPEC_YAML_TOO_LARGE: {
    severity: 'error',
    summary: 'A spec has too many YAML values, tokens or documents.',
    advice: 'Write neighbouring PASIDs as one binding with a range.',
    explanation:
      'A spec may have, in all of its files, 3,500,000 values and signs (colons, dashes, commas and brackets), 10,000,000 tokens (these, blanks and line ends) and 1,000 documents. 100,000 bindings with every field written out stay below that. Reading them takes about 1 GB of memory.',
  },
} as const satisfies Record<string, CatalogueEntry>;
