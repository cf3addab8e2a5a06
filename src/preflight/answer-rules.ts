/** Each device must answer: what reads as ones is gone from the bus, powered off, or hung. */

import type { Evidence } from '../diagnostics/finding.ts';
import type { Bdf } from '../model/bdf.ts';
import type { PciFunction } from '../model/host.ts';
import type { DeviceSpec } from '../model/spec.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, type ProblemParts, problem } from './check.ts';
import type { Assigned, Context } from './context.ts';
import { rescanCommand } from './shell.ts';

/**
 * Where capabilities were read, so was the header, and answered: machine files of version 0.1 record nothing else of it. A VF's
 * capabilities are those of its PF, which says as much of the bus.
 */
export function* deviceNotAnswering(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    const silent = withPf(fn, context).find(({ answers }) => answers === false);
    if (silent !== undefined) yield silentProblem(context, { device, fn }, silent.address);
    else if (fn.answers === null && fn.capabilities === 'unknown') yield unknownProblem(context, { device, fn });
  }
}

type Asked = Pick<Assigned, 'device' | 'fn'>;

/** A VF answers through its PF: when that is gone, so is the VF’s way to PASIDs, whatever its own header reads. */
function withPf(fn: PciFunction, { functions }: Context): readonly PciFunction[] {
  const pf = fn.physicalFunction === null ? undefined : functions.get(fn.physicalFunction);
  return pf === undefined ? [fn] : [fn, pf];
}

function silentProblem(context: Context, { device, fn }: Asked, silent: Bdf): Problem {
  const base = pciFolder(silent);
  const who = silent === fn.address ? silent : `${silent}, the PF of ${fn.address},`;
  return problem(context, {
    ...partsOf(device, base),
    code: 'HOST_DEVICE_NOT_ANSWERING',
    message: `${device.name}: ${who} does not answer: all of its configuration space reads as ones.`,
    evidence: [{ source: `${base}/config`, value: 'ff ff ff ff …' }],
    fix: rescanCommand(silent),
  });
}

function unknownProblem(context: Context, { device, fn }: Asked): Problem {
  const base = pciFolder(fn.address);
  return problem(context, {
    ...partsOf(device, base),
    code: 'HOST_DEVICE_ANSWER_UNKNOWN',
    message: `${device.name}: the configuration space of ${fn.address} could not be read, so whether the device answers is not known.`,
    evidence: [{ source: `${base}/config`, value: 'not read' }],
    unknown: true,
  });
}

function partsOf(device: DeviceSpec, base: string): Pick<ProblemParts, 'devices' | 'at' | 'confirm'> {
  return {
    devices: [device.name],
    at: { origin: device.origin, key: 'address' },
    confirm: `od -An -tx1 -N64 ${base}/config`,
  };
}

/** What was read of a device that answers. */
export function configEvidence({ address, answers }: PciFunction): Evidence {
  return { source: `${pciFolder(address)}/config`, value: answers === null ? 'capabilities' : 'a header' };
}
