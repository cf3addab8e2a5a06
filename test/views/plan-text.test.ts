import { describe, expect, test } from 'vitest';
import { describeStep, invertStep, traitsOf } from '../../src/steps/step-kinds.ts';
import { NO_COLORS } from '../../src/views/colors.ts';
import { summarize } from '../../src/views/plan-summary.ts';
import { planText } from '../../src/views/plan-text.ts';
import { EVERY_PLAN, EVERY_STEP, longPlan, TABLE } from './models.ts';

describe('the text of a plan', () => {
  test('names a step of every kind differently from its inverse', () => {
    for (const { step } of EVERY_STEP) expect(describeStep(step)).not.toBe(describeStep(invertStep(step)));
  });

  test('counts every step once', () => {
    const { create, change, remove } = summarize(EVERY_PLAN);
    expect(create + change + remove).toBe(EVERY_STEP.length);
  });

  test('undoing a step that adds is a step that removes', () => {
    for (const { step } of EVERY_STEP) {
      const opposite = { create: 'remove', remove: 'create', change: 'change' }[traitsOf(step).action];
      expect(traitsOf(invertStep(step)).action).toBe(opposite);
    }
  });

  test('stays short for a plan of thousands of steps', () => {
    expect(planText(longPlan(10_000), { colors: NO_COLORS }).split('\n').length).toBeLessThan(20);
  });

  test('shows hostile names escaped', () => {
    const step = { kind: 'open-viommu', viommu: '\u001b[2J', pasid: true, nesting: true } as const;
    const text = planText({ steps: [{ step, reason: 'wanted', disruption: 'live' }] }, { colors: NO_COLORS });
    expect(text).toContain('\\x1b[2J');
    expect(text).not.toContain('\u001b');
  });

  test('names a page table by its whole address', () => {
    const stage = { ...TABLE, pageTable: 0xffff_ffff_ffff_f000n };
    const step = { kind: 'alloc-first-stage', viommu: 'a', unit: 'dmar0', device: 'b', stage } as const;
    expect(describeStep(step)).toContain('0xfffffffffffff000');
  });
});
