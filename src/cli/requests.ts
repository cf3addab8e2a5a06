/** Parsed options as requests to `run/` and `replay/`. */

import { resolve } from 'node:path';
import type { Inputs } from '../replay/inputs.ts';
import type { Actor, GivenFile, MachineRequest } from '../run/machine-request.ts';
import { escapeControls } from '../text/escape.ts';
import type { CommonOptions } from './options.ts';
import { stateDirOf } from './state-dir.ts';
import { type Deps, writeErr } from './terminal.ts';

export function machineRequest(options: CommonOptions, deps: Deps): MachineRequest {
  const { backend, root, machine } = options;
  return {
    backend,
    root,
    machine: machine === null ? null : givenFile(machine, deps),
    stateDir: stateDirOf(options, deps),
  };
}

export function givenFile(name: string, { cwd }: Deps): GivenFile {
  return { name, path: resolve(cwd, name) };
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
