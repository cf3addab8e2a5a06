/** A check: one question about the machine, the rule that answers it, and the checks whose failure makes it pointless. */

import type { Code } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Evidence, Link } from '../diagnostics/finding.ts';
import type { Context, Place } from './context.ts';

export interface Check {
  /** Stable: operators silence findings by it. */
  readonly id: string;
  readonly link: Link;
  /** What holds when the rule finds nothing, as a sentence without its devices: `PASIDs are switched on`. */
  readonly title: string;
  /** Ids of earlier checks. What one of them found broken or unreadable for a device, this check skips for that device. */
  readonly needs: readonly string[];
  /**
   * Id of an earlier check. Where that one could not read everything, this one still tells what it finds, and finding nothing says
   * nothing: it is not fine.
   */
  readonly restsOn?: string;
  /** Holds for the mock devices of the iommufd selftest too. */
  readonly everywhere?: true;
  /**
   * It asks how the machine is just now: who uses the device, which module is loaded. A fault for a spec that takes the device, and only
   * worth a note where nobody has asked to take it.
   */
  readonly passing?: true;
  /** It asks what the spec would change about what pasidctl holds. Where nobody gave a spec nothing changes, and it is not asked. */
  readonly ofHeld?: true;
  readonly rule: Rule;
  /** Names of the devices that it is about; all of the spec when absent. None: the spec does not depend on it, and nothing is said. */
  readonly concerns?: (context: Context) => readonly string[];
  /** Whether the spec depends on it though it concerns no device: a vIOMMU without devices is opened, and its memory is mapped. */
  readonly regardless?: (context: Context) => boolean;
  /** What was read when the rule finds nothing. */
  readonly evidence?: (context: Context) => readonly Evidence[];
}

/** Yields a problem for each place of the spec whose need the machine does not meet. */
export type Rule = (context: Context) => Iterable<Problem>;

export interface Problem {
  readonly diagnostic: Diagnostic;
  /** Names of devices of the spec; `null`: all that the check is about. */
  readonly devices: readonly string[] | null;
  readonly evidence: readonly Evidence[];
  /** The facts could not be read. */
  readonly unknown: boolean;
  readonly fix: string | null;
  readonly confirm: string | null;
}

export interface ProblemParts {
  readonly code: Code;
  readonly message: string;
  /** The place in the spec that the need comes from; `null` when no line of it does. */
  readonly at: Place | null;
  readonly advice?: string;
  readonly devices?: readonly string[];
  readonly evidence?: readonly Evidence[];
  readonly unknown?: boolean;
  readonly fix?: string;
  readonly confirm?: string;
}

export function problem({ sources }: Pick<Context, 'sources'>, parts: ProblemParts): Problem {
  const { code, message, at, advice, devices = null, evidence = [], unknown = false } = parts;
  const location = at === null ? null : locate(sources, at);
  return {
    diagnostic: diagnostic(code, message, advice === undefined ? { location } : { location, advice }),
    devices,
    evidence,
    unknown,
    fix: parts.fix ?? null,
    confirm: parts.confirm ?? null,
  };
}

function locate(sources: Context['sources'], { origin, key }: Place): Diagnostic['location'] {
  return key === undefined ? sources.locate(origin) : sources.locate(origin, key);
}
