import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { type EngineDevice, hostAbility } from '../../../src/viommu/state/engine-device.ts';
import { EVERYTHING, guestAbility } from '../../../src/viommu/state/guest-ability.ts';
import { HwptTable } from '../../../src/viommu/store/hwpt-table.ts';
import { type StageKey, stageOf, writeStageKey } from '../../../src/viommu/store/stage-key.ts';
import { judge } from '../../../src/viommu/wish/judge.ts';
import { PASID_ENTRY, pasidEntry } from '../../../src/vtd/pasid-entry.ts';
import { GUEST_CAP, GUEST_ECAP } from '../engine-world.ts';
import { firstStage, passThrough, words } from '../guest-tables.ts';

const [UNIT] = SAMPLE_MACHINE.units;

const DEVICE: EngineDevice = {
  name: 'A',
  bus: 0,
  devfn: 0x28,
  unit: 0,
  host: hostAbility(UNIT ?? { cap: 0n, ecap: 0n }),
  maxPasidLog2: 20,
  pageRequests: true,
  parent: 3,
  parentTakesPasids: true,
};
const QEMU = guestAbility(GUEST_CAP, GUEST_ECAP);

function judged(entry: Uint8Array, more: Partial<Parameters<typeof judge>[2]> = {}): string {
  return judge(new Uint32Array(entry.buffer), 0, { guest: QEMU, device: DEVICE, pasid: 5, ...more });
}

describe('an entry', () => {
  test('of QEMU’s guest may be a first stage of 4 levels, or pass-through', () => {
    expect(judged(firstStage(1, 0x1000))).toBe('first-stage');
    expect(judged(passThrough(1))).toBe('pass-through');
    expect(judged(firstStage(1, 0x1000, 4n))).toBe('width-not-offered');
    expect(judged(firstStage(1, 0x1000, 8n), { guest: EVERYTHING })).toBe('width-not-offered');
  });

  test('SRE and EAFE are refused where the guest was not offered them', () => {
    expect(judged(firstStage(1, 0x1000, 0x01n))).toBe('supervisor-not-offered');
    expect(judged(firstStage(1, 0x1000, 0x80n))).toBe('extended-access-not-offered');
    expect(judged(firstStage(1, 0x1000, 0x81n), { guest: EVERYTHING })).toBe('first-stage');
  });

  test('is refused before anything is made where the host cannot', () => {
    const host = { nesting: true, fiveLevels: false, supervisor: false, extendedAccess: false };
    const guest = { ...EVERYTHING, fiveLevels: true };
    const on = (flags: bigint, more: Partial<typeof host> = {}): string =>
      judged(firstStage(1, 0x1000, flags), { guest, device: { ...DEVICE, host: { ...host, ...more } } });
    expect(on(0n)).toBe('first-stage');
    expect(on(4n)).toBe('host-width');
    expect(on(1n)).toBe('host-supervisor');
    expect(on(0x80n)).toBe('host-extended-access');
    expect(on(0n, { nesting: false })).toBe('no-nesting');
    expect(on(4n, { fiveLevels: true })).toBe('first-stage');
  });

  test('of the RID has no width', () => {
    const device = { ...DEVICE, maxPasidLog2: 0 };
    expect(judged(firstStage(1, 0x1000), { device, pasid: 0 })).toBe('first-stage');
    expect(judged(firstStage(1, 0x1000), { device, pasid: 1 })).toBe('pasid-too-wide');
  });

  test('has reserved bits exactly where the table says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 63 }), (word, bit) => {
        const value = 1n << BigInt(bit);
        const entry = words(...Array.from({ length: 8 }, (_, index) => (index === word ? value : 0n)));
        const reserved = (PASID_ENTRY.reserved(word) & value) !== 0n;
        expect(pasidEntry.reserved(new Uint32Array(entry.buffer), 0)).toBe(reserved);
      }),
    );
  });
});

const stage = fc.record({
  page: fc.maxSafeInteger().map((value) => Math.abs(value) % 2 ** 52),
  fiveLevels: fc.boolean(),
  supervisor: fc.boolean(),
  extendedAccess: fc.boolean(),
  writeProtect: fc.boolean(),
  pageRequests: fc.boolean(),
});

describe('the key of a first stage', () => {
  test('keeps every bit of the table’s address, and drops write protection without supervisor requests', () => {
    fc.assert(
      fc.property(stage, fc.integer({ min: 0, max: 127 }), (facts, unit) => {
        const key: StageKey = { low: 0, high: 0 };
        writeStageKey(key, unit, facts);
        expect(stageOf(key)).toEqual({
          pageTable: BigInt(facts.page) << 12n,
          addressWidth: facts.fiveLevels ? 57 : 48,
          supervisor: facts.supervisor,
          writeProtect: facts.supervisor && facts.writeProtect,
          extendedAccess: facts.extendedAccess,
        });
      }),
    );
  });

  test('finds its record among thousands, and none after it was removed', () => {
    const table = new HwptTable(true);
    const keys = Array.from({ length: 5000 }, (_, index) => ({ low: index * 0x1000, high: index % 3 }));
    const records = keys.map((key, index) => table.add(index + 1, key));
    for (const [index, key] of keys.entries()) expect(table.find(key)).toBe(records[index]);
    for (const record of records.filter((_, index) => index % 2 === 0)) table.remove(record);
    for (const [index, key] of keys.entries()) {
      expect(table.find(key)).toBe(index % 2 === 0 ? -1 : records[index]);
    }
    expect(table.count).toBe(2500);
  });
});
