/** Attaching and detaching PASIDs on a real kernel's mock, in a VM: our kernel port against the same calls from C. */

import { readFileSync } from 'node:fs';
import { bootVm } from '../vm/harness/boot-vm.ts';
import { findVmTools } from '../vm/harness/find-vm.ts';
import type { AttachTimes, LoopTimes } from './programs/attach-pasids.ts';
import { type Row, ratioAtMost, rowOf } from './row.ts';
import type { Workshop } from './workshop.ts';

const NAME = 'attach and detach PASIDs on a real kernel';
const AIM = ratioAtMost(1.2);
const SIZES = ['1000:41', '10000:15'];
const TIMEOUT_MS = 240_000;

/** Base64, since the work folder takes text; below /tmp the guest can run what it is given. */
const SCRIPT = `
base64 -d attach-pasids.b64 >/tmp/attach-pasids-c
chmod +x /tmp/attach-pasids-c
attach-pasids /tmp/attach-pasids-c ${SIZES.join(' ')} >times
`;

export async function kernelRows(shop: Workshop): Promise<readonly Row[]> {
  const program = shop.compile('attach-pasids');
  if ('missing' in program) return [{ name: NAME, missing: program.missing }];
  const tools = await findVmTools();
  if (tools.kind === 'missing') return [{ name: NAME, missing: tools.reason }];
  const run = await bootVm(tools, {
    files: { 'attach-pasids.b64': readFileSync(program.path).toString('base64') },
    programs: { 'attach-pasids': new URL('programs/attach-pasids.ts', import.meta.url) },
    script: SCRIPT,
    timeoutMs: TIMEOUT_MS,
  });
  const times: readonly AttachTimes[] = JSON.parse(run.text('times'));
  return times.flatMap(({ count, attach, detach }) => [
    ...rowsOf(`attach ${count} PASIDs, real kernel`, attach),
    ...rowsOf(`detach ${count} PASIDs, real kernel`, detach),
  ]);
}

/** The second tells which part of the first is not ours: what a call costs that leaves JavaScript at all. */
function rowsOf(name: string, { ours, koffi, c }: LoopTimes): readonly Row[] {
  const common = { unit: 'ms', baseline: c, against: 'the same calls from C' } as const;
  return [
    rowOf({ ...common, name, ours, aim: AIM }),
    rowOf({ ...common, name: '  the same by bare koffi calls', ours: koffi, aim: null }),
  ];
}
