/**
 * The vIOMMU engine: what a guest does to its registers, tables and invalidation queue goes in, host operations come out.
 *
 * Pure but for the ports it is given, and without a clock: its owner calls `advance`. Follows QEMU's accelerated intel-iommu,
 * but for the quirks Q20 to Q43 of src/quirks.md. A port may enter another engine, never the engine that called it.
 *
 * Source: VT-d r5; hw/i386/intel_iommu_accel.c (11.1).
 */

import type { HeldForGuest } from '../model/live.ts';
import { PAGE_BYTES } from '../model/page.ts';
import { descriptorBuffer } from '../vtd/descriptor-words.ts';
import { WHOLE_RANGE } from '../vtd/invalidation-range.ts';
import { DIRECTORY_ENTRY_BYTES } from '../vtd/pasid-directory.ts';
import type { RegisterName } from '../vtd/registers.ts';
import { expirePending, msToDeadline, pollFaults } from './events/page-requests.ts';
import { limitedReport } from './events/report-limit.ts';
import { retryClock } from './events/retry-clock.ts';
import { latchedRoot, resetRegisters, setRegister } from './events/set-register.ts';
import { sync, unplug } from './events/sync.ts';
import { takeDescriptor } from './events/take-descriptor.ts';
import { LOOKED_UP_TOGETHER } from './host/additions.ts';
import { flush } from './host/route-invalidations.ts';
import { type EngineBinding, listBindings } from './seen/bindings.ts';
import { heldByEngine } from './seen/held-bindings.ts';
import { newDeviceState } from './state/device-state.ts';
import type { EngineParts, EngineState } from './state/engine-state.ts';
import { EVERYTHING, guestAbility } from './state/guest-ability.ts';
import { newLook } from './state/look.ts';
import { ALL } from './state/scope.ts';
import { tableBuffer } from './state/table-reader.ts';
import { newWork } from './state/work.ts';
import { HwptTable } from './store/hwpt-table.ts';
import { PendingInvalidations } from './store/pending-invalidations.ts';
import { SlotStore } from './store/slot-store.ts';
import { newStageFacts } from './store/stage-key.ts';

export interface Engine {
  /** CAP and ECAP as the guest sees them. Until they are set, the guest is offered all of VT-d but 5-level tables. */
  setCapabilities(cap: bigint, ecap: bigint): void;
  /** A register changed: RTADDR as latched by SRTP, GSTS as it is from now on, others as written. */
  setRegister(name: RegisterName, value: bigint): void;
  /** One invalidation descriptor of the guest's queue. */
  descriptor(lo: bigint, hi: bigint): void;
  /** System reset: all bindings are removed without reading guest memory, and RIDs are attached to the nest parent. */
  reset(): void;
  /** Read all tables again: after migration, or when events may have been missed. */
  resync(): void;
  /** Before a device is removed: detach all of its PASIDs and its RID, and destroy what only they used. */
  unplug(device: string): void;
  /** Send the invalidations that wait for a wait descriptor. */
  flush(): void;
  /** `ms` milliseconds have passed. Retries failed operations and answers page requests whose deadline is over. */
  advance(ms: number): void;
  /** Read all fault queues and forward their page requests to the guest. */
  pollFaults(): void;
  /** Time until `advance` has something to do; `null` when nothing waits for it. */
  msToRetry(): number | null;
  bindings(): Iterable<EngineBinding>;
  /** What the host has attached, for the ledger; `units` are the names of the devices' units, by index. */
  held(units: readonly string[]): HeldForGuest;
  /** First-stage HWPTs that exist. */
  countHwpts(): number;
  /** Fault queues that exist. */
  countFaultQueues(): number;
  /** Descriptors that the queue has not taken since a bad one stopped it; 0 while it is not stopped. */
  countIgnored(): number;
  /** Bytes that entries and HWPT records take. */
  sizeBytes(): number;
}

