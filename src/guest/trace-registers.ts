/**
 * Register writes of a trace → the values that they leave: RTADDR as latched by GCMD.SRTP, GSTS as GCMD sets it, 64-bit registers
 * joined from their halves.
 *
 * Source: VT-d r5 §11.4.3; hw/i386/intel_iommu.c vtd_handle_gcmd_write (11.1).
 */

import { fieldMask } from '../vtd/bit-field.ts';
import { GSTS, REGISTERS, type RegisterName } from '../vtd/registers.ts';
import type { RegisterOperation } from './operation.ts';
import type { TraceEvent } from './trace-line.ts';

type TraceWrite = Extract<TraceEvent, { readonly kind: 'write' }>;

export interface TraceRegisters {
  /** The registers that a write changes; none for registers that do not concern bindings. */
  write(write: TraceWrite): readonly RegisterOperation[];
  reset(): void;
}

/** Commands that set a status bit for good: it stays set when a later write of GCMD does not have it. */
const LATCHES = bits('RTPS', 'IRTPS');
const SWITCHES = bits('TES', 'QIES', 'IRES', 'CFIS');

export function createTraceRegisters(): TraceRegisters {
  const values = new Map<RegisterName, bigint>();
  let status = 0n;
  const command = (value: bigint): readonly RegisterOperation[] => {
    status = (status & LATCHES) | (value & (LATCHES | SWITCHES));
    const latched = GSTS.has([value], 'RTPS') ? [register('RTADDR', values.get('RTADDR') ?? 0n)] : [];
    return [...latched, register('GSTS', status)];
  };
  return {
    write(write) {
      const place = placeOf(write);
      if (place === null) return [];
      const { name, shift } = place;
      const value = merged(values.get(name) ?? 0n, write, shift);
      values.set(name, value);
      if (name === 'GCMD') return command(value);
      if (name === 'IQA' || name === 'FSTS' || name === 'IQT') return [register(name, value)];
      // The high half has bit 63, which starts the command.
      return name === 'CCMD' && (shift === 32n || write.bytes === 8) ? [register(name, value)] : [];
    },
    reset() {
      values.clear();
      status = 0n;
    },
  };
}

function bits(...names: readonly Parameters<typeof GSTS.has>[1][]): bigint {
  return names.reduce((mask, name) => mask | fieldMask(GSTS.fields[name]), 0n);
}

function register(name: RegisterName, value: bigint): RegisterOperation {
  return { op: 'register', name, value };
}

interface Place {
  readonly name: RegisterName;
  /** 32 for the high half of a 64-bit register. */
  readonly shift: 0n | 32n;
}

function placeOf({ offset }: TraceWrite): Place | null {
  // Object.keys widens the names of the rows to string.
  for (const name of Object.keys(REGISTERS) as RegisterName[]) {
    const place = REGISTERS[name];
    if (place.offset === offset) return { name, shift: 0n };
    if (place.bytes === 8 && place.offset + 4 === offset) return { name, shift: 32n };
  }
  return null;
}

function merged(before: bigint, { bytes, value }: TraceWrite, shift: 0n | 32n): bigint {
  if (bytes === 8) return value;
  const mask = 0xffff_ffffn << shift;
  return (before & ~mask) | ((value << shift) & mask);
}
