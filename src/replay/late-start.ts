/**
 * A replay whose devices are known only after the guest has set up its tables. Operations are kept until translation is switched
 * on, and then run with the functions in the tables. Functions that appear later are reported, and get no bindings.
 */

import type { GuestMemory } from '../guest/guest-memory.ts';
import type { Operation } from '../guest/operation.ts';
import type { Bdf } from '../model/bdf.ts';
import { GSTS } from '../vtd/registers.ts';
import { flushesContexts, functionsOf } from './find-functions.ts';
import type { Script } from './load-script.ts';
import { makeMachine, shortBdf } from './replay-machine.ts';
import {
  DEFAULT_PASID_BITS,
  type EmitLine,
  type ReplayOptions,
  type RunningReplay,
  startReplay,
} from './replay-run.ts';
import { checkDevices, configOf } from './replay-script.ts';

export interface LateStart extends ReplayOptions {
  readonly memory: GuestMemory;
  /** When it names devices, the tables are not searched. */
  readonly script: Script;
  readonly emit: EmitLine;
}

/** Most operations that are kept, for guests that never switch translation on. */
const MOST_KEPT = 65_536;

export function lateStart({ memory, script, batching, emit }: LateStart): Pick<RunningReplay, 'run' | 'end'> {
  const config = configOf(script);
  const isNamed = config !== null && config.devices !== null;
  const pasidBits = config?.pasidBits ?? DEFAULT_PASID_BITS;
  const functions = new Set<Bdf>();
  const kept: Operation[] = [];
  let rtaddr = 0n;
  let replay: RunningReplay | null = null;

  const look = (): readonly Bdf[] => {
    const found = isNamed ? [] : functionsOf(memory, rtaddr).filter((bdf) => !functions.has(bdf));
    for (const bdf of found) functions.add(bdf);
    return found;
  };
  const start = (): RunningReplay => {
    const machine = makeMachine({ config, functions: look(), pasidBits });
    checkDevices(script, machine);
    const started = startReplay({
      machine,
      memory: { ...memory, write: () => undefined },
      pasidBits,
      engineOptions: config?.engine ?? {},
      batching,
      emit,
    });
    for (const operation of kept.splice(0)) started.run(operation);
    return started;
  };
  return {
    run(operation) {
      if (operation.op === 'register' && operation.name === 'RTADDR') rtaddr = operation.value;
      if (replay !== null) {
        if (mayShowFunctions(operation)) for (const bdf of look()) emit(late(bdf));
        replay.run(operation);
        return;
      }
      kept.push(operation);
      if (isNamed || switchesOn(operation) || kept.length > MOST_KEPT) replay = start();
    },
    end: () => (replay ?? start()).end(),
  };
}

function switchesOn(operation: Operation): boolean {
  return operation.op === 'register' && operation.name === 'GSTS' && GSTS.has([operation.value], 'TES');
}

function mayShowFunctions(operation: Operation): boolean {
  return switchesOn(operation) || (operation.op === 'descriptor' && flushesContexts(operation));
}

function late(bdf: Bdf): Parameters<EmitLine>[0] {
  const device = shortBdf(bdf);
  const message = `${device} appeared after translation was switched on and gets no bindings; name it in the config of a script`;
  return { diagnostic: { code: 'GUEST_FUNCTION_LATE', device, pasid: null, message } };
}
