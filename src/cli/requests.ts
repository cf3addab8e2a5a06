/** Parsed options as requests to `run/` and `replay/`. */

import { resolve } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { STDIN_NAME } from '../files/read-whole.ts';
import type { Inputs } from '../replay/inputs.ts';
import type { Actor, GivenFile, MachineRequest, Waiting } from '../run/machine-request.ts';
import type { LoadDeps } from '../spec/load.ts';
import { escapeControls } from '../text/escape.ts';
import type { CommonOptions } from './options.ts';
import { stateDirOf } from './state-dir.ts';
import { type Deps, writeErr } from './terminal.ts';

/** @throws Refusal `usage` when standard input is named for two things: call it before any of them is read */
export function machineRequest(options: CommonOptions & { readonly plan?: string | null }, deps: Deps): MachineRequest {
  refuseSharedInput(options);
  refuseUnreadRoot(options);
  const { backend, root, machine } = options;
  return {
    backend,
    root,
    machine: machine === null ? null : givenFile(machine, deps),
    stateDir: stateDirOf(options, deps),
    waiting: waitingOf(deps),
  };
}

function refuseSharedInput({ files, machine, plan }: Parameters<typeof machineRequest>[0]): void {
  const uses = [
    files.includes('-') ? ['-f'] : [],
    machine === '-' ? ['--machine'] : [],
    plan === '-' ? ['the plan'] : [],
  ];
  const [first, second] = uses.flat();
  if (second === undefined) return;
  const message = `standard input is named by ${first} and by ${second}, and can be read once`;
  const advice = 'Give one of them as a file.';
  throw new Refusal('usage', [diagnostic('USAGE_WRONG', message, { advice })]);
}

function refuseUnreadRoot({ backend, root }: CommonOptions): void {
  if (backend !== 'sim' || root === '/') return;
  const message = '--root is of no use with --backend sim: a simulated machine has no files below a folder';
  const advice =
    'Leave one of them out, or record that machine with `pasidctl inventory --root DIR -o yaml`, and give it with --machine.';
  throw new Refusal('usage', [diagnostic('USAGE_WRONG', message, { advice })]);
}

/** `-` is standard input, which is opened when it is read. */
export function givenFile(name: string, { cwd, terminal }: Deps): GivenFile {
  if (name === '-') return { name: STDIN_NAME, path: name, stream: () => terminal.stdin };
  // A slash at the end says that it is a folder, which resolve forgets.
  return { name, path: `${resolve(cwd, name)}${name.endsWith('/') ? '/' : ''}` };
}

/** Told on a terminal only, where a command that waits in silence looks as if it hung. */
export function waitingOf(deps: Deps): Waiting {
  return (name) => {
    if (!deps.terminal.stderrIsTerminal) return;
    const end =
      name === STDIN_NAME && deps.terminal.stdinIsTerminal ? 'Ctrl-D ends it, Ctrl-C gives up' : 'Ctrl-C gives up';
    writeErr(deps, `Waiting for ${escapeControls(name)}; ${end}.\n`);
  };
}

/** Standard input is opened when it is read. */
export function specInputs(deps: Deps, signal?: AbortSignal): LoadDeps {
  return {
    get stdin() {
      return deps.terminal.stdin;
    },
    waiting: waitingOf(deps),
    ...(signal === undefined ? {} : { signal }),
  };
}

export function actorOf(operation: string, { pid, now }: Deps): Actor {
  return { operation, pid, now };
}

/** Standard input is opened when it is read. */
export function inputsOf(deps: Deps): Inputs {
  const { terminal, cwd } = deps;
  return {
    get stdin() {
      return terminal.stdin;
    },
    cwd,
    onWait: terminal.stderrIsTerminal ? (what) => writeErr(deps, `Waiting for ${escapeControls(what)}.\n`) : null,
  };
}
