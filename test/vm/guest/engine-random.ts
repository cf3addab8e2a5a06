/**
 * engine-random EVENTS SEED
 *
 * Random guests on the vIOMMU engine, whose host is the real iommufd with the kernel's mock: after every event the kernel is
 * asked about every PASID, and after every guest all is taken down, which it refuses where a HWPT was forgotten. Some calls are
 * refused on their way to the kernel. Prints {@link RandomEngineResult} as JSON.
 */

import { FAILING_CALLS } from '../../../src/guest/operation.ts';
import { createFailures, type Failures, failingHost } from '../../../src/replay/failures.ts';
import { type Random, randomOf } from '../../kernel/differential/random.ts';
import {
  contextCache,
  domainPasidCache,
  firstStage,
  globalIotlb,
  globalPasidCache,
  NOT_PRESENT,
  onePasidCache,
  pasidIotlb,
  passThrough,
  ROOT,
  SCALABLE,
  TRANSLATING,
  waitDescriptor,
} from '../../viommu/guest-tables.ts';
import { type EngineRig, engineRig, NAMES } from './engine-rig.ts';

export interface RandomEngineResult {
  readonly events: number;
  readonly guests: number;
  /** Host calls that were refused on their way. */
  readonly refusals: number;
  readonly disagreements: readonly string[];
}

const EVENTS_PER_GUEST = 60;
const PASIDS = [0, 1, 2, 3, 63, 64];
const DOMAINS = [1, 2, 3];
const TABLES = [0x1000_0000, 0x2000_0000, 0x3000_0000];
/** PASIDs allowed, page requests too, and none of both; not present. */
const CONTEXT_FLAGS = [0x9n, 0x9n, 0x19n, 0x1n, 0n];
const ROOTS = [ROOT | SCALABLE, ROOT | SCALABLE, ROOT | SCALABLE, ROOT, ROOT | 0xc00];
const LEGACY = 0;

/** Which the engine does not tell. */
interface Mode {
  translating: boolean;
  root: number;
}

interface Guest extends EngineRig {
  readonly random: Random;
  readonly failures: Failures;
  readonly mode: Mode;
}

function newGuest(random: Random, onReport: (code: string) => void): Guest {
  const failures = createFailures();
  const rig = engineRig({
    engine: { pasidBits: 8, sharing: !random.once(3), failedReplace: random.pick(['detach', 'keep']) },
    host: (host) => failingHost(host, failures),
    report: onReport,
    guestQueue: () => 'taken',
  });
  rig.tables.writeAll(NAMES.length);
  for (const device of NAMES.keys()) rig.tables.writeDirectory(device, 1);
  return { ...rig, random, failures, mode: { translating: false, root: 0 } };
}

/** Where an RID is that has no binding: on its parent while nothing translates, and nowhere in every other mode. */
function idleOf({ mode: { translating, root }, parent }: Guest): number {
  return !translating || ((root >> 10) & 3) === LEGACY ? parent : 0;
}

function setRoot({ engine, mode }: Guest, root: number): void {
  mode.root = root;
  engine.setRegister('RTADDR', BigInt(root));
}

function setTranslating({ engine, mode }: Guest, translating: boolean): void {
  mode.translating = translating;
  engine.setRegister('GSTS', translating ? TRANSLATING : 0n);
}

function reset({ engine, mode }: Guest): void {
  Object.assign(mode, { translating: false, root: 0 });
  engine.reset();
}

function writeEntry({ random, tables }: Guest): void {
  const domain = random.pick(DOMAINS);
  const entry = random.weighted([
    [5, firstStage(domain, random.pick(TABLES), random.pick([0n, 0n, 0n, 1n, 0x11n, 0x80n]))],
    [2, NOT_PRESENT],
    [1, passThrough(domain)],
  ]);
  tables.writeEntry(random.below(NAMES.length), random.pick(PASIDS), entry);
}

function writeContext({ random, tables }: Guest): void {
  const device = random.below(NAMES.length);
  tables.writeContext(device, BigInt(tables.directoryAt(device)) | random.pick(CONTEXT_FLAGS));
}

function act(guest: Guest): void {
  const { engine, random, failures } = guest;
  const [domain, pasid] = [random.pick(DOMAINS), random.pick(PASIDS)];
  const events: readonly (readonly [weight: number, run: () => void])[] = [
    [12, () => writeEntry(guest)],
    [8, () => engine.descriptor(...onePasidCache(domain, pasid))],
    [3, () => engine.descriptor(...domainPasidCache(domain))],
    [3, () => engine.descriptor(...globalPasidCache())],
    [3, () => engine.descriptor(...pasidIotlb(domain, pasid))],
    [1, () => engine.descriptor(...globalIotlb())],
    [3, () => engine.descriptor(...waitDescriptor())],
    [2, () => writeContext(guest)],
    [1, () => engine.descriptor(...contextCache(null))],
    [1, () => setRoot(guest, random.pick(ROOTS))],
    [1, () => setTranslating(guest, !random.once(3))],
    [3, () => failures.order({ op: 'fail', call: random.pick(FAILING_CALLS), errno: 5, times: 1 })],
    [2, () => engine.advance(random.pick([1, 1000, 60_000]))],
    [1, () => engine.resync()],
    [1, () => reset(guest)],
  ];
  random.weighted(events)();
}

function forgetFailures(failures: Failures): void {
  for (const call of FAILING_CALLS) while (failures.take(call) !== null);
}

const [events = 0, seed = 1] = process.argv.slice(2).map(Number);
const disagreements: string[] = [];
let done = 0;
let guests = 0;
let refusals = 0;
while (done < events && disagreements.length === 0) {
  const guest = newGuest(randomOf(seed + guests), (code) => {
    if (code.endsWith('_FAILED')) refusals++;
  });
  setRoot(guest, ROOT | SCALABLE);
  setTranslating(guest, true);
  for (let event = 0; event < EVENTS_PER_GUEST; event++, done++) {
    act(guest);
    const found = guest.disagreements(PASIDS, idleOf(guest));
    for (const one of found) disagreements.push(`seed ${seed + guests}, event ${event}: ${one}`);
  }
  forgetFailures(guest.failures);
  guest.engine.resync();
  guest.takeDown();
  guests++;
}
const result: RandomEngineResult = { events: done, guests, refusals, disagreements };
console.log(JSON.stringify(result));
