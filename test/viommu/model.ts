/**
 * The engine told once more, slowly and from its case table alone: plain objects, one whole look at everything per event, and
 * not a line in common with src/viommu or src/vtd.
 */

export interface ModelDevice {
  readonly name: string;
  readonly bus: number;
  readonly devfn: number;
  readonly maxPasidLog2: number;
  /** First stages are shared within one. */
  readonly unit: string;
}

/** What invalidations and the host see of an entry. `table` is `null` for pass-through. */
export interface ModelBinding {
  readonly domain: number;
  readonly table: string | null;
  /** It may ask for pages. */
  readonly asks: boolean;
}

/** A group that the guest was asked about; `key` as in {@link Places}. */
interface Waiting {
  readonly key: string;
  readonly group: number;
  ms: number;
}

/** Answers to groups: 0 success, 1 invalid. */
export type Answers = readonly (0 | 1)[];

/** 64 bits of guest memory; `null` in a hole. */
export type ReadWord = (address: bigint) => bigint | null;

export interface ModelWorld {
  readonly pasidBits: number;
  readonly devices: readonly ModelDevice[];
  readonly sharing: boolean;
  readonly pasid0Gate: boolean;
  readonly read: ReadWord;
}

export type ModelScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'domain'; readonly domain: number }
  | { readonly kind: 'pasid'; readonly domain: number; readonly pasid: number };

/** `device/pasid` → where the host has it: a table and whether it asks for pages, or `parent`; absent when nothing is attached. */
export type Places = ReadonlyMap<string, string>;

const PAGE_MASK = ~0xfffn;
const TRANSLATING = 1n << 31n;
const DEADLINE_MS = 10_000;

export class Model {
  readonly world: ModelWorld;
  rtaddr = 0n;
  gsts = 0n;
  readonly bindings = new Map<string, ModelBinding>();
  /** RIDs without an entry: on the parent, or nowhere. */
  readonly onParent = new Set<string>();
  readonly gone = new Set<string>();
  /** Devices that may ask for pages. */
  private readonly asking = new Set<string>();
  private waiting: Waiting[] = [];

  constructor(world: ModelWorld) {
    this.world = world;
    for (const { name } of world.devices) this.onParent.add(name);
  }

  setRtaddr(value: bigint): void {
    this.rtaddr = value;
    if ((this.gsts & TRANSLATING) !== 0n) this.sync({ kind: 'all' });
  }

  setGsts(value: bigint): void {
    const changed = ((this.gsts ^ value) & TRANSLATING) !== 0n;
    this.gsts = value;
    if (changed) this.sync({ kind: 'all' });
  }

  reset(): void {
    this.rtaddr = 0n;
    this.gsts = 0n;
    this.sync({ kind: 'all' });
  }

  unplug(name: string): void {
    for (const key of [...this.bindings.keys()]) if (key.startsWith(`${name}/`)) this.bindings.delete(key);
    this.onParent.delete(name);
    this.gone.add(name);
  }

  sync(scope: ModelScope, only?: readonly string[]): void {
    const mode = this.mode();
    const before = this.places();
    for (const device of this.world.devices) {
      if (this.gone.has(device.name)) continue;
      if (mode !== 'tables') this.drop(device, mode === 'parent');
      else if (only === undefined || only.includes(device.name)) this.syncDevice(device, scope);
    }
    // Where something else is attached now, the kernel has answered by itself.
    const after = this.places();
    this.waiting = this.waiting.filter(({ key }) => before.get(key) === after.get(key));
  }

  /** A group of page requests comes, and the guest takes it or not; what the kernel is told at once. */
  request(
    key: string,
    group: number,
    { allowed, guest }: { allowed: boolean; guest: 'taken' | 'full' | 'refused' },
  ): Answers {
    if (this.bindings.get(key)?.asks !== true) return [];
    if (!allowed || key.endsWith('/0') || guest === 'refused') return [1];
    if (guest === 'full') return [0];
    this.waiting.push({ key, group, ms: 0 });
    return [];
  }

  respond(key: string, group: number, code: number): Answers {
    const at = this.waiting.findIndex((one) => one.key === key && one.group === group);
    if (at < 0) return [];
    this.waiting.splice(at, 1);
    return [code === 0 ? 0 : 1];
  }

  advance(ms: number): Answers {
    for (const one of this.waiting) one.ms += ms;
    const late = this.waiting.filter((one) => one.ms >= DEADLINE_MS);
    this.waiting = this.waiting.filter((one) => one.ms < DEADLINE_MS);
    return late.map(() => 1);
  }

  /** Tables of the HWPTs that an invalidation of this (domain, PASID) reaches, each as often as it has HWPTs. */
  tablesOf(domain: number | null, pasid: number | null): readonly string[] {
    const tables = new Map<string, string>();
    for (const [key, binding] of this.bindings) {
      const { table, asks } = binding;
      if (table === null || (pasid !== null && !key.endsWith(`/${pasid}`))) continue;
      if (domain !== null && binding.domain !== domain) continue;
      const unit = this.world.devices.find(({ name }) => key.startsWith(`${name}/`))?.unit;
      tables.set(this.world.sharing ? `${unit} ${table} ${asks}` : key, table);
    }
    return [...tables.values()].sort();
  }

  places(): Places {
    const places = new Map<string, string>();
    for (const name of this.onParent) places.set(`${name}/0`, 'parent');
    for (const [key, { table, asks }] of this.bindings) {
      places.set(key, table === null ? 'parent' : `${table}${asks ? ' asking' : ''}`);
    }
    return places;
  }

