/**
 * What comes of `modprobe MODULE`: the modules that it needs come first, each through its `install` command where it has one, and the
 * kernel may refuse each. Source: modprobe.d(5); libkmod/libkmod-module.c kmod_module_probe_insert_module (kmod 34);
 * kernel/module/main.c early_mod_check (7.3).
 */

import type { KernelFacts, ModprobeOrder } from '../model/host.ts';
import type { ModuleOption } from '../model/plan.ts';
import { moduleWord, wordsOf } from './command-line.ts';
import { moduleBlacklistWord } from './kernel-words.ts';
import { refusesValue } from './module-parameters.ts';

/** Module → modules that it needs, in the order in which they are loaded. */
export const MODULE_NEEDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['iommufd', []],
  ['vfio', ['iommufd']],
  ['vfio_pci_core', ['iommufd', 'vfio']],
  ['vfio_pci', ['iommufd', 'vfio', 'vfio_pci_core']],
  ['vfio_iommu_type1', ['iommufd', 'vfio']],
]);

export interface LoadFacts {
  readonly kernel: Pick<KernelFacts, 'commandLine'>;
  readonly modules: readonly string[];
  readonly modprobe: readonly ModprobeOrder[] | null;
}

export interface LoadObstacle {
  /** The module that it stops: the one that is asked for, or one that it needs. */
  readonly module: string;
  readonly kind: /** A command runs instead, and loads nothing. */
    | 'command'
    /** A command runs instead; whether it loads the module is not known. */
    | 'unknown-command'
    /** The name leads to another module, or to none. */
    | 'alias'
    /** The kernel has orders to refuse the module. */
    | 'blacklist'
    /** The kernel refuses the value of a parameter. */
    | 'value';
  /** The command, the name that the alias leads to, the word, or `name=value`. */
  readonly text: string;
  /** `/etc/modprobe.d/vfio.conf:3`, `/proc/cmdline` */
  readonly source: string;
  /** modprobe’s end: 0 where it succeeds although the module is not loaded. `null`: not known. */
  readonly answer: 'OK' | 'EPERM' | 'EINVAL' | 'ENOENT' | null;
}

export type LoadAnswer =
  | { readonly state: 'loads' }
  | { readonly state: 'fails' | 'unknown'; readonly obstacle: LoadObstacle }
  /** Nothing is known of modprobe.d. */
  | { readonly state: 'unknown'; readonly obstacle: null };

/** For a module that is not loaded. @param options  given to modprobe; an earlier value that the kernel refuses stays one */
export function answerToLoad(module: string, facts: LoadFacts, options: readonly ModuleOption[] = []): LoadAnswer {
  const away = aliasAway(module, facts.modprobe ?? []);
  if (away !== null) return { state: 'fails', obstacle: away };
  const found = [...(MODULE_NEEDS.get(module) ?? []), module]
    .filter((one) => one === module || !facts.modules.includes(one))
    .flatMap((one) => obstacleOf(one, module, facts) ?? []);
  const given = options.find(({ name, value }) => refusesValue(module, name, value));
  const stop = found.find(({ kind }) => kind !== 'unknown-command');
  if (stop !== undefined) return { state: 'fails', obstacle: stop };
  if (given !== undefined) {
    const text = `${given.name}=${given.value}`;
    return { state: 'fails', obstacle: { module, kind: 'value', text, source: 'modprobe', answer: 'EINVAL' } };
  }
  const [unsure] = found;
  if (unsure !== undefined) return { state: 'unknown', obstacle: unsure };
  return facts.modprobe === null ? { state: 'unknown', obstacle: null } : { state: 'loads' };
}

/** Aliases of modprobe.d come before names of modules; needed modules are found by their files. Source: kmod_module_new_from_lookup. */
function aliasAway(module: string, orders: readonly ModprobeOrder[]): LoadObstacle | null {
  const aliases = orders.filter((order) => order.module === module && order.command === 'alias');
  const [first] = aliases;
  if (first === undefined || aliases.some(({ text }) => text === module)) return null;
  return { module, kind: 'alias', text: first.text, source: first.source, answer: 'ENOENT' };
}

/** A command that runs instead of modprobe also keeps the parameters and the kernel’s refusal away. */
function obstacleOf(module: string, asked: string, { kernel, modprobe }: LoadFacts): LoadObstacle | null {
  const own = (modprobe ?? []).filter((order) => order.module === module);
  const install = own.find(({ command }) => command === 'install');
  if (install !== undefined) return installObstacle(install, module === asked);
  const word = moduleBlacklistWord(kernel.commandLine, module);
  if (word !== null) return { module, kind: 'blacklist', text: word, source: CMDLINE, answer: 'EPERM' };
  const ofWords = wordsOf(kernel.commandLine)
    .flatMap(moduleWord)
    .flatMap((one) =>
      one.module !== module || one.value === null
        ? []
        : [{ name: one.name, value: one.value, text: `${one.name}=${one.value}`, source: CMDLINE }],
    );
  const ofFiles = own
    .filter(({ command }) => command === 'options')
    .map((order) => ({ ...splitOption(order.text), ...order }));
  const refused = [...ofFiles, ...ofWords].find(({ name, value }) => refusesValue(module, name, value));
  if (refused === undefined) return null;
  return { module, kind: 'value', text: refused.text, source: refused.source, answer: 'EINVAL' };
}

const CMDLINE = '/proc/cmdline';

function splitOption(text: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf('=');
  return at < 0 ? { name: text, value: '1' } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

/** `true` ends well; what ends with another code is to modprobe the errno of that number: 1 is EPERM. */
function installObstacle({ module, text, source }: ModprobeOrder, isAsked: boolean): LoadObstacle {
  const [, word] = /^(?:\/(?:usr\/)?bin\/)?(true|false|:)\s*$/.exec(text) ?? [];
  if (word === undefined) return { module, kind: 'unknown-command', text, source, answer: null };
  // Where a needed module is missing, the kernel finds no such symbols.
  const well = isAsked ? 'OK' : 'ENOENT';
  return { module, kind: 'command', text, source, answer: word === 'false' ? 'EPERM' : well };
}

/** Where a pattern of fnmatch(3) means this module: names in `install` and `alias` lines may be patterns. */
export function meansModule(pattern: string, module: string): boolean {
  if (!/[*?[\\]/.test(pattern)) return pattern === module;
  const source = pattern
    .replaceAll(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('[!', '[^')
    .replaceAll('?', '.')
    .replaceAll(/\*+/g, '.*');
  try {
    return new RegExp(`^${source}$`, 's').test(module);
  } catch {
    // A bracket that is not closed is no pattern.
    return false;
  }
}
