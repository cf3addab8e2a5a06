/** Where a use of a device shows, and how it ends. */

import type { Use } from '../model/use.ts';
import { isUnsafe } from '../text/escape.ts';
import { shellWord } from '../text/shell-word.ts';

/** Commands: one that ends the use, and one that shows that it has ended. */
export interface UseEnd {
  readonly fix: string | null;
  readonly confirm: string;
}

/** Where a use shows. */
export function sourceOf(use: Use): string {
  switch (use.kind) {
    case 'mounted':
      return '/proc/self/mountinfo';
    case 'swap':
      return '/proc/swaps';
    case 'held':
      return below('/sys/class/block', use.disk);
    case 'opened':
      return `/proc/${use.pid}/fd`;
    case 'network':
      return below('/sys/class/net', use.name);
    case 'queue':
      return below('/sys/bus/dsa/devices', use.name, '/state');
    case 'display':
      return '/sys/class/drm';
    case 'other':
      return '/sys';
  }
}

function below(folder: string, name: string, rest = ''): string {
  return isPlain(name) ? `${folder}/${name}${rest}` : folder;
}

/** `null` where no command can show its end. */
export function endOf(use: Use): UseEnd | null {
  switch (use.kind) {
    case 'mounted':
      return unmounting(use.mountPoint);
    case 'swap': {
      const { disk } = use;
      if (!isPlain(disk)) return null;
      return { fix: `sudo swapoff /dev/${disk}`, confirm: `grep -w ${disk} /proc/swaps || echo no swap` };
    }
    case 'network': {
      const { name } = use;
      return isPlain(name) ? { fix: `sudo ip link set ${name} down`, confirm: `ip -br link show ${name}` } : null;
    }
    case 'opened':
      return { fix: killing([use.pid]), confirm: goneOf([use.pid]) };
    case 'held':
      return isPlain(use.disk) ? { fix: null, confirm: `ls /sys/class/block/${use.disk}/holders` } : null;
    case 'queue':
      return isPlain(use.name) ? { fix: null, confirm: `cat /sys/bus/dsa/devices/${use.name}/clients` } : null;
    default:
      return null;
  }
}

function unmounting(mountPoint: string): UseEnd | null {
  // A name of two lines cannot be copied, and one that is no path may be an option.
  if (isUnsafe(mountPoint) || !mountPoint.startsWith('/')) return null;
  const place = shellWord(mountPoint);
  return {
    fix: mountPoint === '/' ? null : `sudo umount ${place}`,
    confirm: `findmnt ${place} || echo not mounted`,
  };
}

/** A name that is one word of a shell, and no option: others are kept out of commands. */
function isPlain(name: string): boolean {
  return /^\w[\w.@!:-]*$/.test(name);
}

export function killing(pids: readonly number[]): string {
  return `sudo kill ${pids.join(' ')}`;
}

export function goneOf(pids: readonly number[]): string {
  return `ps -o pid,comm -p ${pids.join(',')} || echo gone`;
}
