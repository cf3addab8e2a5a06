/**
 * `pasidctl replay`: runs the actions of a guest through the engine on a simulated machine, and prints every host call. The
 * actions come from a script, or from QEMU's trace log and the guest's memory.
 */

import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { Refusal } from '../../diagnostics/refusal.ts';
import { loadScript } from '../../replay/load-script.ts';
import { openTrace } from '../../replay/open-trace.ts';
import type { EmitLine } from '../../replay/replay-run.ts';
import { replayScript } from '../../replay/replay-script.ts';
import { lineText } from '../../replay/replay-text.ts';
import { replayTrace } from '../../replay/replay-trace.ts';
import { EXIT, exitOfRefusal } from '../exit-codes.ts';
import { guarded, warn } from '../guarded.ts';
import type { ReplayCommandOptions } from '../options.ts';
import { inputsOf } from '../requests.ts';
import { untilSignal } from '../signals.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runReplay(options: ReplayCommandOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    checkOptions(options);
    const show = options.output === 'json' ? JSON.stringify : lineText;
    let isTold = false;
    const emit: EmitLine = (line) => {
      isTold = true;
      writeOut(deps, `${show(line)}\n`);
    };
    try {
      if (options.trace === null) replayScript(await loadScript(options.file ?? '-', inputsOf(deps)), options, emit);
      else await replayLog(options, deps, emit);
      return EXIT.done;
    } catch (error) {
      if (!isTold || !(error instanceof Refusal)) throw error;
      // In JSON it is among the lines already, and a document would not be one.
      await warn(error, options, deps);
      return exitOfRefusal(error);
    }
  });
}

function checkOptions({ file, trace, ram, qmp, follow, maxRamBelow4g, regions }: ReplayCommandOptions): void {
  if (file === null && trace === null) throw wrongUse('Neither -f nor --qemu-trace was given.');
  if (trace !== null && ram === null) throw wrongUse('--qemu-trace needs --ram: the log does not contain memory.');
  const forTrace = [
    ram === null ? '' : '--ram',
    maxRamBelow4g === null ? '' : '--max-ram-below-4g',
    regions.length === 0 ? '' : '--region',
    qmp === null ? '' : '--qmp',
    follow ? '--follow' : '',
  ].find((name) => name !== '');
  if (trace === null && forTrace !== undefined) throw wrongUse(`${forTrace} goes with --qemu-trace.`);
  if (maxRamBelow4g !== null && regions.length > 0) throw wrongUse('--region leaves nothing for --max-ram-below-4g.');
}

function wrongUse(message: string): Refusal {
  return new Refusal('usage', [diagnostic('REPLAY_SOURCE', message)]);
}

/** With --follow, a signal or a closed output ends the replay in order; without it, a signal ends the process. */
async function replayLog(options: ReplayCommandOptions, deps: Deps, emit: EmitLine): Promise<void> {
  const replay = async (stop: AbortSignal | null): Promise<void> => {
    const opened = await openTrace(options, inputsOf(deps), stop);
    try {
      await replayTrace(opened, emit);
    } finally {
      opened.close();
    }
  };
  if (!options.follow) return replay(null);
  const unread = new AbortController();
  deps.terminal.stdout.once('error', () => unread.abort());
  await untilSignal((stop) => replay(AbortSignal.any([stop, unread.signal])));
}
