/** VFs that pasidctl made stay while the spec declares them on their PF: without that line they would be removed. */

import { vfsThatGo } from '../linux/predicted-vfs.ts';
import { groupBy } from '../model/group-by.ts';
import type { MadeVfs } from '../model/live.ts';
import { count } from '../text/amounts.ts';
import { type Problem, problem } from './check.ts';
import { type Context, listed, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { pfFile } from './sriov-rules.ts';

/** Devices of the spec that are VFs which pasidctl made. */
export function onMadeVfs({ assigned, live }: Context): readonly string[] {
  const makers = new Set(live.madeVfs.map(({ address }) => address));
  return namesOf(assigned.filter(({ fn }) => fn.physicalFunction !== null && makers.has(fn.physicalFunction)));
}

/** Those of a PF with another number in the spec are made again, unless one is held: maker-rules.ts asks. */
export function* vfsWouldGo(context: Context): Iterable<Problem> {
  const { assigned, live, observed, spec } = context;
  const declared = new Set(spec.physicalFunctions.map(({ address }) => address));
  const dropped = live.madeVfs.filter(({ address }) => !declared.has(address));
  const going = vfsThatGo(observed, spec, dropped);
  const byPf = groupBy(
    assigned.filter(({ fn }) => going.has(fn.address)),
    ({ fn }) => fn.physicalFunction,
  );
  for (const made of dropped) {
    const vfs = byPf.get(made.address) ?? [];
    const [first] = vfs;
    if (first === undefined) continue;
    yield problem(context, {
      devices: namesOf(vfs),
      code: 'HOST_VFS_IN_USE',
      message: `${deviceNames(vfs)}: the spec no longer declares the ${count(made.count, 'VF')} of ${made.address} (${made.device}) that pasidctl made, so they would be removed, and the spec still uses ${listed(vfs.map(({ fn }) => fn.address))}.`,
      at: { origin: first.device.origin, key: 'address' },
      advice: adviceOf(context, made, deviceNames(vfs)),
      evidence: [{ source: pfFile(made, 'sriov_numvfs'), value: String(made.count) }],
    });
  }
}

/** The PF may still be listed, as a device that is to be taken. */
function adviceOf({ spec }: Context, { device, address, count: made }: MadeVfs, names: string): string {
  const pf = spec.devices.find((one) => one.address === address);
  const line =
    pf === undefined
      ? `Put \`- { name: ${device}, address: "${address}", virtualFunctions: ${made} }\` back into \`devices\``
      : `Put \`virtualFunctions: ${made}\` back at ${pf.name}`;
  return `${line}, or take ${names} out of the spec too.`;
}
