/**
 * The kernel's command line as words. Source: lib/cmdline.c next_arg (7.3): words end at white space outside double quotes, and of
 * two words that set one thing the later one wins.
 */

import { type Argument, parseArgs, quotedWords, underscored } from './parse-args.ts';

/** In order, quotes kept. */
export function wordsOf(commandLine: string): readonly string[] {
  const { words, open } = quotedWords(commandLine);
  return open === null ? words : [...words, open];
}

/** With more words at its end. */
export function withWords(commandLine: string, more: readonly string[]): string {
  return [...wordsOf(commandLine), ...more].join(' ');
}

/**
 * Without these words. `pci=noats` also leaves out the part `noats` of `pci=realloc,noats`, as the options of one word are separate
 * orders.
 */
export function withoutWords(commandLine: string, unwanted: readonly string[]): string {
  const left = unwanted.reduce((words, word) => words.flatMap((one) => without(one, word)), wordsOf(commandLine));
  return left.join(' ');
}

function without(word: string, unwanted: string): readonly string[] {
  if (word === unwanted) return [];
  const [key, parts] = split(word);
  const [unwantedKey, unwantedParts] = split(unwanted);
  if (key !== unwantedKey || parts === null || unwantedParts === null) return [word];
  const kept = parts.filter((part) => !unwantedParts.includes(part));
  if (kept.length === parts.length) return [word];
  return kept.length === 0 ? [] : [`${key}=${kept.join(',')}`];
}

function split(word: string): readonly [key: string, parts: readonly string[] | null] {
  const at = word.indexOf('=');
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1).split(',')];
}

export interface ModuleWord extends Argument {
  /** With underscores. */
  readonly module: string;
}

/**
 * `vfio_pci.disable_denylist=1` → module, parameter and value; none of other words. Quotes keep blanks in a value, or surround the
 * whole word. Source: libkmod/libkmod-config.c kmod_config_parse_kcmdline (kmod 34).
 */
export function moduleWord(word: string): readonly ModuleWord[] {
  const [, module = '', plain = ''] = WORD.exec(word) ?? [];
  const [, quotedModule = '', name = '', value = ''] = plain === '' ? (QUOTED_WORD.exec(word) ?? []) : [];
  const option = plain === '' && name !== '' ? `${name}="${value}"` : plain;
  return parseArgs(option).map((argument) => ({ ...argument, module: underscored(module || quotedModule) }));
}

const WORD = /^([^."=]+)\.([^."=]+(?:=.*)?)$/s;
/** As GRUB writes `module.parameter="some words"`. */
const QUOTED_WORD = /^"([^."=\s]+)\.([^."=\s]+)=([^"]*)"$/s;
