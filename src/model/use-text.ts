/**
 * A use as the phrase that is shown and that machine files have: `disk nvme0n1p2 mounted at /`. Any text can be read; what is not
 * written like a use is kept as it is.
 *
 * A name is followed by further words, and in a hostile /sys it may contain them, so its blanks are written `\x20`. The last part of
 * a phrase may be anything: a mount point with blanks, or the name of a process with parentheses.
 */

import type { NetworkUse, Use } from './use.ts';

/** Undone by: parseUse. */
export function useText(use: Use): string {
  switch (use.kind) {
    case 'mounted':
      return `disk ${word(use.disk)} mounted at ${use.mountPoint}`;
    case 'swap':
      return `disk ${word(use.disk)} used as swap`;
    case 'held':
      return `disk ${word(use.disk)} held by ${use.holder}`;
    case 'opened':
      return `${use.file === 'disk' ? 'disk ' : '/dev/'}${word(use.name)} opened by ${use.command} (pid ${use.pid})`;
    case 'network':
      return `network ${word(use.name)}${stateText(use.state)}`;
    case 'queue': {
      const mode = use.mode === null ? '' : `, ${word(use.mode)}`;
      const clients = use.clients === 0 ? '' : ` with ${use.clients} ${use.clients === 1 ? 'client' : 'clients'}`;
      return `queue ${word(use.name)} (${word(use.type)}${mode})${clients}`;
    }
    case 'display':
      return `display ${word(use.connector)} of ${word(use.card)}`;
    case 'other':
      return use.text;
  }
}

function stateText(state: NetworkUse['state']): string {
  if (state === 'up') return '';
  return state === 'no link' ? ' (on, without a link)' : ` (port of ${state.portOf})`;
}

/** Undone by: useText. What it would write in another way, such as `(pid 007)`, is none of its phrases. */
export function parseUse(text: string): Use {
  const use = diskUse(text) ?? openedFile(text) ?? network(text) ?? queue(text) ?? display(text);
  return use !== null && useText(use) === text ? use : { kind: 'other', text };
}

function diskUse(text: string): Use | null {
  const [, name = '', how, rest = ''] = /^disk ([^ ]*) (mounted at|used as|held by) (.*)$/s.exec(text) ?? [];
  const disk = nameOf(name);
  if (how === 'mounted at') return { kind: 'mounted', disk, mountPoint: rest };
  if (how === 'held by') return { kind: 'held', disk, holder: rest };
  return how === 'used as' && rest === 'swap' ? { kind: 'swap', disk } : null;
}

function openedFile(text: string): Use | null {
  const [found, start, name = '', command = '', pid] =
    /^(disk |\/dev\/)([^ ]*) opened by (.*) \(pid ([1-9]\d*)\)$/s.exec(text) ?? [];
  if (found === undefined) return null;
  const file = start === 'disk ' ? 'disk' : 'character device';
  return { kind: 'opened', file, name: nameOf(name), command, pid: Number(pid) };
}

function network(text: string): Use | null {
  const [found, name = '', words] = /^network ([^ ]*)(?: \((.*)\))?$/s.exec(text) ?? [];
  if (found === undefined) return null;
  const use = { kind: 'network', name: nameOf(name) } as const;
  if (words === undefined) return { ...use, state: 'up' };
  if (words === 'on, without a link') return { ...use, state: 'no link' };
  return words.startsWith('port of ') ? { ...use, state: { portOf: words.slice('port of '.length) } } : null;
}

function queue(text: string): Use | null {
  const [found, name = '', type = '', mode, clients = '0'] =
    /^queue ([^ ]*) \(([^ ]*)(?:, ([^ ]*))?\)(?: with (\d+) clients?)?$/.exec(text) ?? [];
  if (found === undefined) return null;
  const known = { name: nameOf(name), type: nameOf(type), mode: mode === undefined ? null : nameOf(mode) };
  return { kind: 'queue', ...known, clients: Number(clients) };
}

function display(text: string): Use | null {
  const [found, connector = '', card = ''] = /^display ([^ ]*) of ([^ ]*)$/.exec(text) ?? [];
  return found === undefined ? null : { kind: 'display', connector: nameOf(connector), card: nameOf(card) };
}

/** Undone by: nameOf. */
function word(name: string): string {
  return name.replace(/[ \\]/g, (char) => (char === ' ' ? String.raw`\x20` : String.raw`\x5c`));
}

function nameOf(text: string): string {
  return text.replace(/\\x(?:20|5c)/g, (found) => (found === String.raw`\x20` ? ' ' : '\\'));
}
