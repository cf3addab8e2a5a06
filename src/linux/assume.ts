/** The machine as it would be after a boot with assumptions: facts that a boot decides follow from the facts that are assumed. */

import type { Host, ModuleParameter } from '../model/host.ts';
import { asBooted } from './as-booted.ts';
import type { Assumption } from './assumption.ts';
import { interruptsAsBooted } from './boot-interrupts.ts';
import { moduleWord, withoutWords, withWords, wordsOf } from './command-line.ts';
import { ALONE } from './parse-args.ts';
import { partsAsBooted } from './parts-as-booted.ts';

/** In the given order; then what a boot with all of them decides. The same host when there is none. */
export function assume(seen: Host, assumptions: readonly Assumption[]): Host {
  if (assumptions.length === 0) return seen;
  const assumed = assumptions.reduce(assumeOne, seen);
  return asBooted(partsAsBooted(interruptsAsBooted(assumed, seen), seen), seen);
}

/** The one fact alone, without what follows from it. */
export function assumeOne(host: Host, assumption: Assumption): Host {
  const { kernel } = host;
  switch (assumption.kind) {
    case 'words-added':
      return withParameters(
        { ...host, kernel: { ...kernel, commandLine: withWords(kernel.commandLine, assumption.words) } },
        assumption.words.flatMap(moduleWord).map((word) => ({ ...word, value: word.value ?? ALONE })),
        '/proc/cmdline',
      );
    case 'words-removed':
      return withoutParameters(host, withoutWords(kernel.commandLine, assumption.words));
    case 'release':
      return { ...host, kernel: { ...kernel, release: assumption.release } };
    case 'parameter':
      return withParameters(withoutOrder(host, assumption), [assumption], '--assume');
    case 'option': {
      const { name, value } = assumption;
      return { ...host, kernel: { ...kernel, config: { ...kernel.config, [name]: value } } };
    }
  }
}

/** What modprobe.d sets the parameter to does not count. */
function withoutOrder(host: Host, { module, name }: Pick<ModuleParameter, 'module' | 'name'>): Host {
  const modprobe = host.modprobe?.filter(
    (order) => order.command !== 'options' || order.module !== module || !order.text.startsWith(`${name}=`),
  );
  return { ...host, modprobe: modprobe ?? null };
}

type Setting = Pick<ModuleParameter, 'module' | 'name' | 'value'>;

function withParameters(host: Host, settings: readonly Setting[], source: string): Host {
  const parameters = settings.reduce<readonly ModuleParameter[]>(
    (all, { module, name, value }) => [
      ...all.filter((one) => one.module !== module || one.name !== name),
      { module, name, value, source, state: host.modules.includes(module) ? 'effective' : 'configured' },
    ],
    host.parameters,
  );
  return { ...host, parameters };
}

/** A parameter that a removed word had set is not known any more. */
function withoutParameters(host: Host, commandLine: string): Host {
  const left = new Set(wordsOf(commandLine));
  const gone = wordsOf(host.kernel.commandLine)
    .filter((word) => !left.has(word))
    .flatMap(moduleWord);
  const parameters = host.parameters.filter(
    ({ module, name }) => !gone.some((word) => word.module === module && word.name === name),
  );
  return { ...host, kernel: { ...host.kernel, commandLine }, parameters };
}
