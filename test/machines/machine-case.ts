/** A machine that somebody reported, with a spec for it, and what pasidctl must say before the first change. */

import type { MachineTree } from '../support/machine-tree.ts';

export interface MachineCase {
  readonly name: string;
  /** What a real kernel does there. */
  readonly real: string;
  readonly spec: string;
  readonly build: () => MachineTree;
  readonly plan: {
    readonly exit: 0 | 4;
    /** Codes of all problems, in any order. */
    readonly codes: readonly string[];
    /** Words that its text must have, besides. */
    readonly words: readonly (string | RegExp)[];
    /** Words that would send the reader the wrong way. */
    readonly never?: readonly (string | RegExp)[];
  };
  /** Checks that are not fine and not skipped, as `state id`. */
  readonly doctor: readonly string[];
  readonly inventory?: readonly (string | RegExp)[];
}

const HEAD = 'apiVersion: pasidctl/v1\nkind: Host\n';

/** A spec that only takes devices from the host. */
export function taking(...addresses: readonly string[]): string {
  const rows = addresses.map((address, index) => `  - { name: dev${index}, address: "${address}" }`);
  return `${HEAD}devices:\n${rows.join('\n')}\n`;
}

export interface GuestParts {
  readonly address?: string;
  readonly file?: string;
  readonly create?: boolean;
  readonly size?: string;
  readonly guestAddress?: string;
  /** Further keys of the vIOMMU, one a line. */
  readonly more?: readonly string[];
}

/** A spec that binds PASID 1 of dev0 to a table of guest0, 16 MiB into its memory. */
export function binding(parts: GuestParts = {}): string {
  const { address = '0000:6a:01.0', file = '/dev/shm/guest0', create = true, size = '32MiB' } = parts;
  const { guestAddress = '0x1000000', more = [] } = parts;
  const pageTable = `0x${(BigInt(guestAddress) + 0x100_0000n).toString(16)}`;
  return `${taking(address)}viommus:
  - name: guest0
    pasidBits: 20
    firstStage: true
${more.map((line) => `    ${line}\n`).join('')}    memory:
      - { file: ${file}, size: ${size}, guestAddress: ${guestAddress}${create ? ', create: true' : ''} }
    devices: [dev0]
bindings:
  - { device: dev0, pasid: 1, firstStage: { pageTable: ${pageTable} } }
`;
}
