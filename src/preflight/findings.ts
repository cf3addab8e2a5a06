/** What a check found, as findings for the reader: with what it blocks, and what is not checked because of it. */

import type { Finding, FindingState } from '../diagnostics/finding.ts';
import type { Check, Problem } from './check.ts';
import type { Context } from './context.ts';

/** Which question a finding answers. */
type Question = Pick<Check, 'id' | 'link'>;

interface Asked {
  /** Names of the devices that were asked about. */
  readonly asked: readonly string[];
  /** Names of devices with bindings. */
  readonly bound: ReadonlySet<string>;
}

export function findingOf({ id, link }: Question, found: Problem, { asked, bound }: Asked): Finding {
  const { diagnostic, evidence, fix, confirm } = found;
  const state = stateOf(found);
  const devices = found.devices ?? asked;
  return {
    ...{ check: id, link, state, devices, message: diagnostic.message, evidence, diagnostic, fix, confirm },
    blocks: diagnostic.severity === 'error' ? blockedParts(devices, bound) : [],
    because: null,
    silenced: null,
  };
}

export function noteOf(
  { id, link }: Question,
  { diagnostic, devices, evidence }: Problem,
  asked: readonly string[],
): Finding {
  const { message } = diagnostic;
  return {
    ...NOTHING_WRONG,
    ...{ check: id, link, state: 'note', devices: devices ?? asked, message, evidence, because: null },
  };
}

function stateOf({ unknown, diagnostic }: Problem): FindingState {
  if (unknown) return 'unknown';
  return diagnostic.severity === 'error' ? 'fatal' : 'warning';
}

/** `bindings of dsa0`, or the device itself when it has none. */
function blockedParts(devices: readonly string[], bound: ReadonlySet<string>): readonly string[] {
  return devices.map((name) => (bound.has(name) ? `bindings of ${name}` : name));
}

const NOTHING_WRONG = { blocks: [], diagnostic: null, fix: null, confirm: null, silenced: null } as const;

export function fineFinding(
  { id, link, title, evidence }: Check,
  devices: readonly string[],
  context: Context,
): Finding {
  return {
    ...NOTHING_WRONG,
    ...{ check: id, link, state: 'fine', devices, message: title, evidence: evidence?.(context) ?? [], because: null },
  };
}

/** One finding per root, so that each names one cause. */
export function skips({ id, link, title }: Check, roots: ReadonlyMap<string, string>): Finding[] {
  return [...new Set(roots.values())].map((root) => ({
    ...NOTHING_WRONG,
    ...{ check: id, link, state: 'skipped', message: title, evidence: [], because: root },
    devices: [...roots].flatMap(([name, because]) => (because === root ? [name] : [])),
  }));
}