/** At first each device's RID is attached to its nest parent, and translation is off. */
export function createEngine(parts: EngineParts): Engine {
  const { report, end } = limitedReport(parts.report);
  const engine = newState({ ...parts, report });
  const clock = retryClock(engine);
  const settled = (): void => {
    clock.note();
    end();
  };
  const event: WrapEvent = (act) => {
    return (...args) => {
      act(...args);
      settled();
    };
  };
  return {
    ...events(engine, event),
    // Not wrapped, since the wrapper makes an array: descriptors are the frequent event and allocate nothing.
    descriptor(lo, hi) {
      takeDescriptor(engine, lo, hi);
      settled();
    },
    flush: event(() => flush(engine)),
    advance: event((ms: number) => {
      expirePending(engine, ms);
      clock.advance(ms);
    }),
    pollFaults: event(() => pollFaults(engine)),
    msToRetry() {
      const waits = [clock.msToRetry(), msToDeadline(engine)].filter((wait) => wait !== null);
      return waits.length === 0 ? null : Math.min(...waits);
    },
    bindings: () => listBindings(engine),
    held: (units) => heldByEngine(engine, units),
    countHwpts: () => engine.hwpts.count + engine.unfreed.length,
    countFaultQueues: () => {
      const waiting = engine.unfreed.filter(({ queue }) => queue !== null).length;
      return engine.queues.size + waiting + engine.unfreedQueues.length;
    },
    countIgnored: () => (engine.registers.stopped === 'no' ? 0 : engine.registers.ignored),
    sizeBytes: () => engine.slots.sizeBytes + engine.hwpts.sizeBytes,
  };
}

type Events = Pick<Engine, 'setCapabilities' | 'setRegister' | 'reset' | 'resync' | 'unplug'>;

/** After each event the clock checks whether something must be retried. */
type WrapEvent = <A extends readonly unknown[]>(act: (...args: A) => void) => (...args: A) => void;

function events(engine: EngineState, event: WrapEvent): Events {
  return {
    setCapabilities: event((cap: bigint, ecap: bigint) => {
      engine.guest = guestAbility(cap, ecap);
      for (const state of engine.devices) state.outdated = true;
      sync(engine, ALL);
    }),
    setRegister: event((name: RegisterName, value: bigint) => setRegister(engine, name, value)),
    reset: event(() => resetRegisters(engine)),
    resync: event(() => sync(engine, ALL)),
    unplug: event((name: string) => {
      const state = engine.devices.find(({ device, plugged }) => plugged && device.name === name);
      if (state !== undefined) unplug(engine, state);
    }),
  };
}

function newState({ options, devices, memory, host, report, guestQueue = () => 'refused' }: EngineParts): EngineState {
  const { pasidBits, sharing = true, batching = true, maxPerDevice = 2 ** 20, maxEntries = 2 ** 20 } = options;
  const { pasid0Gate = false, failedReplace = 'detach' } = options;
  const slots = new SlotStore();
  const states = devices.map((device, index) => newDeviceState(slots, { index, device, pasidBits }));
  return {
    options: { pasidBits, sharing, batching, maxPerDevice, maxEntries, pasid0Gate, failedReplace },
    devices: states,
    works: states.map(newWork),
    slots,
    hwpts: new HwptTable(sharing),
    unfreed: [],
    queues: new Map(),
    unfreedQueues: [],
    guestQueue,
    pending: new PendingInvalidations(),
    memory,
    host,
    report,
    buffers: {
      look: newLook(),
      root: tableBuffer(16),
      context: tableBuffer(32),
      directory: tableBuffer(PAGE_BYTES),
      pointer: tableBuffer(DIRECTORY_ENTRY_BYTES),
      leaf: tableBuffer(PAGE_BYTES),
      entry: tableBuffer(64),
      descriptor: descriptorBuffer(),
      range: { ...WHOLE_RANGE },
      domainScope: { kind: 'domain', domain: 0 },
      pasidScope: { kind: 'pasid', domain: 0, pasid: 0 },
      stageFacts: newStageFacts(),
      stageKey: { low: 0, high: 0 },
      judged: null,
      hashes: new Int32Array(LOOKED_UP_TOGETHER),
    },
    registers: {
      root: latchedRoot(0n),
      isTranslating: false,
      hasQueue: false,
      wideQueue: true,
      stopped: 'no',
      ignored: 0,
    },
    guest: EVERYTHING,
    bound: 0,
  };
}
