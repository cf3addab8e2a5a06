import type { GuestMemory } from '../../src/guest/guest-memory.ts';

/** The bytes, or why there are none. */
export function readMemory(memory: GuestMemory, address: bigint, length: number): Uint8Array | string {
  const into = new Uint8Array(length);
  const status = memory.read(address, into);
  return status === 'ok' ? into : status;
}
