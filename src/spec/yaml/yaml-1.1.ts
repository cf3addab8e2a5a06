/**
 * Plain values that YAML 1.1 reads otherwise than YAML 1.2: `yes`, `010`, `0o10`, `1_000`, `12:30:00`, dates.
 *
 * A spec is YAML 1.2. Who is used to programs that read 1.1 may have meant the other reading, and such a program may read the
 * same file. The yaml package knows both versions and is asked for both readings.
 */

import { parse, Schema } from 'yaml';
import { printable } from '../../text/escape.ts';
import type { YamlProblem } from './yaml-problem.ts';

/** Most values of one document that are reported. */
export const MAX_OLD_FORMS = 100;

/** Names, paths, hexadecimal and decimal numbers, ranges and sizes: both versions agree, and a large spec has little else. */
const AGREED = /^(?:[a-z/].{3,}|0|[1-9][0-9]*|0x[0-9a-f]+|[0-9]+-[0-9]+|[0-9]+[KMGT]iB)$/i;

const TESTS: readonly RegExp[] = new Schema({ schema: 'yaml-1.1' }).tags.flatMap((tag) =>
  'test' in tag && tag.default === true && tag.test !== undefined ? [tag.test] : [],
);

/**
 * What YAML 1.1 reads, or `undefined` when it reads the same.
 *
 * @param value  what YAML 1.2 reads
 */
export function oldReading(source: string, value: unknown): unknown {
  if (source.length > 100 || AGREED.test(source)) return undefined;
  // Octal in 1.1, with a digit that octal lacks: text. Source: YAML 1.1 tag int.
  if (/^[-+]?0[0-9_]*[89][0-9_]*$/.test(source)) return source;
  const old: unknown = TESTS.some((test) => test.test(source)) ? parse(source, { version: '1.1' }) : source;
  // A point or an exponent without a digit, such as `e0`: the yaml package reads NaN, the specification of 1.1 and PyYAML text.
  if (Number.isNaN(old) && typeof value === 'string') return undefined;
  return Object.is(old, value) || (old === 0 && value === 0) ? undefined : old;
}

/** A warning; `null` when both versions read the same. */
export function oldForm(source: string, value: unknown): Pick<YamlProblem, 'code' | 'message' | 'advice'> | null {
  const old = oldReading(source, value);
  if (old === undefined) return null;
  const text = printable(source);
  const message = `${text} is read as ${described(value)}; YAML 1.1 reads ${described(old)}.`;
  return { code: 'SPEC_YAML_1_1', message, advice: adviceFor(text, value, old) };
}

function described(value: unknown): string {
  if (typeof value === 'number') return `the number ${value}`;
  if (value instanceof Date) return 'a date';
  return typeof value === 'string' ? 'text' : String(value);
}

function adviceFor(text: string, value: unknown, old: unknown): string {
  if (typeof old === 'string') return `Write ${String(value)}.`;
  if (typeof value === 'number') return `Write ${value}, or ${String(old)} if that is meant.`;
  const other = old instanceof Date || text.includes(':') ? '' : `, or ${String(old)} if that is meant`;
  return `Write "${text}" in quotes${other}.`;
}
