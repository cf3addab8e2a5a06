/** Runs a whole script on a simulated machine. */

import type { ConfigOperation } from '../guest/operation.ts';
import { createScriptMemory } from '../guest/script-memory.ts';
import { findFunctions, MOST_FUNCTIONS } from './find-functions.ts';
import { wrongScriptLine } from './guest-problems.ts';
import type { Script } from './load-script.ts';
import { makeMachine, type ReplayMachine } from './replay-machine.ts';
import { DEFAULT_PASID_BITS, type EmitLine, type Replay, type ReplayOptions, startReplay } from './replay-run.ts';

const TOO_MANY = {
  code: 'GUEST_WALK_LIMIT',
  message: `the root table shows ${MOST_FUNCTIONS} functions or more; only the first ${MOST_FUNCTIONS} are replayed`,
};

/** @throws Refusal, before anything runs, when an operation names an unknown device */
export function replayScript(script: Script, { batching }: ReplayOptions, emit: EmitLine): Replay {
  const config = configOf(script);
  const pasidBits = config?.pasidBits ?? DEFAULT_PASID_BITS;
  const ranges = config?.memory ?? null;
  const functions =
    config?.devices === undefined || config.devices === null ? findFunctions(script.operations, ranges) : [];
  const machine = makeMachine({ config, functions, pasidBits });
  checkDevices(script, machine);
  if (functions.length === MOST_FUNCTIONS) emit({ diagnostic: { ...TOO_MANY, device: null, pasid: null } });
  const memory = createScriptMemory(ranges);
  const engineOptions = config?.engine ?? {};
  const replay = startReplay({ machine, memory, pasidBits, engineOptions, batching, emit });
  for (const { operation } of script.operations) replay.run(operation);
  replay.end();
  return replay;
}

export function configOf({ operations }: Script): ConfigOperation | null {
  const first = operations[0]?.operation;
  return first?.op === 'config' ? first : null;
}

const MOST_NAMED = 20;

export function checkDevices({ file, operations }: Script, { devices }: ReplayMachine): void {
  const names = new Set(devices.map(({ engine }) => engine.name));
  for (const { line, operation } of operations) {
    if (!('device' in operation) || names.has(operation.device)) continue;
    const choices =
      names.size === 0 ? 'the guest has none' : `the devices are ${[...names].slice(0, MOST_NAMED).join(', ')}`;
    throw wrongScriptLine(file, { line, message: `device ${operation.device} does not exist; ${choices}`, text: '' });
  }
}
