/**
 * PFs of the spec whose VFs are to be made: whether sriov_numvfs will take the number, and whether the plan can know where the VFs
 * will be.
 */

import { ENABLE_SRIOV, parameterOf } from '../linux/module-parameters.ts';
import { predictVfs, type TakenPlace, takenPlaces } from '../linux/predicted-vfs.ts';
import { answerToNumvfs, vfPlaceOf } from '../linux/sriov.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import type { PciFunction } from '../model/host.ts';
import type { Live } from '../model/live.ts';
import type { PhysicalFunctionSpec } from '../model/spec.ts';
import { count } from '../text/amounts.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, type ProblemParts, problem } from './check.ts';
import { type Context, listed } from './context.ts';
import { identity, matches } from './device-rules.ts';
import { writeCommand } from './shell.ts';
import { pfFile } from './sriov-rules.ts';

export function* makerUnfit(context: Context): Iterable<Problem> {
  const taken = takenPlaces(context.observed, context.spec);
  for (const pf of context.spec.physicalFunctions) {
    const fn = context.observed.functions.find(({ address }) => address === pf.address);
    const place = taken.get(pf.address) ?? null;
    const found = fn === undefined ? missing(pf) : (unfit(pf, fn) ?? refused(context, { pf, fn, place }));
    if (found !== null) yield problem(context, { devices: [pf.name, ...vfsOf(context, pf)], ...found });
  }
}

/** Names of PFs of the spec, and of the devices that are their VFs or may be. */
export function makersAndVfs(context: Context): readonly string[] {
  const makers = context.spec.physicalFunctions;
  return [...new Set(makers.flatMap((pf) => [pf.name, ...vfsOf(context, pf)]))];
}

/** VFs that are there, or would be where the PF says. */
function vfsOf({ spec, observed }: Context, { address }: PhysicalFunctionSpec): readonly string[] {
  const pf = observed.functions.filter((fn) => fn.address === address);
  const made = new Set(pf.flatMap(({ virtualFunctions }) => virtualFunctions));
  return spec.devices
    .filter((device) => made.has(device.address) || vfPlaceOf(device.address, pf) !== null)
    .map(({ name }) => name);
}

type Found = Omit<ProblemParts, 'devices'>;

function missing({ name, address, origin }: PhysicalFunctionSpec): Found {
  return {
    code: 'HOST_DEVICE_MISSING',
    message: `${name}: no PCI function is at ${address}.`,
    at: { origin, key: 'address' },
  };
}

/** A function that is not the expected one, is silent, or has no VFs. */
function unfit(pf: PhysicalFunctionSpec, fn: PciFunction): Found | null {
  const at = { origin: pf.origin, key: 'address' };
  if (!matches(pf, fn)) {
    const words = `is ${identity(fn.vendor, fn.device)}, but \`expect\` is ${identity(pf.expect.vendor, pf.expect.device)}`;
    const message = `${pf.name}: the function at ${pf.address} ${words}.`;
    return { code: 'HOST_DEVICE_MISMATCH', message, at: { origin: pf.origin, key: 'expect' } };
  }
  if (fn.answers === false) {
    const evidence = [{ source: pfFile(fn, 'config'), value: 'ff ff ff ff …' }];
    return { code: 'HOST_DEVICE_NOT_ANSWERING', message: `${pf.name}: ${pf.address} does not answer.`, at, evidence };
  }
  if (fn.totalVfs > 0) return null;
  const evidence = [{ source: pfFile(fn, 'sriov_totalvfs'), value: 'not there, or 0' }];
  return { code: 'HOST_PF_MAKES_NO_VFS', message: `${pf.name}: ${pf.address} has no SR-IOV.`, at, evidence };
}

interface Maker {
  readonly pf: PhysicalFunctionSpec;
  readonly fn: PciFunction;
  /** Of the first VF that has none for itself. */
  readonly place: TakenPlace | null;
}

/** What the write of sriov_numvfs would be answered. */
function refused(context: Context, maker: Maker): Found | null {
  const { pf, fn } = maker;
  const at = { origin: pf.origin, key: 'virtualFunctions' };
  const answer = answerToNumvfs(fn, pf.virtualFunctions, context.observed.parameters);
  const now = { source: pfFile(fn, 'sriov_numvfs'), value: String(fn.virtualFunctions.length) };
  switch (answer) {
    case 'ERANGE': {
      const words = `can have ${count(fn.totalVfs, 'VF')}, fewer than \`virtualFunctions: ${pf.virtualFunctions}\``;
      const evidence = [{ source: pfFile(fn, 'sriov_totalvfs'), value: String(fn.totalVfs) }];
      return { code: 'HOST_TOO_MANY_VFS', message: `${pf.name}: ${pf.address} ${words}.`, at, evidence };
    }
    case 'ENOENT': {
      const message = `${pf.name}: ${pf.address} has no VFs yet, and ${whyNone(context, fn)}.`;
      const evidence = [{ source: pfFile(fn, 'driver'), value: fn.driver ?? 'none' }, now];
      return { code: 'HOST_PF_MAKES_NO_VFS', message, at, evidence };
    }
    case 'EBUSY':
      return otherNumber(context.live, maker) ?? placeTaken(context, maker) ?? placesUnknown(context, maker);
    case 'OK':
      return placeTaken(context, maker) ?? placesUnknown(context, maker);
  }
}

