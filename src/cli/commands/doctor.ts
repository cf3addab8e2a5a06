/** `pasidctl doctor`: what a machine lacks for a spec, or for any PASIDs at all. Reads only. */

import { type Diagnosis, verdictOf } from '../../diagnostics/diagnosis.ts';
import { askDoctor } from '../../run/doctor.ts';
import { parseAccepted, parseAssumed } from '../../run/doctor-words.ts';
import type { Observer } from '../../run/observe-apart.ts';
import { doctorData } from '../../views/doctor-data.ts';
import { doctorText } from '../../views/doctor-text.ts';
import { answerText } from '../answer-text.ts';
import { stdoutColors } from '../colors.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded, warn } from '../guarded.ts';
import { readNamedSpec } from '../named-spec.ts';
import { type DoctorOptions, OBSERVE } from '../options.ts';
import { machineRequest } from '../requests.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runDoctor(options: DoctorOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const request = machineRequest(options, deps);
    const words = { accepted: parseAccepted(options.ignore), assumed: parseAssumed(options.assume) };
    const desired = options.files.length === 0 ? null : await readNamedSpec({ ...options, allowEmpty: true }, deps);
    const { diagnosis, warnings } = await askDoctor(request, { desired, ...words }, observerOf(deps));
    await warn(
      { diagnostics: [...warnings, ...(desired?.warnings ?? [])], sources: desired?.sources ?? null },
      options,
      deps,
    );
    const style = { colors: stdoutColors(options.color, deps), columns: deps.terminal.columns, all: options.all };
    const answer = { data: () => doctorData(diagnosis), text: () => doctorText(diagnosis, style) };
    writeOut(deps, answerText(options.output, answer));
    return exitOf(diagnosis, options.failOn);
  });
}

function observerOf({ script }: Deps): Observer | null {
  return script === null ? null : { program: process.execPath, args: [script, OBSERVE] };
}

function exitOf(diagnosis: Diagnosis, failOn: DoctorOptions['failOn']): number {
  const verdict = verdictOf(diagnosis);
  if (verdict === 'doubtful') return failOn === 'warning' ? EXIT.hostUnfit : EXIT.done;
  return verdict === 'sound' ? EXIT.done : EXIT.hostUnfit;
}
