/**
 * The module that pasidctl loaded keeps `disable_denylist=1` when the spec does not ask for it any more. What a spec is answered must
 * not depend on what was held before.
 */

import { denylistReason } from '../linux/denylist.ts';
import { DISABLE_DENYLIST, isOn, parameterOf } from '../linux/module-parameters.ts';
import { type Problem, type ProblemParts, problem } from './check.ts';
import { type Assigned, type Context, namesOf } from './context.ts';
import { confirmWith, evidenceOf, risks, withIds } from './denylist-rules.ts';
import { deviceNames } from './device-rules.ts';

const { module: MODULE, name: NAME } = DISABLE_DENYLIST;

/** All devices of the spec, where pasidctl switched the denylist off: each of them keeps the module loaded. */
export function onOurModule(context: Context): readonly string[] {
  return weSwitchedOff(context) ? namesOf(context.assigned) : [];
}

function weSwitchedOff({ host, live }: Context): boolean {
  const parameter = parameterOf(host.parameters, MODULE, NAME);
  return parameter?.state === 'effective' && isOn(parameter) && live.loadedModules.includes(MODULE);
}

export function* denylistLeftOff(context: Context): Iterable<Problem> {
  const { assigned, spec } = context;
  if (spec.vfioPci.disableDenylist || !weSwitchedOff(context)) return;
  const unsafe = assigned.filter(({ fn }) => denylistReason(fn) !== null);
  const [first] = unsafe;
  const found = first === undefined ? staysOff(assigned) : letThrough(unsafe, first);
  const evidence = evidenceOf(parameterOf(context.host.parameters, MODULE, NAME));
  if (assigned.length > 0) yield problem(context, { ...found, evidence, confirm: confirmWith(true) });
}

const WHY = `pasidctl loaded ${MODULE} with \`${NAME}=1\`, as an earlier spec asked, and this spec does not ask for it`;

function letThrough(unsafe: readonly Assigned[], { device: { origin } }: Assigned): ProblemParts {
  const them = unsafe.length === 1 ? 'it' : 'them';
  return {
    code: 'HOST_DENYLISTED',
    message: `${withIds(unsafe)}: vfio-pci takes ${them} only because ${WHY}. ${risks(unsafe)}`,
    at: { origin, key: 'address' },
    devices: namesOf(unsafe),
    advice: `If you trust the guests, put \`vfioPci: { disableDenylist: true }\` back into the spec; otherwise take ${deviceNames(unsafe)} out of it.`,
  };
}

function staysOff(assigned: readonly Assigned[]): ProblemParts {
  const need = assigned.length === 1 ? 'needs' : 'need';
  return {
    code: 'HOST_DENYLIST_LEFT_OFF',
    message: `The denylist of vfio-pci stays off: ${WHY}. The module cannot be unloaded while ${deviceNames(assigned)} ${need} it.`,
    at: null,
  };
}
