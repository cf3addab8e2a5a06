/**
 * The engine told once more, slowly and from its case table alone: plain objects, one whole look at everything per event, and
 * not a line in common with src/viommu or src/vtd.
 */

export interface ModelDevice {
  readonly name: string;
  readonly bus: number;
  readonly devfn: number;
  readonly maxPasidLog2: number;
}

/** What invalidations and the host see of an entry. `table` is `null` for pass-through. */
export interface ModelBinding {
  readonly domain: number;
  readonly table: string | null;
}

/** 64 bits of guest memory; `null` in a hole. */
export type ReadWord = (address: bigint) => bigint | null;

export interface ModelWorld {
  readonly pasidBits: number;
  readonly devices: readonly ModelDevice[];
  readonly read: ReadWord;
}

export type ModelScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'domain'; readonly domain: number }
  | { readonly kind: 'pasid'; readonly domain: number; readonly pasid: number };

/** `device/pasid` → where the host has it: a table, or `parent`; absent when nothing is attached. */
export type Places = ReadonlyMap<string, string>;

const PAGE_MASK = ~0xfffn;
const TRANSLATING = 1n << 31n;

export class Model {
  readonly world: ModelWorld;
  rtaddr = 0n;
  gsts = 0n;
  readonly bindings = new Map<string, ModelBinding>();
  /** RIDs without an entry: on the parent, or nowhere. */
  readonly onParent = new Set<string>();
  readonly gone = new Set<string>();

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
    for (const device of this.world.devices) {
      if (this.gone.has(device.name)) continue;
      if (mode !== 'tables') this.drop(device, mode === 'parent');
      else if (only === undefined || only.includes(device.name)) this.syncDevice(device, scope);
    }
  }

  /** Tables whose HWPTs an invalidation of this (domain, PASID) reaches. */
  tablesOf(domain: number | null, pasid: number | null): ReadonlySet<string> {
    const tables = [...this.bindings]
      .filter(([key]) => pasid === null || key.endsWith(`/${pasid}`))
      .filter(([, binding]) => domain === null || binding.domain === domain)
      .map(([, { table }]) => table);
    return new Set(tables.filter((table) => table !== null));
  }

  places(): Places {
    const places = new Map<string, string>();
    for (const name of this.onParent) places.set(`${name}/0`, 'parent');
    for (const [key, { table }] of this.bindings) places.set(key, table ?? 'parent');
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

  private syncDevice(device: ModelDevice, scope: ModelScope): void {
    for (let pasid = 0; pasid < 2 ** this.world.pasidBits; pasid++) {
      if (scope.kind === 'pasid' && scope.pasid !== pasid) continue;
      const key = `${device.name}/${pasid}`;
      const found = this.lookUp(device, pasid);
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

  /** `null`: not present. A `null` binding: present, and nothing that was offered. */
  private lookUp(device: ModelDevice, pasid: number): { domain: number; binding: ModelBinding | null } | null {
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
    if ((c0 & 0x1e0n) !== 0n || c1 >> 21n !== 0n || c2 !== 0n || c3 !== 0n) return null;
    if (pasid !== 0 && (c0 & 8n) === 0n) return null;
    if (pasid >> 6 >= 2 ** (Number((c0 >> 9n) & 7n) + 7)) return null;
    const directory = read((c0 & PAGE_MASK) + BigInt(8 * (pasid >> 6)));
    if (directory === null || (directory & 1n) === 0n) return null;
    const entryAt = (directory & PAGE_MASK) + BigInt(64 * (pasid & 63));
    return judged(
      [0n, 8n, 16n].map((offset) => read(entryAt + offset)),
      device,
      pasid,
    );
  }
}

function judged(words: readonly (bigint | null)[], device: ModelDevice, pasid: number): ReturnType<Model['lookUp']> {
  const [q0, q1, q2] = words;
  if (typeof q0 !== 'bigint' || typeof q1 !== 'bigint' || typeof q2 !== 'bigint' || (q0 & 1n) === 0n) return null;
  const domain = Number(q1 & 0xffffn);
  const type = (q0 >> 6n) & 7n;
  const wide = pasid !== 0 && (device.maxPasidLog2 === 0 || pasid >= 2 ** device.maxPasidLog2);
  if (wide || (type !== 1n && type !== 4n)) return { domain, binding: null };
  if (type === 4n) return { domain, binding: { domain, table: null } };
  // Neither 5 levels nor SRE nor EAFE is offered, so nothing of the flags is left that the host would heed.
  if (((q2 >> 2n) & 3n) !== 0n || (q2 & 0x81n) !== 0n) return { domain, binding: null };
  return { domain, binding: { domain, table: `0x${(q2 & PAGE_MASK).toString(16)}` } };
}
