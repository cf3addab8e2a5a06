/** Work that cannot be done, with every reason at once. Thrown before a change; the command line makes an exit code of it. */

import type { SourceMap } from '../model/source.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The kind of a refusal. */
export type RefusalReason =
  | 'usage' // asked for in a way that makes no sense
  | 'bad-spec' // a spec, plan, script or machine file has errors
  | 'no-input' // something that was named cannot be read
  | 'host-unfit' // the machine does not meet the spec's needs
  | 'locked' // another run works on the state folder
  | 'stale-plan' // the machine has moved on since the plan was saved
  | 'unavailable' // the process that holds the kernel objects does not answer
  | 'not-permitted' // the system does not let us
  | 'failed'; // anything else

/** What to tell, with the texts that it is about. */
export interface Problems {
  readonly diagnostics: readonly Diagnostic[];
  /** For excerpts; `null` when no text is to blame. */
  readonly sources: SourceMap | null;
}

export class Refusal extends Error implements Problems {
  override readonly name: string = 'Refusal';
  readonly reason: RefusalReason;
  readonly diagnostics: readonly Diagnostic[];
  /** For excerpts; `null` when no text is to blame. */
  readonly sources: SourceMap | null;

  constructor(reason: RefusalReason, diagnostics: readonly Diagnostic[], sources: SourceMap | null = null) {
    super(diagnostics.map(({ message }) => message).join('; '));
    this.reason = reason;
    this.diagnostics = diagnostics;
    this.sources = sources;
  }
}
