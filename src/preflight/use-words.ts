/** What a use of a device is, read from its phrase (src/host/uses.ts), and how it ends. A phrase of a machine file may be anything. */

import { isUnsafe } from '../text/escape.ts';
import { shellWord } from '../text/shell-word.ts';

/** Commands: one that ends the use, and one that shows that it has ended. */
export interface UseEnd {
  readonly fix: string | null;
  readonly confirm: string;
}

export type Use =
  | { readonly kind: 'mounted'; readonly mountPoint: string }
  | { readonly kind: 'swap'; readonly disk: string }
  | { readonly kind: 'held'; readonly disk: string }
  | { readonly kind: 'opened'; readonly pid: number }
  | { readonly kind: 'network'; readonly name: string }
  | { readonly kind: 'queue'; readonly name: string }
  | { readonly kind: 'display' }
  | { readonly kind: 'other'; readonly name: string };

/** From its start on, since a mount point or the name of a process may contain the words of another kind. */
export function parseUse(phrase: string): Use {
  const [, disk = '', how, rest = ''] =
    /^disk ([\w.!-]+) (mounted at|used as swap|held by|opened by)(?: (.+))?$/s.exec(phrase) ?? [];
  if (how === 'mounted at' && rest.startsWith('/')) return { kind: 'mounted', mountPoint: rest };
  if (how === 'used as swap' && rest === '') return { kind: 'swap', disk };
  if (how === 'held by') return { kind: 'held', disk };
  const pid = /^(?:disk |\/dev\/)\S+ opened by .* \(pid ([1-9]\d{0,6})\)$/s.exec(phrase)?.[1];
  if (pid !== undefined) return { kind: 'opened', pid: Number(pid) };
  const [, kind, name = ''] = /^(network|queue) (\w[\w.@:-]*)(?: .*)?$/s.exec(phrase) ?? [];
  if (kind === 'network' || kind === 'queue') return { kind, name };
  if (phrase.startsWith('display')) return { kind: 'display' };
  return { kind: 'other', name: /^\S+ (\w[\w.@:-]*)/.exec(phrase)?.[1] ?? '' };
}

/** Where a use shows. */
export function sourceOf(use: Use): string {
  switch (use.kind) {
    case 'mounted':
      return '/proc/self/mountinfo';
    case 'swap':
      return '/proc/swaps';
    case 'held':
      return `/sys/class/block/${use.disk}`;
    case 'opened':
      return `/proc/${use.pid}/fd`;
    case 'network':
      return `/sys/class/net/${use.name}`;
    case 'queue':
      return `/sys/bus/dsa/devices/${use.name}/state`;
    case 'display':
      return '/sys/class/drm';
    case 'other':
      return use.name === '' ? '/sys' : `/sys/class/block/${use.name}`;
  }
}

/** `null` where no command can show its end. */
export function endOf(use: Use): UseEnd | null {
  switch (use.kind) {
    case 'mounted': {
      const { mountPoint } = use;
      // A name of two lines cannot be copied.
      if (isUnsafe(mountPoint)) return null;
      const place = shellWord(mountPoint);
      return {
        fix: mountPoint === '/' ? null : `sudo umount ${place}`,
        confirm: `findmnt ${place} || echo not mounted`,
      };
    }
    case 'swap':
      return { fix: `sudo swapoff /dev/${use.disk}`, confirm: `grep -w ${use.disk} /proc/swaps || echo no swap` };
    case 'network':
      return { fix: `sudo ip link set ${use.name} down`, confirm: `ip -br link show ${use.name}` };
    case 'opened':
      return { fix: killing([use.pid]), confirm: goneOf([use.pid]) };
    case 'held':
      return { fix: null, confirm: `ls /sys/class/block/${use.disk}/holders` };
    case 'queue':
      return { fix: null, confirm: `cat /sys/bus/dsa/devices/${use.name}/clients` };
    default:
      return null;
  }
}

export function killing(pids: readonly number[]): string {
  return `sudo kill ${pids.join(' ')}`;
}

export function goneOf(pids: readonly number[]): string {
  return `ps -o pid,comm -p ${pids.join(',')} || echo gone`;
}
