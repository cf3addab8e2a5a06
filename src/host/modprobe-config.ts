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
  /**
   * `options`: `rest` is added to the parameters. `install`: `rest` is run instead of loading the module. `alias`: the name leads to the
   * module that `rest` names.
   */
  readonly command: 'options' | 'install' | 'alias';
  /** With underscores. Of `install` and `alias` it may be a pattern of fnmatch(3). */
  readonly module: string;
  readonly rest: string;
  /** Where it begins in its file, from 1. */
  readonly line: number;
}

/** In order. Other commands, and lines that modprobe ignores, are left out. */
export function parseModprobeConfig(text: string): readonly ModprobeLine[] {
  return wrappedLines(text).flatMap(({ text: whole, line }) => {
    if (whole.startsWith('#')) return [];
    const [, command, module = '', rest = ''] = LINE.exec(whole) ?? [];
    if (command !== 'options' && command !== 'install' && command !== 'alias') return [];
    return [{ command, module: underscored(module), rest: rest.replaceAll('\t', ' ').trimStart(), line }];
  });
}

const LINE = /^[\t ]*(options|install|alias)[\t ]+([^\t ]+)[\t ](.+)$/s;

interface WrappedLine {
  readonly text: string;
  readonly line: number;
}

/** A backslash joins the next line; before another character it vanishes, also in a comment. A NUL ends a line. */
function wrappedLines(text: string): readonly WrappedLine[] {
  const found: WrappedLine[] = [];
  let pieces: string[] = [];
  let begin = 1;
  let line = 1;
  const end = (): void => {
    found.push({ text: pieces.join('').split('\0', 1)[0] ?? '', line: begin });
    pieces = [];
  };
  for (const [piece] of text.matchAll(/\\[\s\S]?|\n|[^\\\n]+/g)) {
    if (piece.endsWith('\n')) line += 1;
    if (piece === '\n') {
      end();
      begin = line;
    } else if (piece !== '\\\n') pieces.push(piece.startsWith('\\') ? piece.slice(1) : piece);
  }
  end();
  return found;
}

/** `vfio_pci.x=1 vfio-pci.y` → the parameters `x` = `1` and `y`. A word whose quote is not closed does not count. */
export function commandLineOptions(commandLine: string, module: string): readonly Argument[] {
  const { words } = quotedWords(commandLine.slice(0, COMMAND_LINE_LIMIT));
  return words.flatMap(moduleWord).filter((word) => word.module === module);
}
