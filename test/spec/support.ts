/** Specs for tests, and readings of them without the places that a test does not care for. */

import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Spec } from '../../src/model/spec.ts';
import type { LoadDeps } from '../../src/spec/load.ts';
import { readSpec, type SpecReading } from '../../src/spec/read-spec.ts';

/** The two lines that every document starts with. */
export const HEADER = 'apiVersion: pasidctl/v1\nkind: Host\n';

/** Read one text as the file `spec.yaml`. */
export function read(text: string): SpecReading {
  return readSpec([{ file: 'spec.yaml', text }]);
}

/** Read one text under the usual first two lines. */
export function readBody(body: string): SpecReading {
  return read(`${HEADER}${body}`);
}

export function codes({ diagnostics }: SpecReading): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

/** `CODE 12:5-12:9`, or the code alone when it has no place. */
export function summarize({ code, location }: Diagnostic): string {
  if (location === null) return code;
  const { start, end } = location.range;
  return `${code} ${start.line}:${start.column}-${end.line}:${end.column}`;
}

export const noStdin: LoadDeps = { stdin: stdinOf([]) };

export async function* stdinOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
}

/** A spec as JSON: addresses and sizes in hexadecimal, origins left out. */
export function plainSpec(spec: Spec): unknown {
  const text = JSON.stringify(spec, (key: string, value: unknown) => {
    if (key === 'origin') return undefined;
    return typeof value === 'bigint' ? `0x${value.toString(16)}` : value;
  });
  return JSON.parse(text);
}
