/** A running guest, read through QEMU's monitor socket. Reading a register has no side effect in QEMU's VT-d unit. */

import { hex } from '../text/hex.ts';
import { GSTS, Q35_REGISTER_BASE, REGISTERS, type RegisterName } from '../vtd/registers.ts';
import type { Guest, GuestRegisters } from './guest.ts';
import type { GuestMemory } from './guest-memory.ts';
import { openQmp, QmpError } from './qmp.ts';
import { openQmpMemory, type QmpMemory } from './qmp-memory.ts';

/**
 * Connect, and read the registers. Undone by: close.
 *
 * @param ram  guest memory that is read directly instead of through the monitor; closed with the guest
 * @throws QmpError when QEMU does not answer or has no VT-d unit
 */
export async function openQmpGuest(socket: string, ram: Ram | null = null): Promise<Guest> {
  const qmp = await openQmp(socket);
  const close = (): void => {
    qmp.close();
    ram?.close();
  };
  try {
    const memory = await openQmpMemory(qmp);
    const registers = await readRegisters(memory);
    return { memory: ram ?? memory, registers, fetch: ram === null ? () => memory.fetch() : null, close };
  } catch (error) {
    qmp.close();
    throw error;
  }
}

interface Ram extends GuestMemory {
  close(): void;
}

async function readRegisters(memory: QmpMemory): Promise<GuestRegisters> {
  const read = (name: RegisterName): Promise<bigint | null> => {
    const { offset, bytes } = REGISTERS[name];
    return memory.register(Q35_REGISTER_BASE + BigInt(offset), bytes);
  };
  const version = await read('VER');
  if (version === null || version === 0n || version === 0xffff_ffffn) {
    throw new QmpError(`the machine has no VT-d unit at ${hex(Q35_REGISTER_BASE)}`);
  }
  const gsts = (await read('GSTS')) ?? 0n;
  const rtaddr = await read('RTADDR');
  return {
    rtaddr: GSTS.has([gsts], 'RTPS') ? rtaddr : null,
    isTranslating: GSTS.has([gsts], 'TES'),
    cap: await read('CAP'),
    ecap: await read('ECAP'),
  };
}
