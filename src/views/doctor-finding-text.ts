/** One finding with everything that helps: what was read, what it blocks, what to do, and how to see that it worked. */

import type { Finding } from '../diagnostics/finding.ts';
import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { type Style, wrapped } from './wrapped.ts';

/** Of more evidence, or more parts that are blocked, only so many are shown. */
const MOST = 6;

/** A PCI address; the segment of a child of VMD has five digits. */
const ADDRESS = /[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]/g;

/** Findings of one check with one advice and one remedy, but for the devices that they are about. In order of the first of each. */
export function alikeOnes(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { check, diagnostic, devices, message, fix } = finding;
    const own = [...devices].sort((a, b) => b.length - a.length);
    const generic = (text: string): string =>
      own.reduce((words, name) => words.replaceAll(name, '*'), text.replaceAll(ADDRESS, '*'));
    const key = JSON.stringify([check, diagnostic?.code, generic(message), generic(fix ?? '')]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** The first finding of the group in full, and the devices of the others. */
export function findingLines(group: readonly Finding[], style: Style): readonly string[] {
  const [finding, ...others] = group;
  if (finding === undefined) return [];
  const { check, link, evidence, diagnostic, fix, confirm } = finding;
  const blocks = [...new Set(group.flatMap((one) => one.blocks))];
  const location = diagnostic?.location ?? null;
  const start = location?.range.start;
  const field = (name: string, text: string): readonly string[] => fieldLines(name, text, style);
  return [
    ...headline(finding, style),
    ...field('check', `${check} (${link})`),
    ...(location === null ? [] : field('at', `${location.file}:${start?.line}:${start?.column}`)),
    ...evidence.slice(0, MOST).flatMap(({ source, value }) => field('read', `${source}: ${value}`)),
    ...(others.length === 0 ? [] : field('also', limited(others.flatMap(({ devices }) => devices)))),
    ...(blocks.length === 0 ? [] : field('blocks', limited(blocks))),
    ...(diagnostic === null ? [] : field('help', diagnostic.advice)),
    ...command('do', fix, style),
    ...command('then see', confirm, style),
    ...(diagnostic === null ? [] : [labelled('learn', `pasidctl explain ${diagnostic.code}`, style)]),
  ];
}

function headline({ state, diagnostic, message }: Finding, style: Style): readonly string[] {
  const { colors } = style;
  const paint = state === 'fatal' ? colors.red : state === 'warning' ? colors.yellow : colors.magenta;
  const title = `${state}[${diagnostic?.code ?? ''}]`;
  const [first = '', ...rest] = wrapped(`${title}: ${message}`, { ...style, hang: 2 });
  // The title has no spaces, so that it is whole on its line unless the terminal is narrower than it.
  const painted = first.startsWith(title) ? `${colors.bold(paint(title))}${first.slice(title.length)}` : first;
  return [painted, ...rest];
}

const LABEL = 9;

function fieldLines(name: string, text: string, style: Style): readonly string[] {
  const [first = '', ...rest] = wrapped(text, { ...style, indent: LABEL + 2 });
  return [labelled(name, first.slice(LABEL + 2), style), ...rest];
}

function labelled(name: string, text: string, { colors }: Style): string {
  return `  ${colors.cyan(name.padEnd(LABEL))}${text}`;
}

/** On a line of its own and never broken, so that it can be copied. */
function command(name: string, text: string | null, { colors }: Style): readonly string[] {
  return text === null ? [] : [`  ${colors.cyan(name)}`, `    ${colors.bold(escapeControls(text))}`];
}

function limited(names: readonly string[]): string {
  const shown = names.slice(0, MOST);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${count(more, 'other')}`;
}
