/** Reading a large spec, and planning it, against parsing the same YAML and validating it with ajv alone. */

import type { SpecTimes } from './programs/spec-work.ts';
import { type Row, ratioAtMost, rowOf } from './row.ts';
import { runForJson, type Workshop } from './workshop.ts';

const BINDINGS = '10000';
const ROUNDS = '7';
const AIM = ratioAtMost(2);

export async function specRows(shop: Workshop): Promise<readonly Row[]> {
  const program = await shop.bundle('spec-work');
  // The program prints what the type says.
  const { alone, validate, plan, ...status } = runForJson(program, [BINDINGS, ROUNDS]) as SpecTimes;
  const common = { unit: 'ms', baseline: alone, against: 'yaml and ajv alone', aim: AIM } as const;
  return [
    rowOf({ ...common, name: `validate ${BINDINGS} bindings written out`, ours: validate }),
    rowOf({ ...common, name: `plan ${BINDINGS} bindings written out`, ours: plan }),
    rowOf({
      ...{ name: 'status text of 100000 bindings', unit: 'ms', aim: AIM, against: 'the same as JSON' },
      ...{ ours: status.statusText, baseline: status.statusJson },
    }),
  ];
}
