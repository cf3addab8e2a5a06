/** One engine on one simulated machine: operations go in one by one, and lines come out in the order of events. */

import { assertNever, known } from '../assert.ts';
import type { GuestMemory } from '../guest/guest-memory.ts';
import type { ConfigEngine, FaultOperation, Operation } from '../guest/operation.ts';
import type { ScriptMemory } from '../guest/script-memory.ts';
import { startGuestEngine } from '../run/guest-engine.ts';
import { errnoName } from '../uapi/errno.ts';
import type { Engine } from '../viommu/engine.ts';
import type { EngineBinding } from '../viommu/seen/bindings.ts';
import { emittingHost } from './emitting-host.ts';
import { createFailures, type Failures, failingHost, failingMemory } from './failures.ts';
import { answerPages, createPageFaults, pageRequestLine } from './page-faults.ts';
import { type BindingText, type ReplayLine, type StageLine, stageText } from './replay-line.ts';
import { type ReplayMachine, shortBdf } from './replay-machine.ts';

export interface ReplayOptions {
  /** Whether invalidations are gathered until a wait; else each is one call. */
  readonly batching: boolean;
}

export const DEFAULT_PASID_BITS = 20;

export type EmitLine = (line: ReplayLine) => void;

/** A running replay; tests read its machine afterwards. */
export interface Replay {
  readonly machine: ReplayMachine;
  readonly engine: Engine;
}

export interface RunningReplay extends Replay {
  run(operation: Operation): void;
  /** Send waiting invalidations, and emit the state as stage `end`. */
  end(): void;
}

export interface ReplayParts {
  readonly machine: ReplayMachine;
  /** `write` does what the operation of that name does. */
  readonly memory: GuestMemory & Pick<ScriptMemory, 'write'>;
  readonly pasidBits: number;
  /** Options of the engine, from the script. */
  readonly engineOptions: ConfigEngine;
  readonly batching: boolean;
  readonly emit: EmitLine;
}

export function startReplay({ machine, memory, pasidBits, engineOptions, batching, emit }: ReplayParts): RunningReplay {
  const failures = createFailures();
  const engine = startGuestEngine({
    kernel: machine.kernel,
    viommu: machine.viommu,
    options: { ...engineOptions, pasidBits, batching },
    devices: machine.devices.map((device) => device.guest),
    memory: failingMemory(memory, failures),
    around: (host) => emittingHost(failingHost(host, failures), machine.devices, emit),
    guestQueue(request) {
      emit(pageRequestLine(machine.devices, request));
      return 'taken';
    },
    report: ({ code, device, pasid, message }) => emit({ diagnostic: { code, device, pasid, message } }),
  });
  const running = { machine, engine, memory, failures, fault: createPageFaults(machine), emit };
  return {
    machine,
    engine,
    run: (operation) => run(running, operation),
    end() {
      engine.flush();
      emit(stageLine(running, 'end'));
    },
  };
}

interface Running extends Replay {
  readonly memory: Pick<ScriptMemory, 'write'>;
  readonly failures: Failures;
  readonly fault: (operation: FaultOperation) => void;
  readonly emit: EmitLine;
}

function run(running: Running, operation: Operation): void {
  const { engine, memory, failures } = running;
  switch (operation.op) {
    case 'registers':
      engine.setCapabilities(operation.cap, operation.ecap);
      break;
    case 'write':
      memory.write(operation.gpa, operation.bytes);
      break;
    case 'register':
      engine.setRegister(operation.name, operation.value);
      break;
    case 'descriptor':
      engine.descriptor(operation.lo, operation.hi);
      break;
    case 'fail':
      failures.order(operation);
      break;
    case 'stage':
      engine.flush();
      running.emit(stageLine(running, operation.n));
      break;
    case 'advance':
      engine.advance(operation.ms);
      break;
    case 'unplug':
      unplug(running, operation.device);
      break;
    case 'reset':
      engine.reset();
      break;
    case 'resync':
      engine.resync();
      break;
    case 'fault':
      running.fault(operation);
      engine.pollFaults();
      break;
    case 'response':
      answerPages(engine, running.machine.devices, operation);
      break;
    case 'config':
      break;
    default:
      assertNever(operation);
  }
}

function unplug({ engine, machine }: Running, name: string): void {
  engine.unplug(name);
  machine.release(machine.devices.findIndex((device) => device.engine.name === name));
}

function stageLine({ engine, machine }: Running, stage: number | 'end'): StageLine {
  const places = new Map(machine.devices.map((device) => [device.engine.name, shortBdf(device.bdf)]));
  const bindings = [...engine.bindings()].map((binding) =>
    bindingText(binding, known(places.get(binding.device.name), 'bdf')),
  );
  // Those of a device are sorted by PASID already, and the sort is stable.
  bindings.sort((a, b) => Number(a.device > b.device) - Number(a.device < b.device));
  const notTaken = engine.countIgnored();
  return { stage, bindings, hwpts: engine.countHwpts(), ...(notTaken === 0 ? {} : { notTaken }) };
}

function bindingText({ device, pasid, domain, stage, hwpt, state, errno }: EngineBinding, bdf: string): BindingText {
  const target = stage === null ? 'pass-through' : 'first-stage';
  const table = stage === null ? { pageTable: null, addressWidth: null, flags: [] } : stageText(stage);
  const said = errno === 0 ? null : errnoName(errno);
  return { device: device.name, bdf, pasid, domain, target, ...table, hwpt, state, errno: said };
}
