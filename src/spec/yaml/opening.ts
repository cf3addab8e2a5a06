/** Finds the start of a quote or bracket that is not closed. The parser reports the error at the end of the text. */

import { isCollection, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

/**
 * Offset of the innermost quote or bracket that is still open at an offset; `null` when none is, or the offset is not the
 * end of the document's content.
 */
export function openingOf(contents: ParsedNode | null, offset: number): number | null {
  let opening: number | null = null;
  for (let node: unknown = contents; node !== null; node = lastOf(node)) {
    if (isCollection(node) && node.flow === true && node.range != null && node.range[1] >= offset) {
      opening = node.range[0];
    }
    if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range != null && node.range[1] >= offset) {
      opening = node.range[0];
    }
  }
  return opening;
}

function lastOf(node: unknown): unknown {
  if (isSeq(node)) return node.items.at(-1) ?? null;
  if (!isMap(node)) return null;
  const pair = node.items.at(-1);
  return pair?.value ?? pair?.key ?? null;
}
