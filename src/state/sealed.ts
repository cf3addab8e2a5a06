/** Text with format, version and checksum around it, which show on reading that pasidctl wrote it. */

import { createHash } from 'node:crypto';
import { parseWithBigints, stringifyWithBigints } from './bigint-json.ts';

export interface Seal {
  /** `ledger`, `journal` … */
  readonly format: string;
  readonly version: number;
  /** An older version that is also accepted; the caller converts it. */
  readonly older?: number;
}

/** One line, without its line feed. Undone by: unseal. */
export function seal(value: unknown, { format, version }: Seal): string {
  const record = stringifyWithBigints(value);
  return JSON.stringify({ format, version, checksum: checksum(record), record });
}

/** The value and its version, or why the text cannot be used. */
export function unseal(
  text: string,
  { format, version, older }: Seal,
): { readonly value: unknown; readonly version: number } | { readonly fault: string } {
  const sealed = parseObject(text);
  if (sealed === null || sealed.format !== format) return { fault: `it is not a ${format} of pasidctl` };
  const found = sealed.version;
  if (found !== version && (older === undefined || found !== older))
    return { fault: `its version is ${String(found)}, and this pasidctl reads version ${version}` };
  if (typeof sealed.record !== 'string' || sealed.checksum !== checksum(sealed.record)) {
    return { fault: 'its checksum does not match' };
  }
  return { value: parseWithBigints(sealed.record), version: found === version ? version : (older ?? version) };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    // The test before shows that it is an object; its fields are tested one by one.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
