/** `pasidctl replay`: what a guest did, run through the engine on a simulated machine; every host operation is shown. */

import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { ReplayCommandOptions } from '../options.ts';
import { loadScript } from '../replay/load-script.ts';
import { replayScript } from '../replay/replay-script.ts';
import { lineText } from '../replay/replay-text.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runReplay(options: ReplayCommandOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const script = await loadScript(options.file, deps);
    const show = options.output === 'json' ? JSON.stringify : lineText;
    replayScript(script, { batching: options.batching }, (line) => writeOut(deps, `${show(line)}\n`));
    return EXIT.done;
  });
}
