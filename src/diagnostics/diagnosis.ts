/** All findings about a machine for a spec, or for every device that could do PASIDs, and what they come to. */

import { type Finding, type FindingState, LINKS } from './finding.ts';

export interface Diagnosis {
  /** `survey`: there is no spec, and every device is asked about that could do PASIDs. */
  readonly about: 'spec' | 'survey';
  /** Devices that were asked about. */
  readonly devices: readonly DiagnosedDevice[];
  /** VFs that a survey left out, since their PF has many that are alike. */
  readonly alike: readonly AlikeVfs[];
  readonly machine: DiagnosedMachine;
  /** Assumptions, as they were given, in their order; none: the machine as it is. */
  readonly assumed: readonly AssumedFact[];
  /** In the order of the chain. */
  readonly findings: readonly Finding[];
}

export interface DiagnosedDevice {
  readonly name: string;
  readonly address: string;
  readonly driver: string | null;
}

export interface AlikeVfs {
  readonly physicalFunction: string;
  /** How many of them were left out. */
  readonly others: number;
}

export interface DiagnosedMachine {
  readonly release: string;
  /** User who read it; `null` for a machine file and a captured tree. */
  readonly uid: number | null;
  /** Whether that user could read extended configuration space; `null` when that is not known. */
  readonly mayReadConfig: boolean | null;
  /** Paths whose read did not come back. */
  readonly hung: readonly string[];
  /** The time was up before every process was looked at. */
  readonly late: boolean;
}

export interface AssumedFact {
  readonly text: string;
  /** False: the machine is like that already. */
  readonly changes: boolean;
}

export type Counts = Readonly<Record<FindingState | 'silenced', number>>;

/** Silenced findings are counted as that, and not by their state. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { fatal: 0, warning: 0, unknown: 0, skipped: 0, note: 0, fine: 0, silenced: 0 };
  for (const { state, silenced } of findings) counts[silenced === null ? state : 'silenced'] += 1;
  return counts;
}

/**
 * `broken`: something cannot work. `unknown`: nothing is known to be broken, and a fact without which `plan` refuses could not be read.
 * `doubtful`: it works, with warnings or with facts that could not be read. `sound`: it works.
 */
export type Verdict = 'sound' | 'doubtful' | 'unknown' | 'broken';

export function verdictOf({ findings }: Pick<Diagnosis, 'findings'>): Verdict {
  const told = findings.filter(({ silenced }) => silenced === null);
  if (told.some(({ state }) => state === 'fatal')) return 'broken';
  if (told.some(isRefused)) return 'unknown';
  return told.some(({ state }) => state === 'warning' || state === 'unknown') ? 'doubtful' : 'sound';
}

/** `plan` refuses for it. */
export function isRefused({ diagnostic }: Finding): boolean {
  return diagnostic?.severity === 'error';
}

/** Where the chain breaks first. */
export function firstBroken({ findings }: Pick<Diagnosis, 'findings'>): Finding | null {
  const fatal = findings.filter(({ state, silenced }) => state === 'fatal' && silenced === null);
  return byLink(fatal)[0] ?? null;
}

/** Reads did not come back, or there was no time for all of them. */
export function isIncomplete({ machine }: Pick<Diagnosis, 'machine'>): boolean {
  return machine.hung.length > 0 || machine.late;
}

/** In the order of the links; of one link in the order of the checks. */
export function byLink(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => LINKS.indexOf(a.link) - LINKS.indexOf(b.link));
}
