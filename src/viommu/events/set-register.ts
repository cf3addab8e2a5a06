/** Guest registers that matter here → what a change of them does. Source: VT-d r5 §11.4. */

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

/** Latching is an event of its own: also a table that was there before is looked at, as QEMU does. */
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
    const message = 'the root table is of a mode that blocks every device';
    engine.report({ code: 'VIOMMU_ROOT_MODE', device: null, pasid: null, message });
  }
  sync(engine, ALL);
}

/** Everything that a system reset forgets; guest memory is not looked at. */
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
