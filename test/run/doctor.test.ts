import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFindings, firstBroken, verdictOf } from '../../src/diagnostics/diagnosis.ts';
import { sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { NO_SOURCES } from '../../src/model/source.ts';
import type { Spec } from '../../src/model/spec.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { type DoctorRequest, diagnose } from '../../src/run/doctor.ts';
import { parseAccepted, parseAssumed } from '../../src/run/doctor-words.ts';
import { HOST, hostOf, SPEC } from '../preflight/world.ts';
import { arbitraryHost } from '../support/arbitrary-host.ts';
import { arbitrarySpec, PLAIN_HOST } from '../support/arbitrary-spec.ts';

const HELD = { live: EMPTY_LIVE, backend: 'kernel' as const };

const asking = (spec: Spec, words: Partial<Record<'ignore' | 'assume', readonly string[]>> = {}): DoctorRequest => ({
  desired: { spec, sources: NO_SOURCES },
  accepted: parseAccepted(words.ignore ?? []),
  assumed: parseAssumed(words.assume ?? []),
});

/** Any facts, at the addresses that specs name, and behind the units that are there. */
const fitted: fc.Arbitrary<Host> = arbitraryHost.map((host) => ({
  ...host,
  units: host.units.slice(0, 2).map((unit, index) => ({ ...unit, name: `dmar${index}` })),
  functions: PLAIN_HOST.functions.map((plain, index) => ({
    ...(host.functions[index % Math.max(1, host.functions.length)] ?? plain),
    ...{ address: plain.address, unit: plain.unit, group: host.groups[index]?.number ?? plain.group },
  })),
}));

describe('doctor and plan', () => {
  test('say the same of any machine and any spec', () => {
    fc.assert(
      fc.property(fitted, arbitrarySpec, (host, spec) => {
        const planned = preflight({ spec, host, ...HELD, sources: NO_SOURCES });
        const found = diagnose(host, asking(spec), HELD).findings.flatMap(({ diagnostic }) => diagnostic ?? []);
        expect(sortDiagnostics(found)).toEqual(planned);
      }),
      { numRuns: 200 },
    );
  });

  test('agree on whether it can work', () => {
    fc.assert(
      fc.property(fitted, arbitrarySpec, (host, spec) => {
        const refused = preflight({ spec, host, ...HELD, sources: NO_SOURCES }).some((one) => one.severity === 'error');
        const verdict = verdictOf(diagnose(host, asking(spec), HELD));
        expect(verdict === 'broken' || verdict === 'unknown').toBe(refused);
      }),
    );
  });
});

test('a survey of any machine has an answer', () => {
  fc.assert(
    fc.property(arbitraryHost, (host) => {
      const diagnosis = diagnose(host, { desired: null, accepted: [], assumed: [] }, HELD);
      expect(diagnosis.findings.length).toBeGreaterThan(0);
      expect(diagnosis.findings.filter(({ diagnostic }) => diagnostic?.code === 'HOST_CHECK_FAILED')).toEqual([]);
    }),
  );
});

describe('a diagnosis', () => {
  const OLD = hostOf({ release: '6.1.0' });

  test('is broken first where the chain breaks first, whatever order the checks have', () => {
    const bridge = { ...OLD, functions: OLD.functions.map((fn) => ({ ...fn, classCode: 0x06_0400 })) };
    const diagnosis = diagnose(bridge, asking(SPEC), HELD);
    expect(diagnosis.findings.find(({ state }) => state === 'fatal')?.check).toBe('device-endpoint');
    expect(firstBroken(diagnosis)?.check).toBe('kernel-release');
  });

  test('is sound when all that is broken is silenced, and counts it', () => {
    const diagnosis = diagnose(OLD, asking(SPEC, { ignore: ['kernel-release=ported back'] }), HELD);
    expect(verdictOf(diagnosis)).toBe('sound');
    expect(countFindings(diagnosis.findings)).toMatchObject({ fatal: 0, silenced: 4 });
    expect(firstBroken(diagnosis)).toBeNull();
  });

  test('is about the machine with all assumptions together, and says which changed nothing', () => {
    const assume = ['kernel=7.3.4', 'kernel=7.3.4', 'cmdline+=quiet'];
    const diagnosis = diagnose(OLD, asking(SPEC, { assume }), HELD);
    expect(verdictOf(diagnosis)).toBe('sound');
    expect(diagnosis.assumed.map(({ changes }) => changes)).toEqual([true, false, true]);
    expect(diagnosis.machine.release).toBe('7.3.4');
    expect(diagnose(HOST, asking(SPEC), HELD).assumed).toEqual([]);
  });
});
