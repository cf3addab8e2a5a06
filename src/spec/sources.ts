/**
 * The files of a run, and the place of each node in them.
 *
 * Places are looked up when a diagnostic needs one, by walking the YAML nodes again from the root.
 */

import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Location, Origin, SourceMap } from '../model/source.ts';
import { sourcesOf } from './yaml/merge-key.ts';
import { type TextPositions, textPositions } from './yaml/text-positions.ts';

/** One file as it was read. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly positions: TextPositions;
}

/** One YAML document of a file. */
export interface SourceDocument {
  readonly source: SourceFile;
  readonly contents: Node | null;
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Node, Node>;
}

/** {@link SourceMap}, with lookups for this folder alone. */
export interface SpecSources extends SourceMap {
  /** Where a key of the mapping at `origin` is written. */
  locateKey(origin: Origin, key: string): Location | null;
  /** The text of a scalar as it was written; `null` when the node is not a scalar. */
  written(origin: Origin): string | null;
}

export function sourceFile(file: string, text: string): SourceFile {
  return { file, text, positions: textPositions(text) };
}

export function locateSpan({ file, positions }: SourceFile, start: number, end: number): Location {
  return { file, range: positions.rangeOf(start, end) };
}

export function specSources(files: readonly SourceFile[], documents: readonly SourceDocument[]): SpecSources {
  const fieldsOf = fieldIndex();
  const find = (origin: Origin) => findNode(documents[origin.document], origin.path, fieldsOf);
  return {
    locate(origin, key) {
      const keys = key === undefined ? [] : [key, ...(SAME[key] ?? [])];
      const fields = keys.map((name) => find({ ...origin, path: [...origin.path, name] }));
      return locateFound(fields.find((field) => field !== null) ?? find(origin));
    },
    locateKey(origin, key) {
      return locateFound(find({ ...origin, path: [...origin.path, key] }), { atKey: true });
    },
    written(origin) {
      const node = find(origin)?.node;
      if (!isScalar(node) || node.range == null) return null;
      return documents[origin.document]?.source.text.slice(node.range[0], node.range[1]) ?? null;
    },
    text: (file) => files.find((source) => source.file === file)?.text ?? null,
  };
}

/** Alternative names of a field: when the requested one is not written, the other one is looked up. */
const SAME: Readonly<Record<string, readonly string[]>> = { pasid: ['pasids'], pasids: ['pasid'] };

interface Found {
  readonly document: SourceDocument;
  readonly node: unknown;
  /** The key that leads to it, in a mapping. */
  readonly key: unknown;
}

type FieldsOf = (map: YAMLMap, targets: SourceDocument['targets']) => ReadonlyMap<string, Pair>;

/** Fields of a mapping by name, merged ones too, cached: a hostile mapping can have a hundred thousand. */
function fieldIndex(): FieldsOf {
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const fieldsOf: FieldsOf = (map, targets) => {
    const fields =
      known.get(map) ??
      indexFields(
        map,
        sourcesOf(map, targets).map((source) => fieldsOf(source, targets)),
      );
    known.set(map, fields);
    return fields;
  };
  return fieldsOf;
}

/** A field's own pair, or else that of the first merged mapping that has it. */
function indexFields(map: YAMLMap, merged: readonly ReadonlyMap<string, Pair>[]): ReadonlyMap<string, Pair> {
  const fields = new Map<string, Pair>();
  for (const pair of map.items) {
    const name = keyText(pair.key);
    if (name !== null && !fields.has(name)) fields.set(name, pair);
  }
  for (const source of merged) for (const [name, pair] of source) if (!fields.has(name)) fields.set(name, pair);
  return fields;
}

function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? null);
}

function findNode(document: SourceDocument | undefined, path: Origin['path'], fieldsOf: FieldsOf): Found | null {
  if (document === undefined) return null;
  let node: unknown = document.contents;
  let key: unknown = null;
  for (const step of path) {
    const parent = isAlias(node) ? document.targets.get(node) : node;
    if (isSeq(parent)) {
      node = parent.items[Number(step)];
      key = null;
    } else if (isMap(parent)) {
      const pair = fieldsOf(parent, document.targets).get(String(step));
      node = pair?.value;
      key = pair?.key;
    } else {
      return null;
    }
    if (node === undefined && key == null) return null;
  }
  return { document, node, key };
}

/** The place of a value; that of its key when the value is empty (`pasid:`). */
function locateFound(found: Found | null, { atKey = false } = {}): Location | null {
  if (found === null) return null;
  const { source } = found.document;
  const own = atKey ? null : rangeOf(found.node);
  const range = own ?? rangeOf(found.key);
  return range === null ? locateSpan(source, 0, 0) : locateSpan(source, range[0], range[1]);
}

function rangeOf(node: unknown): readonly [number, number] | null {
  const range = isScalar(node) || isAlias(node) || isCollection(node) ? node.range : null;
  return range == null || range[0] === range[1] ? null : [range[0], range[1]];
}
