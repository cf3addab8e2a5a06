/**
 * A diagnosis for people: the first broken link first, with its evidence, what it blocks, what mends it and how to see that it worked;
 * then warnings, what is unknown, what was therefore not checked, and in short what is fine. The verdict is the last line.
 */

import { byLink, type Diagnosis } from '../diagnostics/diagnosis.ts';
import type { Finding, FindingState } from '../diagnostics/finding.ts';
import { LINKS } from '../diagnostics/finding.ts';
import { count } from '../text/amounts.ts';
import { fatesOf } from './doctor-fates.ts';
import { alikeOnes, findingLines } from './doctor-finding-text.ts';
import { verdictText } from './doctor-verdict.ts';
import { clipped, type Style, wrapped } from './wrapped.ts';

export interface DoctorTextOptions extends Style {
  /** Show every check that is fine with its evidence, and every finding that is like another. */
  readonly all: boolean;
}

/** Of more devices than this, only those are listed that are not fine. */
const MOST_DEVICES = 12;

export function doctorText(diagnosis: Diagnosis, options: DoctorTextOptions): string {
  const findings = byLink(diagnosis.findings);
  const told = findings.filter(({ silenced }) => silenced === null);
  const blocks = (['fatal', 'warning', 'unknown'] as const).flatMap((state) => blocksOf(told, state, options));
  const sections = [
    headLines(diagnosis, options),
    ...blocks,
    skippedLines(findings, options),
    silencedLines(findings, options),
    deviceLines(diagnosis, options),
    options.all ? everyFineLines(told, options) : fineLines(told, options),
    wrapped(verdictText(diagnosis), options).map(options.colors.bold),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLines({ about, machine, assumed, devices }: Diagnosis, style: Style): readonly string[] {
  const who = machine.uid === null ? '' : `, read as ${machine.uid === 0 ? 'root' : `user ${machine.uid}`}`;
  const what = about === 'spec' ? `${count(devices.length, 'device')} of the spec` : 'devices that could do PASIDs';
  const blind = machine.mayReadConfig === false ? [blindText(machine.uid)] : [];
  const whatIf = assumed.length === 0 ? [] : [WHAT_IF];
  return [
    ...wrapped(`Linux ${machine.release || 'of unknown release'}${who}: ${what}.`, style),
    ...blind.flatMap((text) => wrapped(text, style)),
    ...whatIf.flatMap((text) => wrapped(text, style)),
    ...assumed.flatMap(({ text, changes }) =>
      wrapped(`${text}${changes ? '' : ' (it is like that already)'}`, { ...style, indent: 2 }),
    ),
  ];
}

/** Root of another user namespace than the first, or without the capability, is no root to the kernel here. */
function blindText(uid: number | null): string {
  const lack = uid === 0 ? 'Without CAP_SYS_ADMIN of the host' : 'Not as root';
  return `${lack}: extended configuration space (PASID, ATS, PRI, ACS), other users’ open files and ACPI tables cannot be read. What is unknown because of that is listed.`;
}

const WHAT_IF = 'This is not about the machine as it is, but as it would be after a boot with:';

function blocksOf(
  findings: readonly Finding[],
  state: FindingState,
  options: DoctorTextOptions,
): readonly (readonly string[])[] {
  const own = findings.filter((finding) => finding.state === state);
  const groups = options.all ? own.map((finding) => [finding]) : alikeOnes(own);
  return groups.map((group) => findingLines(group, options));
}

/** One line per root cause. */
function skippedLines(findings: readonly Finding[], style: Style): readonly string[] {
  const roots = new Map<string, string[]>();
  for (const { state, because, check } of findings) {
    if (state !== 'skipped' || because === null) continue;
    const checks = roots.get(because) ?? [];
    roots.set(because, checks.includes(check) ? checks : [...checks, check]);
  }
  return [...roots].flatMap(([root, checks]) =>
    wrapped(
      `Not checked, because ${root} ${isUnread(root, findings) ? 'could not tell' : 'failed'}: ${checks.join(', ')}.`,
      { ...style, hang: 2 },
    ),
  );
}

/** What it rests on is not broken, but unknown. */
function isUnread(root: string, findings: readonly Finding[]): boolean {
  const own = findings.filter(({ check, state }) => check === root && state !== 'skipped' && state !== 'fine');
  return own.length > 0 && own.every(({ state }) => state === 'unknown' || state === 'note');
}

function silencedLines(findings: readonly Finding[], style: Style): readonly string[] {
  const accepted = findings.filter(({ silenced }) => silenced !== null);
  return accepted.flatMap(({ check, state, devices, silenced }) => {
    const who = devices.length === 0 ? '' : ` (${devices.join(', ')})`;
    return wrapped(`Silenced ${state}: ${check}${who}: ${silenced}`, { ...style, hang: 2 });
  });
}

function deviceLines(diagnosis: Diagnosis, options: DoctorTextOptions): readonly string[] {
  const { alike, findings } = diagnosis;
  const fated = fatesOf(diagnosis);
  const shown =
    options.all || fated.length <= MOST_DEVICES ? fated : fated.filter(({ fate: { state } }) => state !== 'fine');
  const lines = shown.map(({ device: { name, address, driver }, fate: { state, because } }) => {
    const who = name === address ? name : `${name} (${address})`;
    const fate = because.length === 0 ? state : `${state} by ${because.join(', ')}`;
    return `${who}, ${driver ?? 'no driver'}: ${fate}`;
  });
  const hidden = fated.length - shown.length;
  const more = [
    ...(hidden === 0
      ? []
      : [`${count(hidden, shown.length === 0 ? 'device' : 'more device')}: fine; --all lists them`]),
    ...alike.map(
      ({ physicalFunction, others }) => `${count(others, 'more VF')} of ${physicalFunction}: like those above`,
    ),
  ];
  const notes = findings.filter(({ state }) => state === 'note').map(({ message }) => `now: ${message}`);
  const all = [...lines.slice(0, options.all ? lines.length : MOST_DEVICES), ...more, ...notes];
  const text = all.flatMap((line) => wrapped(line, { ...options, indent: 2, hang: 4 }));
  return text.length === 0 ? [] : [options.colors.bold('Devices'), ...text];
}

/** One line per link. */
function fineLines(findings: readonly Finding[], options: DoctorTextOptions): readonly string[] {
  const lines = LINKS.flatMap((link) => {
    const own = findings.filter((finding) => finding.state === 'fine' && finding.link === link);
    const titles = [...new Set(own.map(({ message }) => message))];
    return titles.length === 0 ? [] : [clipped(`  ${link.padEnd(9)}`, titles, options)];
  });
  return lines.length === 0 ? [] : [options.colors.bold(options.colors.green('Fine')), ...lines];
}

function everyFineLines(findings: readonly Finding[], options: DoctorTextOptions): readonly string[] {
  const fine = findings.filter(({ state }) => state === 'fine');
  const lines = fine.flatMap(({ check, link, message, devices, evidence }) => [
    ...wrapped(`${link} ${check}: ${message} (${devices.join(', ')})`, { ...options, indent: 2, hang: 4 }),
    ...evidence.flatMap(({ source, value }) => wrapped(`${source}: ${value}`, { ...options, indent: 4, hang: 6 })),
  ]);
  return lines.length === 0 ? [] : [options.colors.bold(options.colors.green('Fine')), ...lines];
}
