/**
 * Runs the checks in their order (checks.ts): each for the devices whose earlier links hold. `plan` and `doctor` both use it, so they
 * cannot differ.
 */

import type { Finding } from '../diagnostics/finding.ts';
import { printable } from '../text/escape.ts';
import { type Check, type Problem, problem } from './check.ts';
import { CHECKS } from './checks.ts';
import { type Context, makeContext, narrowed, type PreflightInput } from './context.ts';
import { findingOf, fineFinding, noteOf, skips } from './findings.ts';
import { silence } from './silence.ts';

export interface Manner {
  /** What becomes of an exception in a check, which is a bug: it is thrown on, or `tell` makes a finding of it. */
  readonly bugs?: 'throw' | 'tell';
  /** Nobody has asked to take the devices, so what a passing check finds is a note. */
  readonly survey?: boolean;
}

/** Every check that concerns the spec, with what it found, in the order of the checks. What the spec accepts is silenced. */
export function examine(
  input: PreflightInput,
  checks: readonly Check[] = CHECKS,
  { bugs = 'throw', survey = false }: Manner = {},
): readonly Finding[] {
  const bound = new Set(input.spec.bindings.map(({ device }) => device));
  const run: Run = { context: makeContext(input), bound, broken: new Map(), unread: new Map(), survey };
  const findings = checks
    .filter(({ everywhere }) => input.backend !== 'selftest' || everywhere === true)
    .filter(({ ofHeld }) => !survey || ofHeld !== true)
    .flatMap((check) => (bugs === 'tell' ? askSafely(check, run) : ask(check, run)));
  return silence(findings, input.spec.ignore);
}

interface Run {
  readonly context: Context;
  /** Names of devices with bindings. */
  readonly bound: ReadonlySet<string>;
  readonly broken: Broken;
  /** Check → devices for which it could not read everything. */
  readonly unread: Map<string, ReadonlySet<string>>;
  readonly survey: boolean;
}

/** Check → device → the check whose failure is the root of it. A failure about the machine concerns every device of the spec. */
type Broken = Map<string, ReadonlyMap<string, string>>;

function askSafely(check: Check, run: Run): Finding[] {
  try {
    return ask(check, run);
  } catch (error) {
    const { context, bound, broken } = run;
    const asked = context.spec.devices.map(({ name }) => name);
    broken.set(check.id, new Map(asked.map((name) => [name, check.id])));
    const words = printable(error instanceof Error ? `${error.name}: ${error.message}` : String(error), 200);
    const message = `The check ${check.id} failed in itself: ${words}`;
    const bug = problem(context, { code: 'HOST_CHECK_FAILED', message, at: null, unknown: true });
    return [findingOf(check, bug, { asked, bound })];
  }
}

function ask(check: Check, { context, bound, broken, unread, survey }: Run): Finding[] {
  const all = context.spec.devices.map(({ name }) => name);
  const concerned = check.concerns?.(context) ?? all;
  const roots = rootsOf(check, concerned, broken);
  const asked = concerned.filter((name) => !roots.has(name));
  if (concerned.length > 0 && asked.length === 0) {
    broken.set(check.id, roots);
    return skips(check, roots);
  }
  if (check.concerns !== undefined && concerned.length === 0 && check.regardless?.(context) !== true) {
    broken.set(check.id, new Map());
    return [];
  }
  const left = without(context, roots);
  const problems = [...check.rule(left)];
  const asNote = survey && check.passing === true;
  const failed = asNote ? [] : problems.filter(({ diagnostic }) => diagnostic.severity === 'error');
  broken.set(check.id, new Map([...roots, ...failed.flatMap(namesIn(asked)).map((name) => [name, check.id] as const)]));
  const told = new Set(problems.flatMap(namesIn(asked)));
  unread.set(check.id, new Set(problems.filter((one) => one.unknown).flatMap(namesIn(asked))));
  const { restsOn = '' } = check;
  const unsure = unread.get(restsOn) ?? new Set();
  const doubted = new Map(asked.flatMap((name) => (told.has(name) || !unsure.has(name) ? [] : [[name, restsOn]])));
  const fine = asked.filter((name) => !told.has(name) && !doubted.has(name));
  return [
    ...problems.map((found) => (asNote ? noteOf(check, found, asked) : findingOf(check, found, { asked, bound }))),
    ...((problems.length === 0 && doubted.size === 0) || fine.length > 0 ? [fineFinding(check, fine, left)] : []),
    ...skips(check, new Map([...roots, ...doubted])),
  ];
}

function namesIn(asked: readonly string[]): (problem: Problem) => readonly string[] {
  return ({ devices }) => devices ?? asked;
}

function rootsOf({ needs }: Check, names: readonly string[], broken: Broken): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const name of names) {
    // A check that was not asked, or does not concern the spec, has broken nothing.
    const root = needs.map((need) => broken.get(need)?.get(name)).find((one) => one !== undefined);
    if (root !== undefined) roots.set(name, root);
  }
  return roots;
}

function without(context: Context, roots: ReadonlyMap<string, string>): Context {
  if (roots.size === 0) return context;
  const { spec } = context;
  return narrowed(context, {
    ...spec,
    devices: spec.devices.filter(({ name }) => !roots.has(name)),
    physicalFunctions: spec.physicalFunctions.filter(({ name }) => !roots.has(name)),
    viommus: spec.viommus.map((viommu) => ({
      ...viommu,
      devices: viommu.devices.filter((name) => !roots.has(name)),
    })),
    bindings: spec.bindings.filter(({ device }) => !roots.has(device)),
  });
}
