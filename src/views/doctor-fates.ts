/** What the findings mean for one device. */

import type { DiagnosedDevice } from '../diagnostics/diagnosis.ts';
import type { Finding } from '../diagnostics/finding.ts';

export interface Fate {
  /** `blocked`: something that it needs is broken. `unsure`: a fact that decides could not be read. `fine`: neither. */
  readonly state: 'fine' | 'unsure' | 'blocked';
  /** Ids of the checks that found it, each once. */
  readonly because: readonly string[];
}

/** Silenced findings count: the operator accepts them, and they hold all the same. */
export function fateOf({ name }: DiagnosedDevice, findings: readonly Finding[]): Fate {
  const own = findings.filter(({ devices }) => devices.includes(name));
  const blocked = idsOf(own.filter(({ state }) => state === 'fatal'));
  if (blocked.length > 0) return { state: 'blocked', because: blocked };
  const unsure = idsOf(own.filter(({ state }) => state === 'unknown'));
  return { state: unsure.length > 0 ? 'unsure' : 'fine', because: unsure };
}

function idsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ check }) => check))];
}