function placeTaken({ spec }: Context, { pf, fn, place }: Maker): Found | null {
  if (place === null) return null;
  const { vf, index, by } = place;
  const device = spec.devices.find(({ address }) => address === by.address);
  const whose = by.physicalFunction === null ? '' : `, a VF of ${by.physicalFunction}`;
  const who = `${identity(by.vendor, by.device)}, driver ${by.driver ?? 'none'}${whose}`;
  const offset = { source: pfFile(fn, 'sriov_offset'), value: readValue(fn, 'sriov_offset') };
  return {
    code: 'HOST_VF_PLACE_TAKEN',
    message: `${pf.name}: VF ${index} of ${pf.address} would be ${vf.address}, where there is another function already (${who})${device === undefined ? '' : `, which is ${device.name} of the spec`}.`,
    at: { origin: pf.origin, key: 'virtualFunctions' },
    ...(index === 0 ? {} : { advice: `Lower \`virtualFunctions\` to ${index} or less, or move one of the two cards.` }),
    evidence: [offset, { source: pciFolder(by.address), value: who }],
    confirm: `lspci -s ${by.address}`,
  };
}

function whyNone({ observed }: Context, { driver }: PciFunction): string {
  if (driver === null) return 'has no driver, which would make them';
  if (driver !== VFIO_PCI) return `is on ${driver}, which makes none`;
  const { module, name } = ENABLE_SRIOV;
  const parameter = parameterOf(observed.parameters, module, name);
  return parameter === null
    ? `is on ${driver}, which makes none unless its parameter ${name} is on, and whether it is could not be read`
    : `is on ${driver}, which makes none while its parameter ${name} is ${parameter.value}`;
}

/** Ours can be removed and made again, unless one of them is held. */
function otherNumber(live: Live, { pf, fn }: Maker): Found | null {
  const now = fn.virtualFunctions.length;
  const file = pfFile(fn, 'sriov_numvfs');
  const at = { origin: pf.origin, key: 'virtualFunctions' };
  const evidence = [{ source: file, value: String(now) }];
  const has = `${pf.name}: ${pf.address} has ${count(now, 'VF')}`;
  if (!live.madeVfs.some((vfs) => vfs.address === pf.address && vfs.count === now)) {
    const message = `${has}, which pasidctl has not made, and \`virtualFunctions\` is ${pf.virtualFunctions}.`;
    return { code: 'HOST_OTHER_VFS', message, at, evidence, fix: writeCommand([0, file]), confirm: `cat ${file}` };
  }
  const held = heldAmong(fn, live);
  if (held.length === 0) return null;
  const message = `${has}, and their number cannot become ${pf.virtualFunctions} while pasidctl holds ${listed(held)}.`;
  return { code: 'HOST_VFS_IN_USE', message, at, evidence };
}

function heldAmong({ virtualFunctions }: PciFunction, { handovers, viommus }: Live): readonly string[] {
  const vfs = new Set(virtualFunctions);
  const bound = viommus.flatMap(({ devices }) => devices.map(({ name, address }) => ({ device: name, address })));
  const held = [...handovers, ...bound].filter(({ address }) => vfs.has(address));
  return [...new Set(held.map(({ device, address }) => `${device} (${address})`))];
}

/** Only when a device of the spec is one of the VFs: the plan must know which. */
function placesUnknown(context: Context, { pf, fn }: Maker): Found | null {
  if (fn.virtualFunctions.length === pf.virtualFunctions) return null;
  const vfs = vfsOf(context, pf).filter((name) => !isThere(context, name));
  if (vfs.length === 0 || predictVfs(fn, pf.virtualFunctions, context.observed) !== null) return null;
  if (fn.driver === VFIO_PCI) return tokenNeeded(pf, vfs);
  return {
    code: 'HOST_VF_PLACES_UNKNOWN',
    message: `${pf.name}: ${pf.address} does not tell where its VFs will be, so ${listed(vfs)} cannot be planned.`,
    at: { origin: pf.origin, key: 'virtualFunctions' },
    evidence: ['sriov_offset', 'sriov_stride', 'sriov_vf_device'].map((name) => ({
      source: pfFile(fn, name),
      value: readValue(fn, name),
    })),
    fix: writeCommand([pf.virtualFunctions, pfFile(fn, 'sriov_numvfs')]),
    confirm: `ls -l ${pfFile(fn, 'virtfn0')}`,
  };
}

/** Where they will be does not matter: vfio-pci has the PF. */
function tokenNeeded({ name, address, origin }: PhysicalFunctionSpec, vfs: readonly string[]): Found {
  return {
    code: 'HOST_VF_NEEDS_TOKEN',
    message: `${name}: ${address} is on ${VFIO_PCI}, so ${listed(vfs)} would need a VF token.`,
    at: { origin, key: 'virtualFunctions' },
    evidence: [{ source: pfFile({ address }, 'driver'), value: VFIO_PCI }],
  };
}

function isThere({ spec, observed }: Context, name: string): boolean {
  const address = spec.devices.find((device) => device.name === name)?.address;
  return observed.functions.some((fn) => fn.address === address);
}

function readValue({ vfPlaces }: PciFunction, name: string): string {
  if (vfPlaces === null) return 'not read';
  const { offset, stride, device } = vfPlaces;
  const values: Readonly<Record<string, number | null>> = { sriov_offset: offset, sriov_stride: stride };
  return String((name in values ? values[name] : device) ?? 'not read');
}
