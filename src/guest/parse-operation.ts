/** One line of a replay script → an operation. Unknown operations and fields are errors, since they would have no effect. */

import { ERRNO } from '../uapi/errno.ts';
import { REGISTERS, type RegisterName } from '../vtd/registers.ts';
import { FAILING_CALLS, type Operation } from './operation.ts';
import { CONFIG_FIELDS, readConfig } from './parse-config.ts';
import {
  BadLine,
  BYTES,
  type Fields,
  FLAG,
  fieldsOf,
  integer,
  type Kind,
  NAME_TEXT,
  oneOf,
  optional,
  required,
  shown,
  U64,
  WORDS,
} from './script-fields.ts';

const PASID = integer(0, 2 ** 20 - 1);
const GROUP = integer(0, 511);
// Object.keys widens the names of the rows to string.
const REGISTER = oneOf(Object.keys(REGISTERS) as RegisterName[]);

const ERRNO_VALUE: Kind<number> = {
  wanted: 'an errno such as "EBUSY" or 16',
  read(value) {
    const named = typeof value === 'string' ? new Map<string, number>(Object.entries(ERRNO)).get(value) : undefined;
    const number = named ?? value;
    const isErrno = typeof number === 'number' && Number.isInteger(number) && number !== 0 && Math.abs(number) < 4096;
    return isErrno ? Math.abs(number) : null;
  },
};

const RESPONSE_CODE: Kind<number> = {
  wanted: 'a response code from 0 to 15, or success, invalid, failure',
  read(value) {
    const named = { success: 0, invalid: 1, failure: 15 };
    return typeof value === 'string' && Object.hasOwn(named, value)
      ? named[value as keyof typeof named] // Object.hasOwn does not narrow.
      : integer(0, 15).read(value);
  },
};

export interface Reader {
  readonly fields: readonly string[];
  readonly read: (fields: Fields) => Operation;
}

/** Every operation may have a `comment` too. */
export const READERS: Readonly<Record<Operation['op'], Reader>> = {
  config: { fields: CONFIG_FIELDS.config, read: readConfig },
  registers: {
    fields: ['cap', 'ecap'],
    read: (from) => ({ op: 'registers', cap: required(from, 'cap', U64), ecap: required(from, 'ecap', U64) }),
  },
  write: {
    fields: ['gpa', 'hex', 'words'],
    read: (from) => ({ op: 'write', gpa: required(from, 'gpa', U64), bytes: readBytes(from) }),
  },
  register: {
    fields: ['name', 'value'],
    read: (from) => ({ op: 'register', name: required(from, 'name', REGISTER), value: required(from, 'value', U64) }),
  },
  descriptor: {
    fields: ['lo', 'hi'],
    read: (from) => ({ op: 'descriptor', lo: required(from, 'lo', U64), hi: required(from, 'hi', U64) }),
  },
  stage: { fields: ['n'], read: (from) => ({ op: 'stage', n: required(from, 'n', integer(0, 2 ** 31 - 1)) }) },
  reset: { fields: [], read: () => ({ op: 'reset' }) },
  resync: { fields: [], read: () => ({ op: 'resync' }) },
  unplug: { fields: ['device'], read: (from) => ({ op: 'unplug', device: required(from, 'device', NAME_TEXT) }) },
  advance: { fields: ['ms'], read: (from) => ({ op: 'advance', ms: required(from, 'ms', integer(0, 2 ** 31 - 1)) }) },
  fail: {
    fields: ['call', 'errno', 'times'],
    read: (from) => ({
      op: 'fail',
      call: required(from, 'call', oneOf(FAILING_CALLS)),
      errno: required(from, 'errno', ERRNO_VALUE),
      times: optional(from, 'times', { kind: integer(0, 2 ** 31 - 1), fallback: 1 }),
    }),
  },
  fault: {
    fields: ['device', 'pasid', 'address', 'group', 'last', 'read', 'write', 'execute', 'privileged'],
    read: readFault,
  },
  response: {
    fields: ['device', 'pasid', 'group', 'code'],
    read: (from) => ({
      op: 'response',
      device: required(from, 'device', NAME_TEXT),
      pasid: required(from, 'pasid', PASID),
      group: optional(from, 'group', { kind: GROUP, fallback: 0 }),
      code: optional(from, 'code', { kind: RESPONSE_CODE, fallback: 0 }),
    }),
  },
};

/** @throws BadLine with one sentence about what is wrong */
export function parseOperation(text: string): Operation {
  const value = parseJson(text);
  const op = operationName(value);
  const reader = READERS[op];
  return reader.read(fieldsOf(value, op, ['op', 'comment', ...reader.fields]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadLine('this is not JSON: every line of a script is one object');
  }
}

function operationName(value: unknown): Operation['op'] {
  // Object.keys widens the names of the rows to string.
  const names = Object.keys(READERS) as Operation['op'][];
  if (typeof value !== 'object' || value === null || !('op' in value)) {
    throw new BadLine(`${shown(value)} is not an operation: every line is an object with a field op`);
  }
  const name = names.find((known) => known === value.op);
  if (name === undefined) throw new BadLine(`there is no operation ${shown(value.op)}; there are ${names.join(', ')}`);
  return name;
}

/** `words` are the 64-bit words of the VT-d specification, stored little-endian; `hex` is the bytes in memory. */
function readBytes(from: Fields): Uint8Array {
  const [hex, words] = [from.values.has('hex'), from.values.has('words')];
  if (hex === words)
    throw new BadLine(`write has ${hex ? 'both hex and words' : 'neither hex nor words'}; give one of the two`);
  return hex ? required(from, 'hex', BYTES) : required(from, 'words', WORDS);
}

function readFault(from: Fields): Operation {
  const flag = (name: string, fallback: boolean): boolean => optional(from, name, { kind: FLAG, fallback });
  return {
    op: 'fault',
    device: required(from, 'device', NAME_TEXT),
    pasid: required(from, 'pasid', PASID),
    address: required(from, 'address', U64),
    group: optional(from, 'group', { kind: GROUP, fallback: 0 }),
    last: flag('last', true),
    read: flag('read', true),
    write: flag('write', false),
    execute: flag('execute', false),
    privileged: flag('privileged', false),
  };
}
