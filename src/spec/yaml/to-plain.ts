/**
 * YAML nodes → plain JSON values, as the JSON Schema sees them.
 *
 * Integers beyond 2^53, which a JavaScript number cannot hold exactly, become text `0x…`; the schema accepts it for 64-bit
 * addresses and sizes. Aliases share the value that they name; the nodes that they stand for are counted, not copied.
 *
 * Merge keys (`<<`) are resolved here too, as the yaml package's `merge` option does: its `toJS` knows neither our limits nor
 * where a merged value was written. {@link sourcesOf} in merge-key.ts tells the latter.
 */

import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { printable } from '../../text/escape.ts';
import { MAX_ALIAS_NODES } from './limits.ts';
import { isMergeKey } from './merge-key.ts';
import { scalarValue } from './scalar-value.ts';
import { MAX_OLD_FORMS, oldForm } from './yaml-1.1.ts';
import type { YamlProblem } from './yaml-problem.ts';

export interface PlainDocument {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /** Values that YAML 1.1 reads otherwise, at most {@link MAX_OLD_FORMS}. */
  readonly oldForms: readonly YamlProblem[];
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Node, Node>;
}

export function toPlain(contents: Node | null): PlainDocument {
  const context: Context = {
    anchors: new Map(),
    targets: new Map(),
    problems: [],
    oldForms: [],
    size: 0,
    aliasNodes: 0,
  };
  const value = contents === null ? null : plain(contents, context);
  return { value, problems: context.problems, oldForms: context.oldForms, targets: context.targets };
}

interface Context {
  /** `null` while the anchored node is still being read. */
  readonly anchors: Map<string, Anchor | null>;
  readonly targets: Map<Node, Node>;
  readonly problems: YamlProblem[];
  readonly oldForms: YamlProblem[];
  /** Nodes read; an alias counts as all nodes that it stands for. */
  size: number;
  aliasNodes: number;
}

interface Anchor {
  readonly node: Node;
  readonly value: unknown;
  readonly size: number;
}

function plain(node: unknown, context: Context): unknown {
  context.size++;
  if (isAlias(node)) return aliased(node, context);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  const { anchor } = node;
  if (anchor === undefined) return content(node, context);
  context.anchors.set(anchor, null);
  const before = context.size;
  const value = content(node, context);
  context.anchors.set(anchor, { node, value, size: context.size - before });
  return value;
}

function content(node: Node, context: Context): unknown {
  if (isMap(node)) return mapping(node, context);
  if (isSeq(node)) return node.items.map((item) => plain(item, context));
  return isScalar(node) ? scalar(node, context) : null;
}

function scalar(node: Scalar, { oldForms }: Context): unknown {
  const { type, tag, source } = node;
  if (type === 'PLAIN' && tag === undefined && source !== undefined && oldForms.length < MAX_OLD_FORMS) {
    const found = oldForm(source, node.value);
    const [start, end] = rangeOf(node);
    if (found !== null) oldForms.push({ ...found, start, end });
  }
  return scalarValue(node);
}

function aliased(alias: Alias, context: Context): unknown {
  const name = printable(alias.source);
  const anchor = context.anchors.get(alias.source);
  if (anchor === undefined || anchor === null) {
    const why = anchor === null ? 'is inside the value that it names' : 'has no anchor above it';
    return refuse(context, alias, { code: 'SPEC_YAML_UNKNOWN_ALIAS', message: `The alias *${name} ${why}.` });
  }
  context.aliasNodes += anchor.size;
  context.size += anchor.size;
  if (context.aliasNodes > MAX_ALIAS_NODES) {
    if (context.problems.some(({ code }) => code === 'SPEC_YAML_ALIAS_BOMB')) return null;
    const message = `The aliases up to *${name} stand for more than ${MAX_ALIAS_NODES} values.`;
    return refuse(context, alias, { code: 'SPEC_YAML_ALIAS_BOMB', message });
  }
  context.targets.set(alias, anchor.node);
  return anchor.value;
}

function mapping(map: YAMLMap, context: Context): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const seen = new Set<string>();
  const merged: unknown[] = [];
  for (const pair of map.items) {
    const key = readKey(pair, context);
    const value = plain(pair.value, context);
    if (key === null) continue;
    if (isMergeKey(pair.key) && !seen.has(key)) {
      seen.add(key);
      merged.push(...mergedMaps(pair, value, context));
      continue;
    }
    if (seen.has(key)) {
      const message = `The key ${printable(key)} occurs twice in one mapping.`;
      refuse(context, pair.key, { code: 'SPEC_YAML_DUPLICATE_KEY', message });
      continue;
    }
    seen.add(key);
    setOwn(result, key, value);
  }
  // The mapping's own fields win, and of several merged mappings the first.
  for (const fields of merged) {
    for (const [key, value] of Object.entries(fields ?? {}))
      if (!Object.hasOwn(result, key)) setOwn(result, key, value);
  }
  return result;
}

/** The mappings that a merge key names; what is none is refused. */
function mergedMaps({ key, value: node }: Pair, value: unknown, context: Context): readonly unknown[] {
  const maps = Array.isArray(value) ? value : [value];
  if (maps.every(isPlainMap)) return maps;
  // A refused alias has a problem of its own.
  if (maps.includes(null) && context.problems.some(({ code }) => ALIAS_CODES.has(code))) return maps.filter(isPlainMap);
  const message = 'A merge key (<<) needs a mapping, or a list of mappings; usually it is given an alias of one.';
  const [start, end] = rangeOf(node);
  refuse(context, start < end ? node : key, { code: 'SPEC_YAML_MERGE_KEY', message });
  return [];
}

const ALIAS_CODES: ReadonlySet<string> = new Set(['SPEC_YAML_UNKNOWN_ALIAS', 'SPEC_YAML_ALIAS_BOMB']);

function isPlainMap(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function readKey(pair: Pair, context: Context): string | null {
  const { key } = pair;
  if (!isScalar(key) || key.value === null) {
    const message = 'A key must be plain text, not a list, a mapping, an alias or null.';
    refuse(context, key ?? pair.value, { code: 'SPEC_YAML_BAD_KEY', message });
    return null;
  }
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Makes `__proto__` an ordinary field instead of setting the prototype. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function refuse(context: Context, at: unknown, problem: Pick<YamlProblem, 'code' | 'message'>): null {
  const [start, end] = rangeOf(at);
  // A limit, since hostile text can have any number of them.
  if (context.problems.length < 100) context.problems.push({ ...problem, start, end });
  return null;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : null;
  return range ? [range[0], range[1]] : [0, 0];
}
