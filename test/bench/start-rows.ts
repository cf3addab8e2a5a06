/** Cold starts of the built command against a Node that does nothing. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CHECKOUT } from '../vm/harness/work-folder.ts';
import { inRounds, millisecondsOf } from './rounds.ts';
import { type Row, ratioAtMost, rowOf } from './row.ts';
import type { Workshop } from './workshop.ts';

const ROUNDS = 40;
const PROGRAM = join(CHECKOUT, 'dist', 'pasidctl.js');
const EXAMPLE = join(CHECKOUT, 'examples', 'two-pasids.yaml');

export function startRows({ folder }: Workshop): readonly Row[] {
  const env = { ...process.env, PASIDCTL_STATE_DIR: join(folder, 'no-state') };
  const start = (...args: readonly string[]): (() => number) => {
    return () => millisecondsOf(() => run(args, env));
  };
  const times = inRounds(ROUNDS, {
    node: start('-e', '0'),
    version: start(PROGRAM, 'version'),
    plan: start(PROGRAM, 'plan', '-f', EXAMPLE, '--backend', 'sim'),
  });
  const common = { unit: 'ms', baseline: times.node, against: 'node -e 0' } as const;
  return [
    rowOf({ ...common, name: 'cold start: version', ours: times.version, aim: ratioAtMost(1.5) }),
    rowOf({ ...common, name: 'cold start: plan of two-pasids.yaml', ours: times.plan, aim: ratioAtMost(2.5) }),
  ];
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
}