  mode(): 'tables' | 'parent' | 'blocked' {
    if ((this.gsts & TRANSLATING) === 0n) return 'parent';
    const ttm = (this.rtaddr >> 10n) & 3n;
    if (ttm === 1n) return 'tables';
    return ttm === 0n ? 'parent' : 'blocked';
  }

  private drop({ name }: ModelDevice, toParent: boolean): void {
    for (const key of [...this.bindings.keys()]) if (key.startsWith(`${name}/`)) this.bindings.delete(key);
    if (toParent) this.onParent.add(name);
    else this.onParent.delete(name);
  }

  private syncDevice(device: ModelDevice, asked: ModelScope): void {
    const context = this.contextOf(device);
    const scope: ModelScope = this.switched(device, context) ? { kind: 'all' } : asked;
    const usable = this.isShut(device) ? null : context;
    for (let pasid = 0; pasid < 2 ** this.world.pasidBits; pasid++) {
      if (scope.kind === 'pasid' && scope.pasid !== pasid) continue;
      const key = `${device.name}/${pasid}`;
      const found = usable === null ? null : this.lookUp(device, usable, pasid);
      const cached = this.bindings.get(key);
      const refused = this.refused.get(key);
      const named = [cached?.domain, refused, found?.domain];
      if (scope.kind !== 'all' && !named.includes(scope.domain)) continue;
      this.bindings.delete(key);
      this.refused.delete(key);
      if (pasid === 0) this.onParent.delete(device.name);
      if (found === null) continue;
      if (found.binding === null) this.refused.set(key, found.domain);
      else this.bindings.set(key, found.binding);
    }
  }

  /** Entries that are present and offered to nobody: they are remembered by their domain. */
  private readonly refused = new Map<string, number>();

  /** Whether page requests came to be allowed or forbidden. */
  private switched({ name }: ModelDevice, context: bigint | null): boolean {
    const before = this.asking.has(name);
    const asks = context !== null && (context & 0x10n) !== 0n;
    if (asks) this.asking.add(name);
    else this.asking.delete(name);
    return asks !== before;
  }

  /** QEMU's way: without PASID 0 there is nothing. */
  private isShut(device: ModelDevice): boolean {
    if (!this.world.pasid0Gate) return false;
    const context = this.contextOf(device);
    return context === null || (this.lookUp(device, context, 0)?.binding ?? null) === null;
  }

  /** First word of the context entry; `null` when it blocks the device. */
  private contextOf(device: ModelDevice): bigint | null {
    const { read } = this.world;
    const upper = device.devfn >= 128;
    const rootAt = (this.rtaddr & PAGE_MASK) + BigInt(device.bus * 16);
    const [rootLow, rootHigh] = [read(rootAt), read(rootAt + 8n)];
    const half = upper ? rootHigh : rootLow;
    if (rootLow === null || rootHigh === null || half === null || (half & 1n) === 0n) return null;
    if (((rootLow | rootHigh) & 0xffen) !== 0n || (rootLow | rootHigh) >> 48n !== 0n) return null;
    const contextAt = (half & PAGE_MASK) + BigInt((device.devfn % 128) * 32);
    const context = [0n, 8n, 16n, 24n].map((offset) => read(contextAt + offset));
    const [c0, c1, c2, c3] = context;
    if (typeof c0 !== 'bigint' || typeof c1 !== 'bigint' || (c0 & 1n) === 0n) return null;
    return (c0 & 0x1e0n) !== 0n || c1 >> 21n !== 0n || c2 !== 0n || c3 !== 0n ? null : c0;
  }

  /** `null`: not present. A `null` binding: present, and nothing that was offered. */
  private lookUp(
    device: ModelDevice,
    c0: bigint,
    pasid: number,
  ): { domain: number; binding: ModelBinding | null } | null {
    const { read } = this.world;
    if (pasid !== 0 && (c0 & 8n) === 0n) return null;
    if (pasid >> 6 >= 2 ** (Number((c0 >> 9n) & 7n) + 7)) return null;
    const directory = read((c0 & PAGE_MASK) + BigInt(8 * (pasid >> 6)));
    if (directory === null || (directory & 1n) === 0n) return null;
    const entryAt = (directory & PAGE_MASK) + BigInt(64 * (pasid & 63));
    const words = [0n, 8n, 16n].map((offset) => read(entryAt + offset));
    return judged(words, device, { pasid, asks: (c0 & 0x10n) !== 0n });
  }
}

function judged(
  words: readonly (bigint | null)[],
  device: ModelDevice,
  { pasid, asks }: { readonly pasid: number; readonly asks: boolean },
): ReturnType<Model['lookUp']> {
  const [q0, q1, q2] = words;
  if (typeof q0 !== 'bigint' || typeof q1 !== 'bigint' || typeof q2 !== 'bigint' || (q0 & 1n) === 0n) return null;
  const domain = Number(q1 & 0xffffn);
  const type = (q0 >> 6n) & 7n;
  const wide = pasid !== 0 && (device.maxPasidLog2 === 0 || pasid >= 2 ** device.maxPasidLog2);
  if (wide || (type !== 1n && type !== 4n)) return { domain, binding: null };
  if (type === 4n) return { domain, binding: { domain, table: null, asks: false } };
  // Neither 5 levels nor SRE nor EAFE is offered, so nothing of the flags is left that the host would heed.
  if (((q2 >> 2n) & 3n) !== 0n || (q2 & 0x81n) !== 0n) return { domain, binding: null };
  return { domain, binding: { domain, table: `0x${(q2 & PAGE_MASK).toString(16)}`, asks } };
}
