/** A sequence and its difference as text, for whoever has to find out who is wrong. */

import { errnoName } from '../../../src/uapi/errno.ts';
import type { AnyStruct, Observation, Operation } from './operation.ts';
import type { Outcome } from './sequence.ts';

const LONGEST = 96;

export function describeOutcome({ operations, difference }: Outcome): string {
  const lines = operations.map((operation, index) => `${String(index).padStart(3)} ${describeOperation(operation)}`);
  if (difference === null) return lines.join('\n');
  const { operation, kernel, simulator } = difference;
  return [
    ...lines,
    `differs: ${describeOperation(operation)}`,
    `  kernel:    ${describeObservation(operation, kernel)}`,
    `  simulator: ${describeObservation(operation, simulator)}`,
  ].join('\n');
}

export function describeOperation(operation: Operation): string {
  if (operation.kind !== 'ioctl') {
    const { kind, ...rest } = operation;
    return `${kind} ${fields(rest)}`;
  }
  const { name, fd, struct, request, pointers, fds, data, lies, bytes } = operation;
  const parts = [
    `${name} on ${fd}`,
    structText(struct, bytes),
    ...pointers.map(({ at, to }) => `${at}→${to.region}+0x${to.offset.toString(16)}`),
    ...fds.map(({ at, slot }) => `${at}→fd ${slot}`),
    data.length === 0 ? '' : `data ${hex(data)}`,
    lies === 'array' ? '' : `struct ${lies}`,
    request >> 8 === 0x3b ? '' : `request 0x${request.toString(16)}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function describeObservation(operation: Operation, { result, out, data }: Observation): string {
  const answer = result < 0 ? errnoName(result) : String(result);
  const bytes = Buffer.from(out, 'hex');
  return [answer, operation.kind === 'ioctl' ? structText(operation.struct, bytes) : cut(out), cut(data)].join(' ');
}

function structText(struct: AnyStruct, bytes: Uint8Array): string {
  const claimed = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const size = bytes.length === struct.sizeBytes && claimed === bytes.length ? '' : ` of ${claimed} bytes`;
  const { size: _, ...rest } = struct.decode(bytes);
  return `${fields(rest)}${size}`;
}

/** Those that are not 0. */
function fields(values: object): string {
  const said = Object.entries(values).filter(([, value]) => value !== 0 && value !== 0n);
  return `{${said.map(([name, value]) => `${name}=${text(value)}`).join(' ')}}`;
}

function text(value: unknown): string {
  if (value instanceof Uint8Array) return hex(value);
  if (typeof value === 'bigint') return `0x${value.toString(16)}`;
  return typeof value === 'number' && value > 4096 ? `0x${value.toString(16)}` : String(value);
}

function hex(bytes: Uint8Array): string {
  return cut(Buffer.from(bytes).toString('hex'));
}

function cut(long: string): string {
  return long.length > LONGEST ? `${long.slice(0, LONGEST)}…` : long;
}
