/**
 * Commands that change the kernel command line of the next boot. A reboot is left to the operator.
 *
 * RHEL, Fedora and their kin write an entry per kernel (BLS), and grub2-mkconfig leaves the words in them alone: grubby changes them.
 * Elsewhere /etc/default/grub is a shell script that grub-mkconfig reads: what it says last wins, however the lines before are quoted
 * and whether they are there. A file of /etc/default/grub.d may still undo it, and another boot loader reads none of this: the
 * commands fail when the words do not arrive.
 */

import type { KernelFacts } from '../model/host.ts';
import { shellWord } from '../text/shell-word.ts';

type Kernel = Pick<KernelFacts, 'release'>;

const DEFAULTS = '/etc/default/grub';
const MADE = '/boot/grub*/grub.cfg';
const REGENERATE =
  'if command -v update-grub > /dev/null; then update-grub; else grub2-mkconfig -o /boot/grub2/grub.cfg; fi';

/** `5.14.0-570.el9.x86_64`, `7.3.4-200.fc44.x86_64` */
function hasGrubby({ release }: Kernel): boolean {
  return /\.(?:el|fc)\d/.test(release);
}

/** Words that come last, so that they win over the same ones before. */
export function bootWith(kernel: Kernel, words: string): string {
  if (hasGrubby(kernel)) return `sudo grubby --update-kernel=ALL --args=${shellWord(words)}`;
  const line = `GRUB_CMDLINE_LINUX_DEFAULT="$GRUB_CMDLINE_LINUX_DEFAULT ${words}"`;
  const check = `grep -qF ${JSON.stringify(words)} ${MADE} || { echo "${MADE} lacks the words" >&2; exit 1; }`;
  return `echo ${shellWord(line)} | sudo tee -a ${DEFAULTS} && sudo sh -c ${shellWord(`${REGENERATE} && ${check}`)}`;
}

/** Without a word, wherever it is; `instead` is what to keep of it, such as `pci=nomsi` of `pci=nomsi,noats`. */
export function bootWithout(kernel: Kernel, word: string, instead = ''): string {
  if (hasGrubby(kernel)) {
    const keep = instead === '' ? '' : ` --args=${shellWord(instead)}`;
    return `sudo grubby --update-kernel=ALL --remove-args=${shellWord(word)}${keep}`;
  }
  const pattern = word.replaceAll(/[.*[\]\\/^$+?(){}|]/g, '\\$&');
  // The loop finds a word that is there twice in a row; \x27 is a single quote.
  const script = `:a;/^ *(export +)?GRUB_CMDLINE/s/([\\x27"= ])${pattern}([\\x27" ]|$)/\\1${instead}\\2/;ta`;
  const check = `if grep -qE ${JSON.stringify(` ${pattern}( |$)`)} ${MADE}; then echo "${MADE} still has the word" >&2; exit 1; fi`;
  return `sudo sed -i -E ${shellWord(script)} ${DEFAULTS} && sudo sh -c ${shellWord(`${REGENERATE} && ${check}`)}`;
}

/** A command that shows a change of the boot. */
export function afterReboot(command: string): string {
  return `${command} # after a reboot`;
}
