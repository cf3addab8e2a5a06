/** Merge keys: `<<: *base` gives a mapping the fields of another one that it does not have itself. */

import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

/** `"<<"` in quotes is an ordinary field. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

/**
 * The mappings that a mapping merges, in the order of precedence.
 *
 * @param targets  what each alias stands for
 */
export function sourcesOf({ items }: YAMLMap, targets: ReadonlyMap<Node, Node>): readonly YAMLMap[] {
  const pair = items.find(({ key }) => isMergeKey(key));
  const resolved = (node: unknown): unknown => (isAlias(node) ? targets.get(node) : node);
  const value = resolved(pair?.value);
  const sources = isSeq(value) ? value.items.map(resolved) : [value];
  return sources.filter((source) => isMap(source));
}
