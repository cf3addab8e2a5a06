/** Devices that vfio-pci refuses as unsafe for guests: its probe asks linux/denylist.ts, and so does the simulator's. */

import type { Evidence } from '../diagnostics/finding.ts';
import { denylistReason, denylistRefuses } from '../linux/denylist.ts';
import { builtWith } from '../linux/kernel-options.ts';
import { DISABLE_DENYLIST, isOn, parameterOf, parameterPath } from '../linux/module-parameters.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import type { ModuleParameter } from '../model/host.ts';
import { count } from '../text/amounts.ts';
import { hexDigits } from '../text/hex.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, listed, namesOf, type Place } from './context.ts';

const { module: MODULE, name: NAME } = DISABLE_DENYLIST;
const PARAMETER_FILE = parameterPath(MODULE, NAME);

/** Devices of the list that vfio-pci is still to take: its probe alone asks. */
export function onDenylist({ assigned }: Context): readonly string[] {
  return namesOf(assigned.filter(isListed));
}

function isListed({ fn }: Assigned): boolean {
  return fn.driver !== VFIO_PCI && denylistReason(fn) !== null;
}

export function denylistEvidence({ host, spec }: Context): readonly Evidence[] {
  const read = evidenceOf(parameterOf(host.parameters, MODULE, NAME));
  return isAsked({ host, spec }) ? [...read, { source: 'vfioPci.disableDenylist', value: 'true' }] : read;
}

export function evidenceOf(parameter: ModuleParameter | null): readonly Evidence[] {
  if (parameter === null) return [];
  const { source, value } = parameter;
  return [{ source: source === 'default' ? `default of ${MODULE}.${NAME}` : source, value }];
}

/** The plan loads the module with the parameter. A loaded module keeps what it has. */
function isAsked({ host, spec }: Pick<Context, 'host' | 'spec'>): boolean {
  return spec.vfioPci.disableDenylist && !host.modules.includes(MODULE);
}

export function* denylisted(context: Context): Iterable<Problem> {
  const { host } = context;
  const parameter = parameterOf(host.parameters, MODULE, NAME);
  const read = parameter === null ? null : isOn(parameter);
  const isOff = isAsked(context) ? true : read;
  const devices = context.assigned.filter(isListed);
  const refused = devices.filter(({ fn }) => denylistRefuses(fn, isOff) === true);
  const [first] = refused;
  if (first !== undefined && parameter !== null) yield refusal(context, refused, parameter);
  const unsure = devices.filter(({ fn }) => denylistRefuses(fn, isOff) === null);
  const [one] = unsure;
  if (one === undefined) return;
  yield problem(context, {
    code: 'HOST_DENYLIST_UNKNOWN',
    message: `${withIds(unsure)}: vfio-pci refuses ${them(unsure)} unless ${MODULE} has \`${NAME}\` on, and whether it has could not be read.`,
    at: { origin: one.device.origin, key: 'address' },
    devices: namesOf(unsure),
    unknown: true,
    confirm: confirmWith(host.modules.includes(MODULE)),
  });
}

function refusal(context: Context, refused: readonly Assigned[], parameter: ModuleParameter): Problem {
  const { host } = context;
  const isLoaded = host.modules.includes(MODULE);
  const { value } = parameter;
  const state = isLoaded
    ? `${MODULE} is loaded with \`${NAME}=${value}\``
    : `${MODULE} would be loaded with \`${NAME}=${value}\` (${whence(parameter)})`;
  return problem(context, {
    code: 'HOST_DENYLISTED',
    message: `${withIds(refused)}: vfio-pci refuses ${them(refused)} as unsafe for guests (its denylist), since ${state}. ${risks(refused)}`,
    at: placeOf(context, refused),
    devices: namesOf(refused),
    evidence: evidenceOf(parameter),
    ...remedyOf(context, isLoaded),
    confirm: confirmWith(true),
  });
}

function whence({ source }: ModuleParameter): string {
  return source === 'default' ? 'its default: neither modprobe.d nor the command line sets it' : source;
}

/** What a guest can do with them. */
export function risks(devices: readonly Assigned[]): string {
  const reasons = new Set(devices.map(({ fn }) => denylistReason(fn)));
  return [
    ...(reasons.has('accelerator')
      ? ['A guest with such a DSA or IAA can hang the host (INTEL-SA-01084, CVE-2024-21823).']
      : []),
    ...(reasons.has('quick-assist')
      ? ['A guest with such a QuickAssist can hang the device, or the whole platform with bad addresses.']
      : []),
  ].join(' ');
}

/** Where the spec asks for the parameter in vain, that line; else the first device. */
function placeOf({ spec: { vfioPci } }: Context, devices: readonly Assigned[]): Place | null {
  if (vfioPci.disableDenylist && vfioPci.origin !== null) return { origin: vfioPci.origin, key: 'disableDenylist' };
  const [first] = devices;
  return first === undefined ? null : { origin: first.device.origin, key: 'address' };
}

interface Remedy {
  readonly advice: string;
  readonly fix?: string;
}

function remedyOf({ host, live }: Context, isLoaded: boolean): Remedy {
  if (!isLoaded) {
    return {
      advice:
        'If you trust the guests: add `vfioPci: { disableDenylist: true }` to the spec, and pasidctl loads the module with the parameter; or load it so yourself.',
      fix: `sudo modprobe ${VFIO_PCI} ${NAME}=1`,
    };
  }
  if (builtWith(host.kernel, 'CONFIG_VFIO_PCI') === 'y') {
    return {
      advice: `If you trust the guests: vfio-pci is built into this kernel, so add \`${MODULE}.${NAME}=1\` to the kernel command line and reboot.`,
    };
  }
  const users = host.functions.filter(({ driver }) => driver === VFIO_PCI);
  const held = live.handovers.length > 0 ? '`pasidctl destroy` gives back what it holds; then unload' : 'Unload';
  const taken =
    users.length === 0
      ? ''
      : ` This takes it from ${count(users.length, 'device')} (${listed(users.map(({ address }) => address))}), which nothing may have open.`;
  return {
    advice: `If you trust the guests: a loaded module keeps its parameter. ${held} it and load it with the parameter, or put \`options ${VFIO_PCI} ${NAME}=1\` into a file of /etc/modprobe.d and reboot.${taken}`,
    fix: `sudo modprobe -r ${VFIO_PCI} && sudo modprobe ${VFIO_PCI} ${NAME}=1`,
  };
}

export function confirmWith(isLoaded: boolean): string {
  return isLoaded ? `cat ${PARAMETER_FILE}` : `modprobe --showconfig | grep ${MODULE}`;
}

/** `dsa0 (8086:0b25) and iaa0 (8086:0cfe)` */
export function withIds(devices: readonly Assigned[]): string {
  return listed(
    devices.map(({ device, fn }) => `${device.name} (${hexDigits(fn.vendor, 4)}:${hexDigits(fn.device, 4)})`),
  );
}

function them(devices: readonly Assigned[]): string {
  return devices.length === 1 ? 'it' : 'them';
}
