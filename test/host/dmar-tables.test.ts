import { expect, test } from 'vitest';
import { dmarKey, parseDmarTables } from '../../src/host/dmar-tables.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import type { FirstStage } from '../../src/model/spec.ts';
import { leadsToMemory, leadsToTable } from '../../src/vtd/leads-to.ts';

const NESTED =
  '6a:01.0\t0x0000000000000000:0x0000000103044001\t0x0000000000000000:0x000000010a40041d\t5     \t' +
  '0x0000000002345000:0x000000000080001a:0x000000010f2c10c9';
const SECOND_STAGE =
  '6a:01.0\t0x0000000000000000:0x0000000103044001\t0x0000000000000000:0x000000010a40041d\t0     \t' +
  '0x0000000000000000:0x0000000000800002:0x000000010f2c1089';
const LEGACY =
  '00:04.0\t0x0000000000000000:0x0000000103044001\t0x0000000000000000:0x000000010a40041d\t-1    \t' +
  '0x0000000000000000:0x0000000000000000:0x0000000000000000';

const TEXT = `IOMMU dmar0: Root Table Address: 0x103043000
B.D.F\tRoot_entry\t\t\t\tContext_entry\t\t\t\tPASID\tPASID_table_entry
${SECOND_STAGE}
${NESTED}
${LEGACY}

`;

const STAGE: FirstStage = {
  pageTable: 0x2345000n,
  addressWidth: 48,
  supervisor: false,
  writeProtect: false,
  extendedAccess: false,
};

function entry(pasid: number): Uint32Array {
  const address = parseBdf('0000:6a:01.0');
  const found = address === null ? undefined : parseDmarTables(TEXT).get(dmarKey(address, pasid));
  return found ?? new Uint32Array(16);
}

test('headings and lines of legacy mode are no entries', () => {
  expect([...parseDmarTables(TEXT).keys()]).toEqual(['6a:01.0 0', '6a:01.0 5']);
});

test('a nested entry leads to its guest table, and to no other table, width or flag', () => {
  expect(leadsToTable(entry(5), STAGE)).toBe(true);
  expect(leadsToTable(entry(5), { ...STAGE, pageTable: 0x2346000n })).toBe(false);
  expect(leadsToTable(entry(5), { ...STAGE, addressWidth: 57 })).toBe(false);
  expect(leadsToTable(entry(5), { ...STAGE, supervisor: true })).toBe(false);
  expect(leadsToTable(entry(5), { ...STAGE, extendedAccess: true })).toBe(false);
  expect(leadsToMemory(entry(5))).toBe(false);
});

test('a second-stage entry leads to memory, and an absent one nowhere', () => {
  expect(leadsToMemory(entry(0))).toBe(true);
  expect(leadsToTable(entry(0), STAGE)).toBe(false);
  expect(leadsToMemory(entry(7))).toBe(false);
  expect(leadsToTable(entry(7), STAGE)).toBe(false);
});
