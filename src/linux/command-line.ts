/**
 * The kernel's command line as words, whichever they are; what single words decide is in kernel-words.ts. Source: lib/cmdline.c next_arg,
 * kernel/params.c parse_args (7.3): words end at white space outside double quotes, and those after a lone `--` belong to init.
 */

import { type Argument, argumentOf, parseArgs, quotedWords, underscored } from './parse-args.ts';

interface Line {
  /** The kernel's, in order, quotes kept. */
  readonly words: readonly string[];
  /** `--` and the words of init. */
  readonly ofInit: readonly string[];
}

function parseLine(commandLine: string): Line {
  const { words, open } = quotedWords(commandLine);
  const all = open === null ? words : [...words, open];
  const end = all.findIndex(endsKernel);
  return end < 0 ? { words: all, ofInit: [] } : { words: all.slice(0, end), ofInit: all.slice(end) };
}

function endsKernel(word: string): boolean {
  const { name, value } = argumentOf(word);
  return value === null && name === underscored('--');
}

/** The kernel's words, in order, quotes kept. */
export function wordsOf(commandLine: string): readonly string[] {
  return parseLine(commandLine).words;
}

export interface Word extends Argument {
  /** As it is written on the line. */
  readonly text: string;
}

/** The kernel's words as names and values, in order. */
export function argumentsOf(commandLine: string): readonly Word[] {
  return wordsOf(commandLine).map((text) => ({ text, ...argumentOf(text) }));
}

/** The values of all `<name>=…` words, split at commas: `intel_iommu=on,sm_on` → `on`, `sm_on`. */
export function valuesOf(commandLine: string, name: string): readonly string[] {
  return argumentsOf(commandLine)
    .filter((word) => word.name === name)
    .flatMap(({ value }) => value?.split(',') ?? []);
}

/** With more words at the end of the kernel's. */
export function withWords(commandLine: string, more: readonly string[]): string {
  const { words, ofInit } = parseLine(commandLine);
  return [...words, ...more, ...ofInit].join(' ');
}

/**
 * Without these words. `pci=noats` also leaves out the part `noats` of `pci=realloc,noats`, as the options of one word are separate
 * orders.
 */
export function withoutWords(commandLine: string, unwanted: readonly string[]): string {
  const { words, ofInit } = parseLine(commandLine);
  const left = unwanted.reduce((all, word) => all.flatMap((one) => without(one, word)), words);
  return [...left, ...ofInit].join(' ');
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
