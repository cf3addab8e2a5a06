/** A command that cannot go on: the problems to show, and the exit code. Thrown inside a command, caught at its border. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceMap } from '../model/source.ts';

export class Stop extends Error {
  override readonly name = 'Stop';
  readonly exitCode: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceMap | null;

  constructor(exitCode: number, diagnostics: readonly Diagnostic[], sources: SourceMap | null = null) {
    super(diagnostics.map(({ message }) => message).join('; '));
    this.exitCode = exitCode;
    this.diagnostics = diagnostics;
    this.sources = sources;
  }
}
