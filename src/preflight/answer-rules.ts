/** Each device must answer: what reads as ones is gone from the bus, powered off, or hung. */

import type { Evidence } from '../diagnostics/finding.ts';
import type { PciFunction } from '../model/host.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';

/**
 * Where capabilities were read, so was the header, and answered: machine files of version 0.1 record nothing else of it. A VF's
 * capabilities are those of its PF, which says as much of the bus.
 */
export function* deviceNotAnswering(context: Context): Iterable<Problem> {
  for (const { device, fn } of context.assigned) {
    if (fn.answers === true || (fn.answers === null && fn.capabilities !== 'unknown')) continue;
    const base = `/sys/bus/pci/devices/${fn.address}`;
    const common = {
      devices: [device.name],
      at: { origin: device.origin, key: 'address' },
      confirm: `od -An -tx1 -N64 ${base}/config`,
    };
    yield fn.answers === null
      ? problem(context, {
          ...common,
          code: 'HOST_DEVICE_ANSWER_UNKNOWN',
          message: `${device.name}: the configuration space of ${fn.address} could not be read, so whether the device answers is not known.`,
          evidence: [{ source: `${base}/config`, value: 'not read' }],
          unknown: true,
        })
      : problem(context, {
          ...common,
          code: 'HOST_DEVICE_NOT_ANSWERING',
          message: `${device.name}: ${fn.address} does not answer: all of its configuration space reads as ones.`,
          evidence: [{ source: `${base}/config`, value: 'ff ff ff ff …' }],
          fix: `echo 1 > ${base}/remove && echo 1 > /sys/bus/pci/rescan`,
        });
  }
}

/** What was read of a device that answers. */
export function configEvidence({ address, answers }: PciFunction): Evidence {
  return { source: `/sys/bus/pci/devices/${address}/config`, value: answers === null ? 'capabilities' : 'a header' };
}
