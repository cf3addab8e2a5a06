/** Rules about the first stages of bindings. */

import { offsetInPage } from '../../model/page.ts';
import type { FirstStage, ViommuSpec } from '../../model/spec.ts';
import { hex } from '../../text/hex.ts';
import type { DraftBinding } from '../normalize/draft.ts';
import { below, type Place, type Problem } from '../problem.ts';
import { coveredBy, covers } from './covered.ts';
import { at, endOf, type RuleContext } from './rule.ts';

interface StageBinding {
  readonly binding: DraftBinding;
  readonly stage: FirstStage;
}

function stages({ draft }: RuleContext): readonly StageBinding[] {
  return draft.bindings.flatMap((binding) =>
    binding.target.kind === 'first-stage' ? [{ binding, stage: binding.target }] : [],
  );
}

function stageAt({ origin }: DraftBinding, key: string): Place {
  return { origin: below(origin, 'firstStage'), key };
}

const WIDTHS = { 4: 48, 5: 57 } as const;

export function* levelsDisagree(context: RuleContext): Generator<Problem> {
  for (const { binding } of stages(context)) {
    const { levels, addressWidth } = binding.written;
    if (levels === null || addressWidth === null || WIDTHS[levels] === addressWidth) continue;
    const message = `\`levels: ${levels}\` for ${binding.device} means \`addressWidth: ${WIDTHS[levels]}\`, not ${addressWidth}.`;
    const basis = [stageAt(binding, 'addressWidth')];
    yield { code: 'SPEC_LEVELS_DISAGREE', message, at: stageAt(binding, 'levels'), basis };
  }
}

/** FSPTPTR of the PASID-table entry holds bits 63:12 of the address: VT-d r5 §9.6. */
export function* pageTableUnaligned(context: RuleContext): Generator<Problem> {
  for (const { binding, stage } of stages(context)) {
    if (offsetInPage(stage.pageTable) === 0n) continue;
    const message = `\`pageTable\` for ${binding.device} is ${hex(stage.pageTable)}, which is not a multiple of 4KiB (0x1000).`;
    yield { code: 'SPEC_PAGE_TABLE_UNALIGNED', message, at: stageAt(binding, 'pageTable') };
  }
}

/** The first access would fault. A vIOMMU without memory is left out: SPEC_MEMORY_MISSING is reported for it. */
export function* pageTableOutsideMemory(context: RuleContext): Generator<Problem> {
  const covered = new Map(context.draft.viommus.map((viommu) => [viommu, coveredBy(viommu.memory)]));
  for (const { binding, stage } of stages(context)) {
    const viommu = context.viommuOf(binding);
    if (viommu === null || viommu.memory.length === 0) continue;
    if (covers(covered.get(viommu) ?? [], stage.pageTable)) continue;
    const message = `\`pageTable\` for ${binding.device} is ${hex(stage.pageTable)}, outside the memory of ${viommu.name}: ${describeMemory(viommu)}.`;
    const basis = [at(viommu, 'memory')];
    yield { code: 'SPEC_PAGE_TABLE_OUTSIDE_MEMORY', message, at: stageAt(binding, 'pageTable'), basis };
  }
}

function describeMemory({ memory }: ViommuSpec): string {
  const shown = memory.slice(0, 3).map((region) => `${hex(region.guestAddress)}–${hex(endOf(region) - 1n)}`);
  return [...shown, ...(memory.length > shown.length ? [`${memory.length - shown.length} more`] : [])].join(', ');
}

/** The kernel programs WPE only together with SRE: src/quirks.md Q8. */
export function* writeProtectIgnored(context: RuleContext): Generator<Problem> {
  for (const { binding, stage } of stages(context)) {
    if (!stage.writeProtect || stage.supervisor) continue;
    const message = `The kernel ignores \`writeProtect\` for ${binding.device}, since \`supervisor\` is not set.`;
    const basis = [stageAt(binding, 'supervisor')];
    yield { code: 'SPEC_WRITE_PROTECT_IGNORED', message, at: stageAt(binding, 'writeProtect'), basis };
  }
}
