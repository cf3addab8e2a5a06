/**
 * crash-hand-over SPEC
 *
 * Takes and gives back the devices of a spec in processes that kill themselves with SIGKILL before and after every write to
 * /sys, one after the other, and goes on from what each of them left. Prints one line of JSON per kill.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Ledger } from '../../../src/apply/ledger.ts';
import { exitOfOutcome } from '../../../src/cli/exit-codes.ts';
import { errnoOf } from '../../../src/host/disk-files.ts';
import { diskTree } from '../../../src/host/disk-tree.ts';
import { readKernel } from '../../../src/host/kernel-facts.ts';
import { observe } from '../../../src/host/observe.ts';
import type { SysTree } from '../../../src/host/sys-tree.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { vfioKernel } from '../../../src/kernel/vfio-kernel.ts';
import { EMPTY_SPEC, type Spec } from '../../../src/model/spec.ts';
import { assess, planReturn } from '../../../src/run/assess.ts';
import type { Backend } from '../../../src/run/backend.ts';
import { perform } from '../../../src/run/perform.ts';
import { sessionOn } from '../../../src/run/session.ts';
import { readSpec } from '../../../src/spec/read-spec.ts';
import { ledgerFile } from '../../../src/state/ledger-file.ts';
import { makeStateDir } from '../../../src/state/state-dir.ts';

export interface KillReport {
  readonly killedIn: 'apply' | 'destroy';
  /** Point of the kill: 2n before the n-th write, 2n + 1 behind it. */
  readonly point: number;
  readonly then: readonly string[];
  /** Exit codes of what came then. */
  readonly exitCodes: readonly number[];
  /** `driver override` of each device, after the kill and after what came then. */
  readonly left: string;
  readonly end: string;
}

type Command = KillReport['killedIn'];

const STATE_DIR = '/tmp/crash-state';
const [, program = '', path = '', only = '', killAt = ''] = process.argv;
const spec = specAt(path);
makeStateDir(STATE_DIR);

if (only === '') {
  for (const killedIn of ['apply', 'destroy'] as const) await sweep(killedIn);
} else {
  let reached = 0;
  await run(only === 'apply' ? 'apply' : 'destroy', () => {
    if (reached++ === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  });
}

/** Until a run comes to its end before its kill. */
async function sweep(killedIn: Command): Promise<void> {
  for (let point = 0; ; point++) {
    if (killedIn === 'destroy') await run('apply');
    const { signal } = spawnSync(process.execPath, [program, path, killedIn, String(point)], { stdio: 'inherit' });
    const left = place();
    const then: readonly Command[] = point % 2 === 0 ? ['destroy'] : ['apply', 'destroy'];
    const exitCodes: number[] = [];
    for (const command of then) exitCodes.push(await run(command));
    if (signal === null) return;
    const report: KillReport = { killedIn, point, then, exitCodes, left, end: place() };
    console.log(JSON.stringify(report));
  }
}

/** As the command does it; its exit code. */
async function run(command: Command, reach: () => void = () => {}): Promise<number> {
  const backend = backendOn(watchedTree(reach));
  const session = await sessionOn(backend, STATE_DIR);
  const { live } = session.held;
  const sources = { locate: () => null, text: () => null };
  const outcome = await perform({
    actor: { operation: command, pid: process.pid, now: () => new Date() },
    plan:
      command === 'apply'
        ? assess(session, { spec, sources, allowEmpty: false }, live).plan
        : planReturn(session, live),
    spec: command === 'apply' ? spec : EMPTY_SPEC,
    session,
    kernel: await backend.kernel(),
    ledger: new Ledger(live),
    holder: null,
    emit: () => {},
    signal: new AbortController().signal,
  });
  return exitOfOutcome(outcome);
}

function backendOn(tree: SysTree): Backend {
  return {
    name: 'kernel',
    tree,
    observe: () => observe(tree, { files: [] }),
    bootId: () => readKernel(tree).bootId,
    kernel: async () => vfioKernel(openLibc(), 'kernel'),
    callWitness: () => () => 'unknown',
    ledger: ledgerFile(STATE_DIR),
  };
}

/** Writes in this very process: the disk's drivers keep nobody waiting. */
function watchedTree(reach: () => void): SysTree {
  return {
    ...diskTree('/'),
    write: async (file, text) => {
      reach();
      const result = errnoOf(() => writeFileSync(file, text));
      reach();
      return result;
    },
  };
}

function place(): string {
  return spec.devices
    .map(({ address }) => {
      const tree = diskTree('/');
      const folder = `/sys/bus/pci/devices/${address}`;
      return `${tree.linkName(`${folder}/driver`)} ${tree.readText(`${folder}/driver_override`)}`;
    })
    .join(', ');
}

function specAt(file: string): Spec {
  const read = readSpec([{ file, text: readFileSync(file, 'utf8') }]);
  if (read.spec === null) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  return read.spec;
}
