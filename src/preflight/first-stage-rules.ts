/**
 * First-stage tables that the unit does not support. The kernel accepts them when the HWPT is made and refuses them at the
 * attach, after it has removed the former entry (src/quirks.md Q2, Q3). They are therefore refused before the first change.
 * Source: drivers/iommu/intel/pasid.c intel_pasid_setup_nested (7.3).
 */

import type { Code } from '../diagnostics/codes.ts';
import type { BindingTarget, FirstStage } from '../model/spec.ts';
import { type Problem, problem } from './check.ts';
import { below, type Context, type UsedUnit } from './context.ts';

interface Row {
  readonly code: Code;
  readonly key: string;
  readonly lacks: (stage: FirstStage, used: UsedUnit) => boolean;
  readonly words: string;
}

const ROWS: readonly Row[] = [
  {
    code: 'HOST_NO_5_LEVEL',
    key: 'addressWidth',
    lacks: ({ addressWidth }, { cap }) => addressWidth === 57 && !cap.firstStage5Level,
    words: 'a 57-bit table needs 5-level paging, which the unit does not have (CAP.FS5LP)',
  },
  {
    code: 'HOST_NO_SUPERVISOR',
    key: 'supervisor',
    lacks: ({ supervisor }, { ecap }) => supervisor && !ecap.supervisor,
    words: '`supervisor: true` needs supervisor requests, which the unit does not have (ECAP.SRS)',
  },
  {
    code: 'HOST_NO_EXTENDED_ACCESS',
    key: 'extendedAccess',
    lacks: ({ extendedAccess }, { ecap }) => extendedAccess && !ecap.extendedAccess,
    words: '`extendedAccess: true` needs the extended accessed flag, which the unit does not have (ECAP.EAFS)',
  },
];

export function* firstStageLacks(context: Context): Iterable<Problem> {
  for (const used of context.used) {
    if (used.unit.version === null) continue;
    for (const { origin, target, device } of used.devices.flatMap(({ bindings }) => bindings)) {
      for (const { code, key, words } of missing(target, used)) {
        const at = { origin: below(origin, 'firstStage'), key };
        const message = `${device} behind ${used.unit.name}: ${words}.`;
        yield problem(context, { code, message, at, devices: [device] });
      }
    }
  }
}

function missing(target: BindingTarget, used: UsedUnit): readonly Row[] {
  return target.kind === 'first-stage' ? ROWS.filter(({ lacks }) => lacks(target, used)) : [];
}
