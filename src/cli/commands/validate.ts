/** `pasidctl validate`: every problem of a spec at once, without a machine. */

import type { Spec } from '../../model/spec.ts';
import { count } from '../../text/amounts.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { readNamedSpec } from '../named-spec.ts';
import type { ValidateOptions } from '../options.ts';
import { reportFinal } from '../report.ts';
import { type Deps, writeOut } from '../terminal.ts';

/** {@link readNamedSpec} throws for errors; warnings are shown, and do not change the exit code. */
export function runValidate(options: ValidateOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const { spec, sources, warnings } = await readNamedSpec({ files: options.files, allowEmpty: false }, deps);
    reportFinal({ diagnostics: warnings, sources }, options, deps);
    if (options.output === 'text') writeOut(deps, `The spec is valid: ${contentsOf(spec)}.\n`);
    return EXIT.done;
  });
}

function contentsOf({ devices, viommus, bindings }: Spec): string {
  const parts = [count(devices.length, 'device'), count(viommus.length, 'vIOMMU'), count(bindings.length, 'binding')];
  return parts.join(', ');
}
