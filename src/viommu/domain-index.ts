/** Which leaves hold entries of a domain, so that an invalidation of a domain looks at nothing else. */

const NONE: ReadonlySet<number> = new Set();

export class DomainIndex {
  readonly #leaves = new Map<number, Set<number>>();

  add(domain: number, leaf: number): void {
    const held = this.#leaves.get(domain);
    if (held === undefined) this.#leaves.set(domain, new Set([leaf]));
    else held.add(leaf);
  }

  remove(domain: number, leaf: number): void {
    const held = this.#leaves.get(domain);
    if (held === undefined) return;
    held.delete(leaf);
    if (held.size === 0) this.#leaves.delete(domain);
  }

  leavesOf(domain: number): ReadonlySet<number> {
    return this.#leaves.get(domain) ?? NONE;
  }

  get domains(): Iterable<number> {
    return this.#leaves.keys();
  }
}
