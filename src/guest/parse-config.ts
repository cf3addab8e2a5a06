/** The `config` operation: the machine around the guest. */

import { offsetInPage } from '../model/page.ts';
import { hex } from '../text/hex.ts';
import {
  type ConfigDevice,
  type ConfigEngine,
  type ConfigOperation,
  type ConfigUnit,
  FAILED_REPLACE,
} from './operation.ts';
import { findOverlap, type MemoryRange, q35Regions } from './ram-map.ts';
import {
  BadLine,
  BDF,
  type Fields,
  FLAG,
  fieldsOf,
  integer,
  type Kind,
  NAME_TEXT,
  oneOf,
  optional,
  required,
  U64,
} from './script-fields.ts';

const PASID_BITS = integer(0, 20);

/** @throws BadLine when a field is not of its kind, or a name or address is given twice */
export function readConfig(from: Fields): ConfigOperation {
  const devices = optional(from, 'devices', { kind: LIST, fallback: null })?.map(readDevice) ?? null;
  const units = optional(from, 'units', { kind: UNIT_LIST, fallback: null })?.map(readUnit) ?? null;
  refuseTwice(
    'device',
    devices?.map(({ name }) => name),
  );
  refuseTwice(
    'address',
    devices?.map(({ bdf }) => bdf),
  );
  refuseTwice(
    'unit',
    units?.map(({ name }) => name),
  );
  refuseTooManyUnits([...(units ?? []).map(({ name }) => name), ...(devices ?? []).map(parentOf)]);
  return {
    op: 'config',
    pasidBits: optional(from, 'pasidBits', { kind: PASID_BITS, fallback: null }),
    memory: readMemory(from),
    devices,
    units,
    engine: readEngine(from.values.get('engine') ?? {}),
  };
}

const MOST_ENTRIES = integer(0, 2 ** 20);

function readEngine(value: unknown): ConfigEngine {
  const from = fieldsOf(value, 'engine', [...CONFIG_FIELDS.engine, 'comment']);
  const fields = Object.entries(ENGINE_FIELDS).filter(([name]) => from.values.has(name));
  return Object.fromEntries(fields.map(([name, kind]) => [name, required<unknown>(from, name, kind)]));
}

const ENGINE_FIELDS: { readonly [K in keyof ConfigEngine]-?: Kind<ConfigEngine[K] & {}> } = {
  sharing: FLAG,
  maxPerDevice: MOST_ENTRIES,
  maxEntries: MOST_ENTRIES,
  pasid0Gate: FLAG,
  failedReplace: oneOf(FAILED_REPLACE),
};

/** Fields of the operation and of the items of its lists. All may have a `comment` too. */
export const CONFIG_FIELDS = {
  config: ['pasidBits', 'memoryBytes', 'memory', 'devices', 'units', 'engine'],
  memory: ['guestAddress', 'size'],
  devices: ['name', 'bdf', 'unit', 'maxPasidLog2', 'parentTakesPasids'],
  units: ['name', 'cap', 'ecap'],
  engine: Object.keys(ENGINE_FIELDS),
} as const satisfies Readonly<Record<string, readonly string[]>>;

const LAST_ADDRESS = 1n << 64n;
/** More than any machine has; the regions of a q35 stay below 2^64. */
const MOST_MEMORY = 1n << 52n;

/** Words of 64 bits that are multiples of a page. */
const PAGES: Kind<bigint> = {
  wanted: 'a multiple of 4096',
  read(value) {
    const bytes = U64.read(value);
    return bytes !== null && offsetInPage(bytes) === 0n ? bytes : null;
  },
};

const MEMORY_BYTES: Kind<bigint> = {
  wanted: 'a multiple of 4096 from 4096 to 2^52',
  read(value) {
    const bytes = PAGES.read(value);
    return bytes !== null && bytes > 0n && bytes <= MOST_MEMORY ? bytes : null;
  },
};

const RANGE_SIZE: Kind<bigint> = {
  wanted: 'a multiple of 4096, and not 0',
  read: (value) => PAGES.read(value) || null,
};

function readMemory(from: Fields): readonly MemoryRange[] | null {
  const memoryBytes = optional(from, 'memoryBytes', { kind: MEMORY_BYTES, fallback: null });
  const list = optional(from, 'memory', { kind: LIST, fallback: null });
  if (memoryBytes !== null && list !== null)
    throw new BadLine('config has both memoryBytes and memory; give one of the two');
  if (list === null) return memoryBytes === null ? null : q35Regions(memoryBytes).map(asRange);
  if (list.length === 0)
    throw new BadLine('memory of config is an empty list; without the field there is memory everywhere');
  const ranges = list.map(readRange);
  const twice = findOverlap(ranges);
  if (twice !== null) throw new BadLine(`memory of config has the address ${hex(twice.guestAddress)} twice`);
  return ranges;
}

function asRange({ guestAddress, bytes }: MemoryRange): MemoryRange {
  return { guestAddress, bytes };
}

function readRange(value: unknown): MemoryRange {
  const from = fieldsOf(value, 'a memory range', [...CONFIG_FIELDS.memory, 'comment']);
  const guestAddress = required(from, 'guestAddress', PAGES);
  const bytes = required(from, 'size', RANGE_SIZE);
  if (guestAddress + bytes > LAST_ADDRESS)
    throw new BadLine(`the memory range at ${hex(guestAddress)} of ${hex(bytes)} bytes ends beyond 2^64`);
  return { guestAddress, bytes };
}

const LIST = {
  wanted: 'a list',
  read: (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null),
};

/** A list of units with names, or an object with one field per unit. */
const UNIT_LIST = {
  wanted: 'a list, or an object by name',
  read(value: unknown): readonly unknown[] | null {
    if (Array.isArray(value)) return value;
    if (typeof value !== 'object' || value === null) return null;
    return Object.entries(value).map(([name, fields]) => ({ ...fields, name }));
  },
};

function readDevice(value: unknown): ConfigDevice {
  const from = fieldsOf(value, 'a device', [...CONFIG_FIELDS.devices, 'comment']);
  return {
    name: required(from, 'name', NAME_TEXT),
    bdf: required(from, 'bdf', BDF),
    unit: optional(from, 'unit', { kind: NAME_TEXT, fallback: null }),
    maxPasidLog2: optional(from, 'maxPasidLog2', { kind: PASID_BITS, fallback: null }),
    parentTakesPasids: optional(from, 'parentTakesPasids', { kind: FLAG, fallback: true }),
  };
}

function readUnit(value: unknown): ConfigUnit {
  const from = fieldsOf(value, 'a unit', [...CONFIG_FIELDS.units, 'comment']);
  return {
    name: required(from, 'name', NAME_TEXT),
    cap: optional(from, 'cap', { kind: U64, fallback: null }),
    ecap: optional(from, 'ecap', { kind: U64, fallback: null }),
  };
}

/** Limit of units in a stage key of the engine. */
const UNIT_LIMIT = 128;

/** A unit has two nest parents where some of its devices need one without the PASID flag. */
function parentOf({ unit, parentTakesPasids }: ConfigDevice): string {
  return parentTakesPasids ? `${unit}` : `${unit} without PASIDs`;
}

function refuseTooManyUnits(names: readonly string[]): void {
  const { size } = new Set(names);
  if (size > UNIT_LIMIT) throw new BadLine(`config names ${size} units; the limit is ${UNIT_LIMIT}`);
}

function refuseTwice(what: string, names: readonly string[] = []): void {
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined) throw new BadLine(`config names the ${what} ${twice} twice`);
}
