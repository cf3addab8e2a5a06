import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BugError } from '../../src/assert.ts';
import * as iommufd from '../../src/uapi/iommufd.ts';
import { type Field, type Fields, type Scalar, type Struct, struct } from '../../src/uapi/layout.ts';
import * as selftest from '../../src/uapi/selftest.ts';
import * as vfio from '../../src/uapi/vfio.ts';
import { isStruct } from './abi/questions.ts';

type AnyStruct = Struct<Fields>;

const STRUCTS = { ...structsOf(iommufd), ...structsOf(vfio), ...structsOf(selftest) };

/** Struct tables among a module's exports, by export name. */
function structsOf(module: object): Readonly<Record<string, AnyStruct>> {
  return Object.fromEntries(Object.entries(module).filter((entry): entry is [string, AnyStruct] => isStruct(entry[1])));
}

describe('layouts', () => {
  test.each(Object.entries(STRUCTS))('%s is named as it is exported', (name, { name: kernelName }) => {
    expect(kernelName.replace('iommu_test_cmd.', 'test_')).toBe(name);
  });
});

describe('codec', () => {
  test.each(Object.values(STRUCTS))('$name comes back from its bytes as it went in', (table) => {
    fc.assert(
      fc.property(valuesOf(table), (values) => {
        const bytes = table.encode(values);
        expect(bytes).toHaveLength(table.sizeBytes);
        expect(table.decode(bytes)).toMatchObject(values);
      }),
      { numRuns: 50 },
    );
  });

  test.each(Object.values(STRUCTS))('every byte of $name’s fields survives a decode and an encode', (table) => {
    const covered = coverageOf(table);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: table.sizeBytes, maxLength: table.sizeBytes }), (bytes) => {
        const known = bytes.map((byte, index) => (covered[index] ? byte : 0));
        expect(table.encode(table.decode(known))).toEqual(known);
      }),
      { numRuns: 50 },
    );
  });

  test.each(Object.values(STRUCTS))('$name refuses values out of range in every field', (table) => {
    for (const [name, field] of Object.entries(table.fields)) {
      for (const value of refusedFor(field)) {
        expect(() => table.encode({ [name]: value }), `${name} = ${String(value)}`).toThrow(BugError);
      }
    }
  });

  test('absent fields are 0, and so is what a short struct lacks', () => {
    const { iommu_hwpt_alloc } = iommufd;
    expect(iommu_hwpt_alloc.encode({})).toEqual(new Uint8Array(48));
    const short = iommu_hwpt_alloc.encode({ size: 24, dev_id: 7, data_type: 1 }).subarray(0, 24);
    expect(iommu_hwpt_alloc.decode(short)).toMatchObject({ size: 24, dev_id: 7, data_type: 0, fault_id: 0 });
  });

  test('what lies beyond a struct is not part of it', () => {
    const long = Uint8Array.of(8, 0, 0, 0, 5, 0, 0, 0, 255, 255);
    expect(iommufd.iommu_destroy.decode(long)).toEqual({ size: 8, id: 5 });
  });

  test('bytes are little-endian', () => {
    const bytes = struct('example', { a: 'u16', b: 'u32', c: 'u64' }).encode({ a: 0x0102, b: 3, c: 0x0405n });
    expect([...bytes]).toEqual([2, 1, 0, 0, 3, 0, 0, 0, 5, 4, 0, 0, 0, 0, 0, 0]);
  });

  test('a field that does not exist is refused', () => {
    const table: AnyStruct = iommufd.iommu_destroy;
    expect(() => table.encode({ nonsense: 1 })).toThrow(BugError);
  });
});

function scalarOf(field: Field): Scalar | number {
  if (typeof field === 'string') return field;
  return 'bytes' in field ? field.bytes : field.type;
}

const RANGE: Readonly<Record<Exclude<Scalar, 'u64'>, { readonly min: number; readonly max: number }>> = {
  u8: { min: 0, max: 0xff },
  u16: { min: 0, max: 0xffff },
  u32: { min: 0, max: 0xffff_ffff },
  s32: { min: -0x8000_0000, max: 0x7fff_ffff },
};

/** Values of all fields that do not overlay another one. */
function valuesOf(table: AnyStruct): fc.Arbitrary<Record<string, number | bigint | Uint8Array>> {
  const own = Object.entries(table.fields).filter(([, field]) => !isOverlay(table, field));
  return fc.record(Object.fromEntries(own.map(([name, field]) => [name, arbitraryOf(field)])));
}

/** `at` also serves to leave a gap; an overlay is one whose bytes another field has. */
function isOverlay(table: AnyStruct, field: Field): boolean {
  if (typeof field === 'string' || !('at' in field)) return false;
  const sameOffset = Object.values(table.offset).filter((offset) => offset === field.at);
  return sameOffset.length > 1;
}

function arbitraryOf(field: Field): fc.Arbitrary<number | bigint | Uint8Array> {
  const scalar = scalarOf(field);
  if (typeof scalar === 'number') return fc.uint8Array({ minLength: scalar, maxLength: scalar });
  return scalar === 'u64' ? fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) : fc.integer(RANGE[scalar]);
}

function refusedFor(field: Field): readonly (number | bigint | Uint8Array)[] {
  const scalar = scalarOf(field);
  if (typeof scalar === 'number') return [new Uint8Array(scalar + 1), 0];
  if (scalar === 'u64') return [-1n, 2n ** 64n, 0];
  const { min, max } = RANGE[scalar];
  return [min - 1, max + 1, 0.5, Number.NaN, 0n];
}

/** Which bytes belong to a field, and are not padding. */
function coverageOf(table: AnyStruct): readonly boolean[] {
  const covered = new Array<boolean>(table.sizeBytes).fill(false);
  const width = { u8: 1, u16: 2, u32: 4, s32: 4, u64: 8 } as const;
  for (const [name, field] of Object.entries(table.fields)) {
    const scalar = scalarOf(field);
    const at = table.offset[name] ?? 0;
    covered.fill(true, at, at + (typeof scalar === 'number' ? scalar : width[scalar]));
  }
  return covered;
}
