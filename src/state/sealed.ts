/** Text that proves to be ours when it is read back: format, version and checksum around it. */

import { createHash } from 'node:crypto';
import { parseWithBigints, stringifyWithBigints } from './bigint-json.ts';

export interface Seal {
  /** `ledger`, `journal` … */
  readonly format: string;
  readonly version: number;
  /** An older version that is read too, and brought up to date by who reads it. */
  readonly older?: number;
}

/** One line, without its line feed. Undone by: unseal. */
export function seal(value: unknown, { format, version }: Seal): string {
  const record = stringifyWithBigints(value);
  return JSON.stringify({ format, version, checksum: checksum(record), record });
}

/** The value and the version that it is of, or in words why the text is not it. Its shape is ours when its checksum is. */
export function unseal(
  text: string,
  { format, version, older }: Seal,
): { readonly value: unknown; readonly version: number } | { readonly fault: string } {
  const sealed = parseObject(text);
  if (sealed === null || sealed.format !== format) return { fault: `it is no ${format} of ours` };
  const found = sealed.version;
  if (found !== version && (older === undefined || found !== older))
    return { fault: `its version is ${String(found)}; this program reads ${version}` };
  if (typeof sealed.record !== 'string' || sealed.checksum !== checksum(sealed.record)) {
    return { fault: 'its checksum does not match' };
  }
  return { value: parseWithBigints(sealed.record), version: found === version ? version : (older ?? version) };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    // An object by the test before it; its fields are judged one by one.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
