/** SPEC_*: Files and YAML: what keeps a text from being read at all. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_TEXT_CODES = {
  SPEC_FILE_NOT_FOUND: {
    severity: 'error',
    summary: 'A named spec file or folder does not exist.',
    advice: 'Check the path given with -f.',
    explanation:
      'Every path given with -f must exist: a spec that is missing a part would release what that part describes. Exit code 66.',
  },
  SPEC_FILE_UNREADABLE: {
    severity: 'error',
    summary: 'A spec file cannot be read.',
    advice: 'Check the permissions of the file and of the folders above it.',
    explanation:
      'The operating system refused to open or read the file; the message has its error name, such as EACCES. Exit code 66.',
  },
  SPEC_FILE_TOO_LARGE: {
    severity: 'error',
    summary: 'A spec file is larger than any spec needs.',
    advice: 'Split the file, or write neighbouring PASIDs as one binding with a range.',
    explanation:
      'A file may have 16 MiB. A binding takes a range of PASIDs, such as `pasids: 1-1023`, so that even all 2^20 PASIDs of a device are one line.',
  },
  SPEC_FILE_NOT_UTF8: {
    severity: 'error',
    summary: 'A spec file is not UTF-8 text.',
    advice: 'Save the file as UTF-8.',
    explanation: 'YAML is read as UTF-8. The file has bytes that are none, as Latin-1 and UTF-16 files have.',
  },
  SPEC_FILE_BINARY: {
    severity: 'error',
    summary: 'A spec file is not text.',
    advice: 'Check that the right file was named.',
    explanation: 'The file has a NUL character, which no text has.',
  },
  SPEC_EMPTY: {
    severity: 'warning',
    summary: 'A spec file or folder says nothing.',
    advice: 'Remove it from the command line, or write a spec into it.',
    explanation:
      'Nothing at all is a valid wish: a host with nothing provisioned. But it is rarely what was meant, so it is said.',
  },
  SPEC_YAML_SYNTAX: {
    severity: 'error',
    summary: 'The text is not valid YAML.',
    advice: 'Mend the YAML at the marked place, or just before it.',
    explanation:
      'A spec is YAML 1.2. The marked place is where the parser could not go on; the slip is there or a little before it, such as a missing colon, a quote that is not closed, or a line that is indented too far.',
  },
  SPEC_YAML_TAB: {
    severity: 'error',
    summary: 'A line is indented with a tab.',
    advice: 'Indent with spaces.',
    explanation: 'YAML knows only spaces as indentation, since nobody can say how wide a tab is.',
  },
  SPEC_YAML_DUPLICATE_KEY: {
    severity: 'error',
    summary: 'A mapping has the same key twice.',
    advice: 'Remove one of the two.',
    explanation:
      'Most YAML readers silently take the last one. Here both are visible mistakes, because the one that would win is seldom the one that was meant.',
  },
  SPEC_YAML_BAD_KEY: {
    severity: 'error',
    summary: 'A key of a mapping is not plain text.',
    advice: 'Write a field name before the colon.',
    explanation: 'YAML allows lists, mappings and nothing as keys. A spec has only named fields.',
  },
  SPEC_YAML_MERGE_KEY: {
    severity: 'error',
    summary: 'A merge key (<<) is used.',
    advice: 'Write the fields out, or use an alias for a whole value.',
    explanation:
      'Merge keys belong to YAML 1.1 and were dropped in 1.2. Anchors and aliases work: `firstStage: &table { pageTable: 0x2000000 }`, and later `firstStage: *table`.',
  },
  SPEC_YAML_TAG: {
    severity: 'error',
    summary: 'A value has a tag that means nothing here.',
    advice: 'Remove the tag.',
    explanation: 'Tags such as `!secret` or `!include` are extensions of other programs. A spec uses none.',
  },
  SPEC_YAML_UNKNOWN_ALIAS: {
    severity: 'error',
    summary: 'An alias names no anchor above it.',
    advice: 'Check the spelling of the alias, or move the anchor before it.',
    explanation:
      '`*name` stands for a value that was marked `&name` earlier in the same document. It cannot stand inside the value that it names.',
  },
  SPEC_YAML_ALIAS_BOMB: {
    severity: 'error',
    summary: 'Aliases stand for far more than is written.',
    advice: 'Write the values out, or use ranges of PASIDs.',
    explanation:
      'Aliases of lists of aliases grow without bound ("billion laughs"). Up to 100,000 values may come from aliases.',
  },
  SPEC_YAML_TOO_DEEP: {
    severity: 'error',
    summary: 'Lists and mappings are nested too deep.',
    advice: 'Check for a bracket that is not closed.',
    explanation:
      'A spec is at most five levels deep. Text that is nested deeper than 100 is dropped before it can exhaust the parser.',
  },
  SPEC_YAML_TOO_LARGE: {
    severity: 'error',
    summary: 'A file has too many YAML tokens or documents.',
    advice: 'Write neighbouring PASIDs as one binding with a range, or split the file.',
    explanation:
      'A file may have 2,000,000 tokens (words, colons, dashes and spaces, about 40,000 written-out bindings) and 1,000 documents.',
  },
} as const satisfies Record<string, CatalogueEntry>;
