/** Commands that change the kernel command line of the next boot, where GRUB starts the kernel. */

const REGENERATE =
  '(command -v update-grub >/dev/null && sudo update-grub || sudo grub2-mkconfig -o /boot/grub2/grub.cfg)';

/** Words that come last, so that they win over the same ones before. A reboot is left to the operator. */
export function bootWith(words: string): string {
  const lines = 's/^(GRUB_CMDLINE_LINUX(_DEFAULT)?="[^"]*)"/\\1';
  return `sudo sed -i -E '${lines} ${words}"/' /etc/default/grub && ${REGENERATE}`;
}

/** Without a word, wherever it is. */
export function bootWithout(word: string): string {
  return `sudo sed -i 's/ *${word.replaceAll(/[.*[\]\\/^$]/g, '\\$&')}\\>//' /etc/default/grub && ${REGENERATE}`;
}
