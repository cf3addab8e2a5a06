/** Text with format, version and checksum around it, which show on reading that pasidctl wrote it. */

import { createHash } from 'node:crypto';
import { printable } from '../text/escape.ts';
import { stringifyWithBigints } from './bigint-json.ts';

export interface Seal {
  /** `pasidctl-ledger`, `pasidctl-journal` … */
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

export interface Unsealed {
  /** JSON; its content is not checked yet. */
  readonly record: string;
  readonly version: number;
}

/** Why a text cannot be used. */
export interface Fault {
  readonly fault: string;
  /** A later version wrote it: it is not damaged. */
  readonly isNewer: boolean;
}

/** The record and its version, or why the text cannot be used. */
export function unseal(text: string, { format, version, older }: Seal): Unsealed | Fault {
  const sealed = parseObject(text);
  if (sealed === null || sealed.format !== format) return damaged(`it is not a ${format} file`);
  const found = sealed.version;
  if (found !== version && (older === undefined || found !== older))
    return {
      fault: `its version is ${printable(String(found))}, and this pasidctl reads version ${version}`,
      isNewer: typeof found === 'number' && found > version,
    };
  if (typeof sealed.record !== 'string' || sealed.checksum !== checksum(sealed.record)) {
    return damaged('its checksum does not match');
  }
  return { record: sealed.record, version: found === version ? version : (older ?? version) };
}

export function damaged(fault: string): Fault {
  return { fault, isNewer: false };
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
