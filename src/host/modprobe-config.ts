/**
 * What modprobe adds to a module's parameters: `options` lines of modprobe.d files, and words of the kernel command line.
 * Pure. Source: modprobe.d(5); libkmod/libkmod-config.c kmod_config_parse, kmod_config_parse_kcmdline, shared/util.c
 * freadline_wrapped (kmod 34).
 */

import { moduleWord } from '../linux/command-line.ts';
import { type Argument, quotedWords, underscored } from '../linux/parse-args.ts';

/** kmod reads no more of /proc/cmdline: libkmod-config.c KCMD_LINE_SIZE, with the final NUL. */
const COMMAND_LINE_LIMIT = 4095;

export interface ModprobeLine {
  /** `options`: `rest` is added to the parameters. `install`: `rest` is run instead of loading the module. */
  readonly command: 'options' | 'install';
  /** With underscores. */
  readonly module: string;
  readonly rest: string;
}

/** In order. Other commands, and lines that modprobe ignores, are left out. */
export function parseModprobeConfig(text: string): readonly ModprobeLine[] {
  return wrappedLines(text).flatMap((line) => {
    if (line.startsWith('#')) return [];
    const [, command, module = '', rest = ''] = /^[\t ]*(options|install)[\t ]+([^\t ]+)[\t ](.+)$/s.exec(line) ?? [];
    if (command !== 'options' && command !== 'install') return [];
    return [{ command, module: underscored(module), rest: rest.replaceAll('\t', ' ').trimStart() }];
  });
}

/** A backslash joins the next line; before another character it vanishes, also in a comment. A NUL ends a line. */
function wrappedLines(text: string): string[] {
  return text
    .replaceAll(/\\(.)?/gs, (_, next: string | undefined) => (next === undefined || next === '\n' ? '' : next))
    .split('\n')
    .map((line) => line.split('\0', 1)[0] ?? '');
}

/** `vfio_pci.x=1 vfio-pci.y` → the parameters `x` = `1` and `y`. A word whose quote is not closed does not count. */
export function commandLineOptions(commandLine: string, module: string): readonly Argument[] {
  const { words } = quotedWords(commandLine.slice(0, COMMAND_LINE_LIMIT));
  return words.flatMap(moduleWord).filter((word) => word.module === module);
}
