/** An engine on a simulated machine, with guest memory to write and failures to order: for tests that look at both sides. */

import type { GuestMemory, KnownBytes } from '../../src/guest/guest-memory.ts';
import type { ConfigOperation } from '../../src/guest/operation.ts';
import { createScriptMemory, type ScriptMemory } from '../../src/guest/script-memory.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import { emittingHost } from '../../src/replay/emitting-host.ts';
import { createFailures, type Failures, failingHost, failingMemory } from '../../src/replay/failures.ts';
import type { HostLine } from '../../src/replay/replay-line.ts';
import { makeMachine, type ReplayMachine } from '../../src/replay/replay-machine.ts';
import { startGuestEngine } from '../../src/run/guest-engine.ts';
import type { Engine } from '../../src/viommu/engine.ts';
import type { EngineOptions } from '../../src/viommu/state/engine-state.ts';
import type { HostOps } from '../../src/viommu/state/host-ops.ts';
import type { Problem } from '../../src/viommu/state/problem.ts';
import type { PageRequest } from '../../src/vtd/page-request.ts';

/** QEMU's with first stages and 8-bit PASIDs. */
export const GUEST_CAP = 0x81d2_008c_222f_0686n;
export const GUEST_ECAP = 0x0000_8938_00f0_0f4an;

export interface EngineWorld {
  readonly engine: Engine;
  readonly machine: ReplayMachine;
  readonly memory: ScriptMemory;
  readonly failures: Failures;
  /** Host calls since the last {@link EngineWorld.clear}. */
  readonly calls: HostLine[];
  readonly problems: Problem[];
  /** What the guest was asked; `answer` says what becomes of it. */
  readonly asked: PageRequest[];
  answer: 'taken' | 'full' | 'refused';
  /** Reads of guest memory, in bytes, and how many; and bytes that were compared where they are. */
  readonly reads: { count: number; bytes: number; compared: number };
  clear(): void;
}

export interface WorldDevice {
  readonly name: string;
  readonly bdf: string;
  readonly maxPasidLog2?: number;
  readonly unit?: string;
}

export interface WorldRequest {
  readonly devices: readonly WorldDevice[];
  readonly memoryBytes?: bigint;
  readonly options: EngineOptions;
  /** Instead of fresh memory. */
  readonly memory?: ScriptMemory;
  /** Memory can be compared where it is. Default false. */
  readonly inPlace?: boolean;
  /** Called after every read; may change memory under the engine. */
  readonly afterRead?: (address: bigint, world: Pick<EngineWorld, 'memory' | 'failures'>) => void;
  /** Called before every call of a host operation. */
  readonly beforeCall?: (call: keyof HostOps) => void;
}

export function engineWorld({
  devices,
  memoryBytes = 1n << 30n,
  options,
  inPlace = false,
  afterRead,
  beforeCall,
  ...given
}: WorldRequest): EngineWorld {
  const ranges = [{ guestAddress: 0n, bytes: memoryBytes }];
  const config: ConfigOperation = {
    op: 'config',
    pasidBits: options.pasidBits,
    memory: ranges,
    devices: devices.map(({ name, bdf, maxPasidLog2 = 20, unit = null }) => {
      const address = parseBdf(bdf);
      if (address === null) throw new Error(`${bdf} is no address`);
      return { name, bdf: address, unit, maxPasidLog2, parentTakesPasids: true };
    }),
    units: null,
    engine: {},
  };
  const machine = makeMachine({ config, functions: [], pasidBits: options.pasidBits });
  const memory = given.memory ?? createScriptMemory(ranges);
  const failures = createFailures();
  const calls: HostLine[] = [];
  const problems: Problem[] = [];
  const asked: PageRequest[] = [];
  const reads = { count: 0, bytes: 0, compared: 0 };
  const comparing = (page: number, known: KnownBytes): boolean => {
    reads.compared += known.end - known.from;
    return holds(memory, page, known);
  };
  const watched: GuestMemory = {
    read(address, into) {
      reads.count += 1;
      reads.bytes += into.length;
      const status = memory.read(address, into);
      afterRead?.(BigInt(address), { memory, failures });
      return status;
    },
    ...(inPlace ? { holds: comparing } : {}),
  };
  const engine = startGuestEngine({
    kernel: machine.kernel,
    viommu: machine.viommu,
    options,
    devices: machine.devices.map((device) => device.guest),
    memory: failingMemory(watched, failures),
    around(kernelHost) {
      const host = emittingHost(failingHost(kernelHost, failures), machine.devices, (line) => calls.push(line));
      return beforeCall === undefined ? host : announced(host, beforeCall);
    },
    report: (problem) => problems.push(problem),
    guestQueue(request) {
      asked.push(request);
      return world.answer;
    },
  });
  engine.setCapabilities(GUEST_CAP, GUEST_ECAP);
  const clear = (): void => {
    asked.length = 0;
    calls.length = 0;
    problems.length = 0;
    reads.count = 0;
    reads.bytes = 0;
    reads.compared = 0;
  };
  const world: EngineWorld = {
    ...{ engine, machine, memory, failures, calls, problems, asked, reads, clear },
    answer: 'taken',
  };
  return world;
}

function announced(host: HostOps, beforeCall: (call: keyof HostOps) => void): HostOps {
  const before = <A extends readonly unknown[], R>(call: keyof HostOps, act: (...args: A) => R) => {
    return (...args: A): R => {
      beforeCall(call);
      return act(...args);
    };
  };
  return {
    allocFirstStage: before('allocFirstStage', host.allocFirstStage),
    attach: before('attach', host.attach),
    replace: before('replace', host.replace),
    detach: before('detach', host.detach),
    destroy: before('destroy', host.destroy),
    invalidate: before('invalidate', host.invalidate),
    allocFaultQueue: before('allocFaultQueue', host.allocFaultQueue),
    freeFaultQueue: before('freeFaultQueue', host.freeFaultQueue),
    readFaults: before('readFaults', host.readFaults),
    respond: before('respond', host.respond),
  };
}

function holds(memory: ScriptMemory, page: number, { bytes, from, end }: KnownBytes): boolean {
  const found = new Uint8Array(end - from);
  return memory.read(BigInt(page) << 12n, found) === 'ok' && bytes.compare(found, 0, found.length, from, end) === 0;
}
