/** The guest that a replay script describes, at one of its stages. */

import { GSTS } from '../vtd/registers.ts';
import type { Guest, GuestRegisters } from './guest.ts';
import type { Operation } from './operation.ts';
import { readScript, type ScriptProblem } from './script.ts';
import { createScriptMemory, type ScriptMemory } from './script-memory.ts';

export type ScriptGuest =
  | { readonly guest: Guest; readonly pasidBits: number | null }
  | { readonly problem: ScriptProblem }
  /** The script has other stages, these. */
  | { readonly stages: readonly number[] };

/**
 * Read a script up to a stage; later lines are not read.
 *
 * @param stage  `null` for the end
 */
export async function readScriptGuest(
  source: AsyncIterable<string | Uint8Array>,
  stage: number | null,
): Promise<ScriptGuest> {
  let state: State = { memory: createScriptMemory(null), registers: AT_RESET, pasidBits: null };
  const stages: number[] = [];
  for await (const item of readScript(source)) {
    if (item.kind === 'problem') return { problem: item };
    state = applied(state, item.operation);
    if (item.operation.op !== 'stage') continue;
    if (item.operation.n === stage) return asGuest(state);
    stages.push(item.operation.n);
  }
  return stage === null ? asGuest(state) : { stages };
}

interface State {
  readonly memory: ScriptMemory;
  readonly registers: GuestRegisters;
  readonly pasidBits: number | null;
}

const AT_RESET: GuestRegisters = { rtaddr: null, isTranslating: false, cap: null, ecap: null };

/** The state after an operation. Memory is changed in place. */
function applied(state: State, operation: Operation): State {
  const { memory, registers } = state;
  switch (operation.op) {
    case 'config':
      return { ...state, memory: createScriptMemory(operation.memory), pasidBits: operation.pasidBits };
    case 'write':
      memory.write(operation.gpa, operation.bytes);
      return state;
    case 'registers':
      return { ...state, registers: { ...registers, cap: operation.cap, ecap: operation.ecap } };
    case 'register':
      return { ...state, registers: withRegister(registers, operation) };
    case 'reset':
      return { ...state, registers: { ...registers, rtaddr: null, isTranslating: false } };
    default:
      return state;
  }
}

interface Named {
  readonly name: string;
  readonly value: bigint;
}

function withRegister(registers: GuestRegisters, { name, value }: Named): GuestRegisters {
  if (name === 'RTADDR') return { ...registers, rtaddr: value };
  if (name === 'GSTS') return { ...registers, isTranslating: GSTS.has([value], 'TES') };
  if (name === 'CAP') return { ...registers, cap: value };
  return name === 'ECAP' ? { ...registers, ecap: value } : registers;
}

function asGuest({ memory, registers, pasidBits }: State): ScriptGuest {
  const guest: Guest = { memory, registers, fetch: null, close: () => undefined };
  return { guest, pasidBits };
}
