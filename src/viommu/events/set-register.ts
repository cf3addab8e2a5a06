/** Writes to the guest registers that concern bindings. Source: VT-d r5 §11.4. */

import { pageNumber } from '../../model/page.ts';
import { decodeRtaddr, FSTS, GSTS, IQA, type RegisterName } from '../../vtd/registers.ts';
import { flush } from '../host/route-invalidations.ts';
import type { EngineState, LatchedRoot } from '../state/engine-state.ts';
import { ALL } from '../state/scope.ts';
import { modeOf, sync } from './sync.ts';
import { takeContextCommand } from './take-descriptor.ts';

/** RTADDR as latched, GSTS as it is from now on, the others as written. */
export function setRegister(engine: EngineState, name: RegisterName, value: bigint): void {
  const { registers } = engine;
  if (name === 'RTADDR') setRootTable(engine, value);
  else if (name === 'GSTS') setStatus(engine, value);
  else if (name === 'CCMD') takeContextCommand(engine, value);
  else if (name === 'IQA') registers.wideQueue = IQA.has([value], 'DW');
  else if (name === 'FSTS' && FSTS.has([value], 'IQE')) registers.stopped = 'no';
}

export function latchedRoot(rtaddr: bigint): LatchedRoot {
  const { mode, rootTable } = decodeRtaddr(rtaddr);
  return { mode, page: Number(pageNumber(rootTable)) };
}

/** SRTP is an event also when the table is the same one, as in QEMU 11.1 vtd_handle_gcmd_srtp. */
function setRootTable(engine: EngineState, value: bigint): void {
  const { registers } = engine;
  registers.root = latchedRoot(value);
  if (registers.isTranslating) reconcile(engine);
}

function setStatus(engine: EngineState, value: bigint): void {
  const { registers } = engine;
  const { isTranslating, hasQueue } = registers;
  registers.isTranslating = GSTS.has([value], 'TES');
  registers.hasQueue = GSTS.has([value], 'QIES');
  if (hasQueue !== registers.hasQueue) registers.stopped = 'no';
  if (isTranslating !== registers.isTranslating) reconcile(engine);
}

function reconcile(engine: EngineState): void {
  if (modeOf(engine) === 'blocked') {
    const message = 'RTADDR sets a translation table mode (TTM) that blocks every device';
    engine.report({ code: 'VIOMMU_ROOT_MODE', device: null, pasid: null, message });
  }
  sync(engine, ALL);
}

/** System reset. Guest memory is not read. */
export function resetRegisters(engine: EngineState): void {
  const { registers } = engine;
  flush(engine);
  registers.root = latchedRoot(0n);
  registers.isTranslating = false;
  registers.hasQueue = false;
  registers.wideQueue = true;
  registers.stopped = 'no';
  sync(engine, ALL);
}
