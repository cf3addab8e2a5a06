/**
 * Runs the checks in the order of the chain: each for the devices whose earlier links hold. `plan` and `doctor` both use it, so they
 * cannot differ.
 */

import { known } from '../assert.ts';
import type { Finding, FindingState } from '../diagnostics/finding.ts';
import type { Check, Problem } from './check.ts';
import { CHECKS } from './checks.ts';
import { type Context, makeContext, type PreflightInput } from './context.ts';

/** Every check that concerns the spec, with what it found; in the order of the chain. */
export function examine(input: PreflightInput, checks: readonly Check[] = CHECKS): readonly Finding[] {
  const context = makeContext(input);
  const broken: Broken = new Map();
  return checks
    .filter(({ everywhere }) => input.backend !== 'selftest' || everywhere === true)
    .flatMap((check) => ask(check, context, broken));
}

/** Check → device → the check whose failure is the root of it. A failure about the machine concerns every device of the spec. */
type Broken = Map<string, ReadonlyMap<string, string>>;

function ask(check: Check, context: Context, broken: Broken): Finding[] {
  const all = context.spec.devices.map(({ name }) => name);
  const concerned = check.concerns?.(context) ?? all;
  const roots = rootsOf(check, concerned, broken);
  const asked = concerned.filter((name) => !roots.has(name));
  if (concerned.length > 0 && asked.length === 0) {
    broken.set(check.id, roots);
    return skips(check, roots);
  }
  if (check.concerns !== undefined && concerned.length === 0) return [];
  const narrowed = makeContext(without(context, roots));
  const problems = [...check.rule(narrowed)];
  const failed = problems.filter(({ diagnostic }) => diagnostic.severity === 'error');
  broken.set(check.id, new Map([...roots, ...failed.flatMap(namesIn(asked)).map((name) => [name, check.id] as const)]));
  const told = new Set(problems.flatMap(namesIn(asked)));
  const fine = asked.filter((name) => !told.has(name));
  return [
    ...problems.map((problem) => findingOf(check, problem, { asked, context })),
    ...(problems.length === 0 || fine.length > 0 ? [fineFinding(check, fine, narrowed)] : []),
    ...skips(check, roots),
  ];
}

function namesIn(asked: readonly string[]): (problem: Problem) => readonly string[] {
  return ({ devices }) => devices ?? asked;
}

function rootsOf({ needs }: Check, names: readonly string[], broken: Broken): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const name of names) {
    const root = needs
      .map((need) => known(broken.get(need), `check ${need}`).get(name))
      .find((one) => one !== undefined);
    if (root !== undefined) roots.set(name, root);
  }
  return roots;
}

function without(context: Context, roots: ReadonlyMap<string, string>): PreflightInput {
  if (roots.size === 0) return context;
  const { spec } = context;
  return {
    ...context,
    spec: {
      devices: spec.devices.filter(({ name }) => !roots.has(name)),
      viommus: spec.viommus.map((viommu) => ({
        ...viommu,
        devices: viommu.devices.filter((name) => !roots.has(name)),
      })),
      bindings: spec.bindings.filter(({ device }) => !roots.has(device)),
    },
  };
}

interface Asked {
  readonly asked: readonly string[];
  readonly context: Context;
}

function findingOf({ id, link }: Check, problem: Problem, { asked, context }: Asked): Finding {
  const { diagnostic, evidence, fix, confirm } = problem;
  const state = stateOf(problem);
  const devices = problem.devices ?? asked;
  return {
    ...{ check: id, link, state, devices, message: diagnostic.message, evidence, diagnostic, fix, confirm },
    blocks: diagnostic.severity === 'error' ? blockedParts(devices, context) : [],
    because: null,
  };
}

function stateOf({ unknown, diagnostic }: Problem): FindingState {
  if (unknown) return 'unknown';
  return diagnostic.severity === 'error' ? 'fatal' : 'warning';
}

/** `bindings of dsa0`, or the device itself when it has none. */
function blockedParts(devices: readonly string[], { spec }: Context): readonly string[] {
  const bound = new Set(spec.bindings.map(({ device }) => device));
  return devices.map((name) => (bound.has(name) ? `bindings of ${name}` : name));
}

const NOTHING_WRONG = { blocks: [], diagnostic: null, fix: null, confirm: null } as const;

function fineFinding({ id, link, title, evidence }: Check, devices: readonly string[], context: Context): Finding {
  return {
    ...NOTHING_WRONG,
    ...{ check: id, link, state: 'fine', devices, message: title, evidence: evidence?.(context) ?? [], because: null },
  };
}

/** One finding per root, so that each names one cause. */
function skips({ id, link, title }: Check, roots: ReadonlyMap<string, string>): Finding[] {
  return [...new Set(roots.values())].map((root) => ({
    ...NOTHING_WRONG,
    ...{ check: id, link, state: 'skipped', message: title, evidence: [], because: root },
    devices: [...roots].flatMap(([name, because]) => (because === root ? [name] : [])),
  }));
}
