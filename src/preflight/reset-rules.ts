/** A device goes from guest to guest; without a function reset its state does too. */

import type { Evidence } from '../diagnostics/finding.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, problem } from './check.ts';
import { type Context, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';

export function* noFunctionReset(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    if (fn.resetMethods?.length !== 0) continue;
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_NO_RESET',
      message: `${device.name}: ${device.address} has no function reset, so what a guest leaves in the device is there for the next one.`,
      at: { origin: device.origin, key: 'address' },
      evidence: [{ source: `${pciFolder(device.address)}/reset_method`, value: 'empty or absent' }],
    });
  }
  const unread = context.assigned.filter(({ fn }) => fn.resetMethods === null);
  const [first] = unread;
  if (first === undefined) return;
  yield problem(context, {
    devices: namesOf(unread),
    code: 'HOST_RESET_UNKNOWN',
    message: `How ${deviceNames(unread)} can be reset could not be read.`,
    at: { origin: first.device.origin, key: 'address' },
    unknown: true,
    evidence: [{ source: `${pciFolder(first.device.address)}/reset_method`, value: 'not readable' }],
  });
}

export function resetEvidence({ assigned }: Context): readonly Evidence[] {
  return assigned.map(({ fn }) => ({
    source: `${pciFolder(fn.address)}/reset_method`,
    value: fn.resetMethods?.join(' ') ?? 'not readable',
  }));
}
