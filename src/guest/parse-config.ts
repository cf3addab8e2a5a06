/** The `config` operation: the machine around the guest. */

import {
  type ConfigDevice,
  type ConfigEngine,
  type ConfigOperation,
  type ConfigUnit,
  FAILED_REPLACE,
} from './operation.ts';
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
    memoryBytes: optional(from, 'memoryBytes', { kind: U64, fallback: null }),
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
  config: ['pasidBits', 'memoryBytes', 'devices', 'units', 'engine'],
  devices: ['name', 'bdf', 'unit', 'maxPasidLog2', 'parentTakesPasids'],
  units: ['name', 'cap', 'ecap'],
  engine: Object.keys(ENGINE_FIELDS),
} as const satisfies Readonly<Record<string, readonly string[]>>;

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
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new BadLine(`config names the ${what} ${twice} twice`);
}
