/** Two vIOMMUs in one process: an engine that is entered from a call of the other one disturbs neither. */

import { expect, test } from 'vitest';
import type { HostOps } from '../../src/viommu/state/host-ops.ts';
import { type EngineWorld, engineWorld, GUEST_CAP, GUEST_ECAP, type WorldRequest } from './engine-world.ts';
import {
  firstStage,
  type GuestTables,
  globalPasidCache,
  guestTables,
  NOT_PRESENT,
  onePasidCache,
  pasidIotlb,
  passThrough,
  ROOT,
  SCALABLE,
  TRANSLATING,
  waitDescriptor,
} from './guest-tables.ts';

const LAST = 60;
/** ECAP.PRS and PDS; PRE of the context entry: every first stage has a fault queue. */
const PAGE_REQUESTS = (1n << 29n) | (1n << 42n);
const PRE = 0x10n;

interface Story {
  readonly world: EngineWorld;
  /** The next event; false when there is none left. */
  step(): boolean;
}

/** PASIDs of tables from `base` on, bound by one event, then each changed by events of its own. */
function story(base: number, more: Partial<WorldRequest> = {}): Story {
  const world = engineWorld({ devices: [{ name: 'A', bdf: '00:05.0' }], options: { pasidBits: 8 }, ...more });
  const { engine, memory } = world;
  const tables: GuestTables = guestTables(memory);
  engine.setCapabilities(GUEST_CAP, GUEST_ECAP | PAGE_REQUESTS);
  tables.writeAll(1);
  tables.writeContext(0, BigInt(tables.directoryAt(0)) | 9n | PRE);
  const at = (number: number): Uint8Array => firstStage(1, base + number * 0x1000);
  tables.writeEntry(0, 0, at(0));
  const all = (): void => {
    for (let pasid = 1; pasid <= LAST; pasid++) tables.writeEntry(0, pasid, at(pasid));
    engine.descriptor(...globalPasidCache());
  };
  const change = (pasid: number): void => {
    const entries = [NOT_PRESENT, passThrough(1), at(pasid + 100), at(7)];
    tables.writeEntry(0, pasid, entries[pasid % entries.length] ?? NOT_PRESENT);
    engine.descriptor(...onePasidCache(1, pasid));
    engine.descriptor(...pasidIotlb(1, pasid));
    engine.descriptor(...waitDescriptor());
  };
  const events = [
    () => engine.setRegister('RTADDR', BigInt(ROOT | SCALABLE)),
    () => engine.setRegister('GSTS', TRANSLATING),
    all,
    ...Array.from({ length: LAST }, (_, index) => () => change(index + 1)),
  ];
  return {
    world,
    step() {
      const event = events.shift();
      event?.();
      return event !== undefined;
    },
  };
}

function outcome({ world }: Story): unknown {
  const { engine, calls, problems } = world;
  return { bindings: [...engine.bindings()], calls: [...calls], problems: [...problems], hwpts: engine.countHwpts() };
}

function alone(base: number): unknown {
  const one = story(base);
  while (one.step());
  return outcome(one);
}

const FIRST = 0x300_0000;
const SECOND = 0x700_0000;

type Enter = (enter: () => void) => Partial<WorldRequest>;

const CALLS = [
  'allocFirstStage',
  'attach',
  'replace',
  'detach',
  'destroy',
  'invalidate',
  'allocFaultQueue',
  'freeFaultQueue',
] as const satisfies readonly (keyof HostOps)[];

const DURING: readonly (readonly [when: string, Enter])[] = [
  ...CALLS.map((wanted): readonly [string, Enter] => [
    `a host's ${wanted}`,
    (enter) => ({ beforeCall: (call) => void (call === wanted && enter()) }),
  ]),
  ['a read of guest memory', (enter) => ({ afterRead: enter })],
];

test.each(DURING)('events of one in the middle of %s of the other leave both as if they were alone', (_, during) => {
  const second = story(SECOND);
  let inside = 0;
  const first = story(
    FIRST,
    during(() => {
      if (second.step()) inside += 1;
    }),
  );
  while (first.step());
  while (second.step());
  expect(inside).toBeGreaterThan(3);
  expect(outcome(first)).toEqual(alone(FIRST));
  expect(outcome(second)).toEqual(alone(SECOND));
});
