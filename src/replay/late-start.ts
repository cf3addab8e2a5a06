/**
 * A replay whose devices are not known before the guest has set its tables up: what comes before is kept, and run when
 * translation is switched on and the tables show the functions. Those that appear later are told, and not followed.
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
  type ReplayOptions,
  type RunningReplay,
  startReplay,
  type TellLine,
} from './replay-run.ts';
import { checkDevices, configOf } from './replay-script.ts';

export interface LateStart extends ReplayOptions {
  readonly memory: GuestMemory;
  /** Where it names devices, they are all; nothing is looked for. */
  readonly script: Script;
  readonly tell: TellLine;
}

/** A guest that never switches translation on must not fill our memory. */
const MOST_KEPT = 65_536;

export function lateStart({ memory, script, batching, tell }: LateStart): Pick<RunningReplay, 'run' | 'end'> {
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
      tell,
    });
    for (const operation of kept.splice(0)) started.run(operation);
    return started;
  };
  return {
    run(operation) {
      if (operation.op === 'register' && operation.name === 'RTADDR') rtaddr = operation.value;
      if (replay !== null) {
        if (mayShowFunctions(operation)) for (const bdf of look()) tell(late(bdf));
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

function late(bdf: Bdf): Parameters<TellLine>[0] {
  const device = shortBdf(bdf);
  const message = `${device} came after translation was switched on and is not followed; a script's config can name it`;
  return { diagnostic: { code: 'GUEST_FUNCTION_LATE', device, pasid: null, message } };
}
