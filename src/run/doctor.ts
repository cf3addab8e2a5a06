/** What a machine lacks for a spec, or for any PASIDs at all. Reads only. */

import type { Diagnosis } from '../diagnostics/diagnosis.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { assume, assumeOne } from '../linux/assume.ts';
import type { Assumption } from '../linux/assumption.ts';
import type { Host } from '../model/host.ts';
import { EMPTY_LIVE, type Live } from '../model/live.ts';
import { NO_SOURCES } from '../model/source.ts';
import { type AcceptedFinding, EMPTY_SPEC, type Spec } from '../model/spec.ts';
import { CHECKS } from '../preflight/checks.ts';
import { examine } from '../preflight/examine.ts';
import { type Reading, WHOLE, withReading } from '../preflight/machine-read.ts';
import { silence } from '../preflight/silence.ts';
import { GUEST, type Survey, surveyOf } from '../preflight/survey.ts';
import { StateError } from '../state/state-file.ts';
import { printable } from '../text/escape.ts';
import { type Backend, openBackend } from './backend.ts';
import { memoryFiles } from './backend-port.ts';
import type { MachineRequest } from './machine-request.ts';
import { type Observer, observeApart } from './observe-apart.ts';
import type { Desired } from './read-desired.ts';
import { folderWarnings, sessionOn } from './session.ts';

export interface DoctorRequest {
  /** `null`: every device that could do PASIDs. */
  readonly desired: Pick<Desired, 'spec' | 'sources'> | null;
  /** Besides those of the spec. */
  readonly accepted: readonly AcceptedFinding[];
  readonly assumed: readonly GivenAssumption[];
}

export interface GivenAssumption {
  readonly text: string;
  readonly assumption: Assumption;
}

export interface DoctorAnswer {
  readonly diagnosis: Diagnosis;
  /** About the state folder. */
  readonly warnings: readonly Diagnostic[];
}

/** @throws Refusal when the machine file or the state folder cannot be used */
export async function askDoctor(
  machine: MachineRequest,
  request: DoctorRequest,
  observer: Observer | null = null,
): Promise<DoctorAnswer> {
  const backend = await openBackend(machine);
  const { live, warnings } = await heldOn(backend, machine.stateDir);
  const spec = request.desired?.spec ?? EMPTY_SPEC;
  const isDisk = machine.backend === 'kernel' && machine.machine === null;
  const place = { root: machine.root, files: memoryFiles(spec, live) };
  const apart = observer !== null && isDisk ? await observeApart(observer, place) : null;
  const { host, ...reading } = apart ?? { host: backend.observe(spec, live), ...WHOLE };
  if (host === null) throw hopeless(reading);
  return { diagnosis: diagnose(host, request, { live, backend: backend.name, reading }), warnings };
}

/** Where this process read by itself, it would wait too, and for ever. */
function hopeless({ hung }: Reading): Refusal {
  const message = `the machine cannot be read: reads do not come back, of ${hung.map((path) => printable(path, 200)).join(', ')}`;
  return new Refusal('host-unfit', [diagnostic('HOST_READ_HANGS', message)]);
}

/** A state folder that this user may not read is no reason to say nothing about the machine. */
async function heldOn(
  backend: Backend,
  stateDir: string,
): Promise<{ readonly live: Live; readonly warnings: readonly Diagnostic[] }> {
  try {
    const session = await sessionOn(backend, stateDir);
    return { live: session.held.live, warnings: folderWarnings(session) };
  } catch (error) {
    if (!(error instanceof StateError) || error.reason !== 'not-permitted') throw error;
    const message = `What pasidctl holds already is not known: ${error.message}.`;
    return { live: EMPTY_LIVE, warnings: [diagnostic('STATE_NOT_SEEN', message)] };
  }
}

interface Held {
  readonly live: Live;
  readonly backend: Backend['name'];
  readonly reading?: Reading;
}

/** Pure: the findings about a machine that was read. */
export function diagnose(
  observed: Host,
  { desired, accepted, assumed }: DoctorRequest,
  { live, backend, reading = WHOLE }: Held,
): Diagnosis {
  const { host, facts } = assumeAll(observed, assumed);
  const survey = desired === null ? surveyOf(host) : null;
  const wanted = desired?.spec ?? survey?.spec ?? EMPTY_SPEC;
  const spec: Spec = { ...wanted, ignore: [...wanted.ignore, ...accepted] };
  const sources = desired?.sources ?? NO_SOURCES;
  const manner = { bugs: 'tell', survey: survey !== null } as const;
  const found = examine({ spec, host, live, sources, backend }, CHECKS, manner).filter(isAboutSomething);
  const told = survey === null ? found : inSurvey(survey, found);
  return {
    about: survey === null ? 'spec' : 'survey',
    devices: devicesOf(spec, host),
    alike: survey?.alike ?? [],
    machine: {
      release: host.kernel.release,
      uid: host.process?.uid ?? null,
      mayReadConfig: host.process?.mayReadConfig ?? null,
      ...reading,
    },
    assumed: facts,
    findings: silence(withReading(told, reading, spec), spec.ignore),
  };
}

function assumeAll(
  observed: Host,
  assumed: readonly GivenAssumption[],
): { readonly host: Host; readonly facts: Diagnosis['assumed'] } {
  let before = observed;
  const facts = assumed.map(({ text, assumption }) => {
    const after = assumeOne(before, assumption);
    const changes = !isSame(before, after);
    before = after;
    return { text, changes };
  });
  const assumptions = assumed.map(({ assumption }) => assumption);
  return { host: assume(observed, assumptions), facts };
}

function isSame(a: Host, b: Host): boolean {
  const text = (host: Host): string =>
    JSON.stringify(host, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return text(a) === text(b);
}

/** A check of devices holds for none of none. */
function isAboutSomething({ state, devices }: Finding): boolean {
  return state !== 'fine' || devices.length > 0;
}

function inSurvey(survey: Survey, all: readonly Finding[]): readonly Finding[] {
  // That capabilities could not be read is told once for all functions, not again for those that stand for them.
  const unread = survey.findings.some(({ state }) => state === 'unknown');
  const found = unread ? all.filter(({ check }) => check !== 'capabilities-read') : all;
  return [...survey.findings, ...found.map(calledOnce)];
}

/** There a device is named by its address, and a message has both; and there is one guest, which nobody has named. */
function calledOnce(finding: Finding): Finding {
  const shorten = (text: string): string => {
    if (text.startsWith(`${GUEST}: `)) return shorten(text.slice(GUEST.length + 2));
    const [, name = '', words = ''] = /^(\S+): (.*)$/s.exec(text) ?? [];
    return finding.devices.includes(name) && words.includes(name) ? words : text;
  };
  const { diagnostic } = finding;
  return {
    ...finding,
    message: shorten(finding.message),
    diagnostic: diagnostic === null ? null : { ...diagnostic, message: shorten(diagnostic.message) },
  };
}

function devicesOf({ devices }: Spec, { functions }: Host): Diagnosis['devices'] {
  const drivers = new Map(functions.map(({ address, driver }) => [address, driver]));
  return devices.map(({ name, address }) => ({ name, address, driver: drivers.get(address) ?? null }));
}
