import { describe, expect, test } from 'vitest';
import { NO_COLORS } from '../../src/views/colors.ts';
import { diagnosticsData } from '../../src/views/diagnostics-data.ts';
import { diagnosticsText } from '../../src/views/diagnostics-text.ts';
import { doctorData } from '../../src/views/doctor-data.ts';
import { doctorText } from '../../src/views/doctor-text.ts';
import { inventoryText } from '../../src/views/inventory-text.ts';
import { planData } from '../../src/views/plan-data.ts';
import { planText } from '../../src/views/plan-text.ts';
import { statusData } from '../../src/views/status-data.ts';
import { statusText } from '../../src/views/status-text.ts';
import { toJson, toYaml } from '../../src/views/structured.ts';
import { DIAGNOSIS, SOUND } from './diagnoses.ts';
import {
  DIAGNOSTICS,
  EVERY_PLAN,
  HOST,
  longPlan,
  manyBindings,
  NOTHING_HELD,
  SPEC_FILE,
  SPEC_TEXT,
  STATUS,
} from './models.ts';

const colors = NO_COLORS;
const source = (file: string): string | null => (file === SPEC_FILE ? SPEC_TEXT : null);

const GOLDENS: readonly (readonly [file: string, text: () => string])[] = [
  ['diagnostics.txt', () => diagnosticsText(DIAGNOSTICS, { colors, source, columns: 80 })],
  ['diagnostics.json', () => toJson(diagnosticsData(DIAGNOSTICS))],
  ['diagnostics.yaml', () => toYaml(diagnosticsData(DIAGNOSTICS))],
  ['no-diagnostics.json', () => toJson(diagnosticsData([]))],
  ['plan.txt', () => planText(EVERY_PLAN, { colors })],
  ['plan.json', () => toJson(planData(EVERY_PLAN))],
  ['plan-long.txt', () => planText(longPlan(5000), { colors })],
  ['plan-full.txt', () => planText(longPlan(20), { colors, full: true })],
  ['plan-empty.txt', () => planText({ steps: [] }, { colors })],
  ['plan-empty.json', () => toJson(planData({ steps: [] }))],
  ['status.txt', () => statusText(STATUS, { colors, full: false })],
  ['status-full.txt', () => statusText(manyBindings(20), { colors, full: true })],
  ['status-folded.txt', () => statusText(manyBindings(5000), { colors, full: false })],
  ['status.json', () => toJson(statusData(STATUS))],
  ['status.yaml', () => toYaml(statusData(STATUS))],
  ['status-empty.txt', () => statusText(NOTHING_HELD, { colors, full: false })],
  ['doctor-80.txt', () => doctorText(DIAGNOSIS, { colors, columns: 80, all: false })],
  ['doctor-40.txt', () => doctorText(DIAGNOSIS, { colors, columns: 40, all: false })],
  ['doctor-all.txt', () => doctorText(DIAGNOSIS, { colors, columns: 100, all: true })],
  ['doctor-sound.txt', () => doctorText(SOUND, { colors, columns: 80, all: false })],
  ['doctor.json', () => toJson(doctorData(DIAGNOSIS))],
  ['inventory.txt', () => inventoryText(HOST, { colors, all: false })],
  ['inventory-all.txt', () => inventoryText(HOST, { colors, all: true })],
];

describe('every output is as its golden file says (vitest -u writes them)', () => {
  test.each(GOLDENS)('%s', async (file, text) => {
    await expect(text()).toMatchFileSnapshot(`golden/${file}`);
  });
});

test('no output has a control character that is not a line feed', () => {
  for (const [, text] of GOLDENS) expect(text()).not.toMatch(/[^\P{Cc}\n]/u);
});
