/** What a diagnosis is worth when not everything could be read: nothing is fine that may rest on what was not. */

import type { Finding, Link } from '../diagnostics/finding.ts';
import { parseBdf } from '../model/bdf.ts';
import { NO_SOURCES } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import { printable } from '../text/escape.ts';
import { type ProblemParts, problem } from './check.ts';
import { listed } from './context.ts';
import { findingOf } from './findings.ts';

export interface Reading {
  /** Paths whose read did not come back. */
  readonly hung: readonly string[];
  /** The time was up before every process was looked at. */
  readonly late: boolean;
}

export const WHOLE: Reading = { hung: [], late: false };

/** The id of the findings about the reading itself. */
const MACHINE_READ = 'machine-read';

/** The findings, and before them one for what hangs and one for what there was no time for. */
export function withReading(findings: readonly Finding[], { hung, late }: Reading, spec: Spec): readonly Finding[] {
  const scopes = hung.flatMap((path) => scopesOf(path, spec));
  const doubted = hung.length === 0 ? findings : findings.flatMap((finding) => doubt(finding, scopes, spec));
  const names = spec.devices.map(({ name }) => name);
  return [
    ...(hung.length === 0 ? [] : [hangs(hung, concerned(names, scopes))]),
    ...(late ? [timeUp(names)] : []),
    ...doubted,
  ];
}

/** What a path decides at most. */
interface Scope {
  /** Names of devices; `null`: any. */
  readonly devices: ReadonlySet<string> | null;
  readonly links: ReadonlySet<Link> | null;
}

/** A path that is not known to belong to something may decide anything. */
function scopesOf(path: string, spec: Spec): readonly Scope[] {
  // Who uses or holds a device.
  if (/^\/proc\/\d/.test(path)) return [{ devices: null, links: new Set<Link>(['group', 'driver']) }];
  if (isOfMemory(path, spec)) return [{ devices: null, links: new Set<Link>(['memory']) }];
  const own = ownersOf(path, spec);
  if (own.length === 0) return [{ devices: null, links: null }];
  // The others of its group rest on its driver.
  return [
    { devices: new Set(own), links: null },
    { devices: null, links: new Set<Link>(['group']) },
  ];
}

function isOfMemory(path: string, { viommus }: Spec): boolean {
  const files = viommus.flatMap(({ memory }) => memory.map(({ file }) => file));
  return files.some((file) => file === path || file.startsWith(path === '/' ? path : `${path}/`));
}

/** The devices at the last address of a path in /sys: what is above a device in the path is another function. */
function ownersOf(path: string, { devices }: Spec): readonly string[] {
  if (!path.startsWith('/sys/')) return [];
  const last = path
    .split('/')
    .map(parseBdf)
    .findLast((address) => address !== null);
  return devices.filter(({ address }) => address === last).map(({ name }) => name);
}

function concerned(names: readonly string[], scopes: readonly Scope[]): readonly string[] {
  return names.filter((name) => scopes.some(({ devices }) => devices?.has(name) ?? true));
}

/** Split into what stays fine, and what is not checked. */
function doubt(finding: Finding, scopes: readonly Scope[], { devices: all }: Spec): readonly Finding[] {
  const near = scopes.filter(({ links }) => links?.has(finding.link) ?? true);
  if (finding.state !== 'fine' || near.length === 0) return [finding];
  const lost = new Set(
    concerned(
      all.map(({ name }) => name),
      near,
    ),
  );
  const devices = finding.devices.filter((name) => lost.has(name));
  const left = finding.devices.filter((name) => !lost.has(name));
  const isWhole = left.length === 0 && (devices.length > 0 || near.some((scope) => scope.devices === null));
  if (devices.length === 0 && !isWhole) return [finding];
  const doubted: Finding = { ...finding, state: 'skipped', devices, evidence: [], because: MACHINE_READ };
  return isWhole ? [doubted] : [{ ...finding, devices: left }, doubted];
}

function hangs(hung: readonly string[], devices: readonly string[]): Finding {
  const paths = listed(hung.map((path) => printable(path, 200)));
  return aboutReading({
    code: 'HOST_READ_HANGS',
    message: `Not everything could be read: reading ${paths} does not come back, and what that decides is unknown.`,
    devices,
    evidence: hung.map((path) => ({ source: path, value: 'does not come back' })),
  });
}

function timeUp(devices: readonly string[]): Finding {
  return aboutReading({
    code: 'HOST_TIME_UP',
    message:
      'Not everything could be read: the time was up before every process was looked at, and who uses or holds a device is not known for certain.',
    ...{ devices, evidence: [{ source: '/proc/<pid>/fd', value: 'not read of every process' }] },
  });
}

function aboutReading(parts: Pick<ProblemParts, 'code' | 'message' | 'devices' | 'evidence'>): Finding {
  const found = problem({ sources: NO_SOURCES }, { ...parts, at: null, unknown: true });
  // What it blocks depends on the checks that it makes doubtful.
  return { ...findingOf({ id: MACHINE_READ, link: 'kernel' }, found, { asked: [], bound: new Set() }), blocks: [] };
}
