import { describe, expect, test } from 'vitest';
import { HOST_CODES } from '../../src/diagnostics/codes/host.ts';
import { CODES } from '../../src/diagnostics/codes.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import type { Check } from '../../src/preflight/check.ts';
import { CHECKS } from '../../src/preflight/checks.ts';
import { makeContext, type PreflightInput } from '../../src/preflight/context.ts';
import { examine } from '../../src/preflight/examine.ts';
import { changed } from './changed.ts';
import { type FactRow, ROWS, SILENT } from './one-fact-rows.ts';
import { type Case, HOST, hostOf, SOURCES, specOf } from './world.ts';

/** Codes that no fact of a machine brings: a running guest is found in the plan, and a check that fails is a mistake of ours. */
const NOT_BY_FACTS =
  /^(?!HOST_)|^HOST_GUEST|^HOST_CHECK_FAILED$|^HOST_NOTHING_WITH_PASIDS$|^HOST_(?:READ_HANGS|TIME_UP)$/;

function inputOf(changes: Case): PreflightInput {
  const live = { ...EMPTY_LIVE, ...changes.live };
  return { spec: specOf(changes), host: hostOf(changes), live, sources: SOURCES, backend: 'kernel' };
}

function stateOf({ code, unknown }: FactRow): Finding['state'] {
  if (unknown === true) return 'unknown';
  return CODES[code].severity === 'error' ? 'fatal' : 'warning';
}

function speaks({ state }: Finding): boolean {
  return state !== 'fine' && state !== 'skipped';
}

/** Ids of the checks that need this one, or one that needs it. */
function dependentsOf(id: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id: other, needs } of CHECKS) {
    if (needs.some((need) => need === id || found.has(need))) found.add(other);
  }
  return found;
}

describe('one fact of a sound machine', () => {
  test('is not needed for all checks to be fine', () => {
    const bases = [{}, ...ROWS.map(({ base = {} }) => base)];
    const findings = bases.flatMap((base) => examine(inputOf(base)));
    expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check)).size).toBe(CHECKS.length);
  });

  test.each(ROWS.map((row) => [`${row.check}: ${row.fact}`, row] as const))('%s', (_, row) => {
    expect(examine(inputOf(row.base ?? {})).filter(({ state }) => state !== 'fine')).toEqual([]);

    const findings = examine(inputOf(changed(row)));
    const told = findings.filter(speaks);
    expect(new Set(told.map(({ check }) => check))).toEqual(new Set([row.check]));
    expect(new Set(told.map(({ diagnostic }) => diagnostic?.code))).toEqual(new Set([row.code]));
    expect(new Set(told.map(({ state }) => state))).toEqual(new Set([stateOf(row)]));
    expectSkips(row, findings);
  });
});

/** What depends on a broken link, for its devices, is skipped because of it; nothing else is. */
function expectSkips(row: FactRow, findings: readonly Finding[]): void {
  const blocking = findings.filter((finding) => speaks(finding) && finding.diagnostic?.severity === 'error');
  const broken = new Set(blocking.flatMap((finding) => finding.devices));
  const unread = new Set(findings.filter(({ state }) => state === 'unknown').flatMap((finding) => finding.devices));
  const dependents = dependentsOf(row.check);
  const context = makeContext(inputOf(changed(row)));
  const expected = CHECKS.flatMap((check) => {
    const rests = check.restsOn === row.check;
    const names = concernedBy(check, context).filter(
      (name) => (dependents.has(check.id) && broken.has(name)) || (rests && unread.has(name)),
    );
    return names.length === 0 ? [] : [[check.id, names.sort()] as const];
  });
  const skipped = findings.filter(({ state }) => state === 'skipped');
  expect(skipped.map((finding) => [finding.check, [...finding.devices].sort()])).toEqual(expected);
  expect(skipped.filter(({ because }) => because !== row.check)).toEqual([]);
}

function concernedBy({ concerns }: Check, context: ReturnType<typeof makeContext>): string[] {
  return [...new Set(concerns?.(context) ?? context.spec.devices.map(({ name }) => name))];
}

describe('the table of facts', () => {
  test('has a row for every check', () => {
    const seen = new Set<string>(ROWS.map(({ check }) => check));
    expect(CHECKS.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
    const ids = new Set<string>(CHECKS.map(({ id }) => id));
    expect([...seen].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has a row for every code of preflight', () => {
    const seen = new Set<string>(ROWS.map(({ code }) => code));
    const codes = Object.keys(HOST_CODES).filter((code) => !NOT_BY_FACTS.test(code));
    expect(codes.filter((code) => !seen.has(code))).toEqual([]);
  });

  test('has a row for every fact of a machine, or a reason why no rule speaks of it', () => {
    const touched = new Set(ROWS.flatMap((row) => differences(hostOf(row.base ?? {}), hostOf(changed(row)))));
    const facts = leavesOf(HOST);
    const quiet = Object.keys(SILENT);
    expect(facts.filter((fact) => !touched.has(fact) && !quiet.includes(fact))).toEqual([]);
    expect(quiet.filter((fact) => !facts.includes(fact))).toEqual([]);
  });
});

describe('the chain of checks', () => {
  test('needs earlier checks only, each id once', () => {
    const ids: readonly string[] = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [index, { id, needs }] of CHECKS.entries()) {
      for (const need of needs) expect(ids.indexOf(need), `${id} needs ${need}`).toBeLessThan(index);
      expect(needs.filter((need) => !ids.includes(need))).toEqual([]);
    }
  });
});

/** Paths of scalars, without the indexes of lists: `functions.express.tlpPrefix`. */
function leavesOf(value: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((item) => leavesOf(item, path));
    return [...new Set(inner.length === 0 ? [path.join('.')] : inner)];
  }
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** Leaves of the first that are not so in the second. */
function differences(before: unknown, after: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return [path.join('.')];
    return before.flatMap((item, index) => differences(item, after[index], path));
  }
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) {
    return Object.is(before, after) ? [] : [path.join('.')];
  }
  const keys = Object.keys(before);
  return keys.flatMap((key) => differences(Reflect.get(before, key), Reflect.get(after, key), [...path, key]));
}
