/** `apiVersion` and `kind`. A document of another format gets no other diagnostic. */

import { below, type Problem } from './problem.ts';
import { describeValue } from './shape/value-problem.ts';
import type { SpecSources } from './sources.ts';

const HEADER = { apiVersion: 'pasidctl/v1', kind: 'Host' } as const;

/** `null` for a document of this format. */
export function checkHeader(value: unknown, document: number, sources: SpecSources): Problem | null {
  const origin = { document, path: [] };
  const code = 'SPEC_WRONG_HEADER';
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const message = `The document is ${describeValue(value, sources.written(origin))}, but must be a mapping with \`apiVersion: ${HEADER.apiVersion}\`.`;
    return { code, message, at: { origin } };
  }
  const fields: { readonly [key: string]: unknown } = value as Record<string, unknown>;
  for (const [key, wanted] of Object.entries(HEADER)) {
    const found = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (found === wanted) continue;
    const is = found === undefined ? 'missing' : describeValue(found, sources.written(below(origin, key)));
    return { code, message: `\`${key}\` is ${is}, but must be ${wanted}.`, at: { origin, key } };
  }
  return null;
}
