/**
 * PASIDs must be switched on in the function, not only there: on VT-d an attach to a function whose PASID Enable is 0 succeeds, and the
 * device sends no request with a PASID.
 */

import type { Evidence } from '../diagnostics/finding.ts';
import { acsOrders } from '../linux/acs-words.ts';
import { ACS_REDIRECT, type PasidPath, pasidPath } from '../linux/pasid-path.ts';
import { enablesAtProbe } from '../linux/release.ts';
import { enableEvidence, enableOf, type ScalableMode, scalableMode } from '../linux/scalable-mode.ts';
import type { Bdf } from '../model/bdf.ts';
import { hex } from '../text/hex.ts';
import { decodeEcap } from '../vtd/capability.ts';
import { afterReboot, bootWith } from './boot-fix.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, listed, namesOf, type Place } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { needsPasids } from './needs.ts';
import { confirmEnable, SCALABLE_WORDS } from './scalable-rules.ts';
import { rescanCommand } from './shell.ts';

/** Devices whose PASIDs pasidctl attaches, or QEMU will for its guest. */
export function withPasids(context: Context): readonly string[] {
  const byQemu = context.assigned.filter(
    ({ viommu, fn }) =>
      viommu?.holder === 'qemu' &&
      needsPasids(viommu) &&
      fn.capabilities !== 'unknown' &&
      fn.capabilities.pasid !== null,
  );
  return [...new Set([...context.spec.bindings.map(({ device }) => device), ...namesOf(byQemu)])];
}

export function* pasidOff(context: Context): Iterable<Problem> {
  const names = new Set(withPasids(context));
  const { release } = context.host.kernel;
  const settled = enablesAtProbe(release);
  const unsure: Assigned[] = [];
  for (const assigned of context.assigned) {
    if (!names.has(assigned.device.name) || !mayBeOn(assigned)) continue;
    const enabled = enableOf(assigned.fn);
    if (enabled === true) continue;
    if (enabled === null || settled !== true) unsure.push(assigned);
    else yield offProblem(context, assigned);
  }
  if (unsure.length > 0) yield unknownProblem(context, unsure);
}

/** Without the capability in function or unit other rules speak. */
function mayBeOn({ fn, unit }: Assigned): boolean {
  if (unit === null || unit.version === null || decodeEcap(unit.ecap).pasidBits === 0) return false;
  return fn.capabilities !== 'unknown' && fn.capabilities.pasid !== null;
}

export function pasidEvidence(context: Context): readonly Evidence[] {
  const names = new Set(withPasids(context));
  return context.assigned.filter(({ device }) => names.has(device.name)).map(({ fn }) => enableEvidence(fn));
}

function unknownProblem(context: Context, devices: readonly Assigned[]): Problem {
  const read = devices.some(({ fn }) => enableOf(fn) === false);
  const why = read
    ? `PASID Enable is 0, and a kernel of release ${context.host.kernel.release} may set it only at an attach`
    : 'PASID Enable was not recorded';
  return problem(context, {
    code: 'HOST_SWITCHES_UNKNOWN',
    message: `${deviceNames(devices)}: ${why}, so whether PASIDs are switched on is not known.`,
    at: devices[0] === undefined ? null : placeOf(devices[0]),
    devices: namesOf(devices),
    evidence: devices.map(({ fn }) => enableEvidence(fn)),
    unknown: true,
    confirm: confirmEnable(devices),
  });
}

function offProblem(context: Context, assigned: Assigned): Problem {
  const { device, fn, unit } = assigned;
  const owner = fn.physicalFunction === null ? fn.address : `${fn.physicalFunction}, the PF of ${fn.address},`;
  const path = pasidPath(fn, context.host);
  const mode = unit === null ? null : scalableMode(unit, context.host);
  const cause =
    path.state === 'closed' ? closedCause(path, assigned, context) : openCause(path, mode, { assigned, context });
  return problem(context, {
    code: 'HOST_PASID_OFF',
    message: `${device.name}: PASIDs of ${owner} are switched off (PASID Enable 0), so an attach would succeed and do nothing: ${cause.words}.`,
    at: placeOf(assigned),
    devices: [device.name],
    evidence: [enableEvidence(fn), ...cause.evidence],
    ...(cause.advice === undefined ? {} : { advice: cause.advice }),
    ...(cause.fix === undefined ? {} : { fix: cause.fix }),
    confirm: cause.isBoot === true ? afterReboot(confirmEnable([assigned])) : confirmEnable([assigned]),
  });
}

function placeOf({ device, bindings, viommu }: Assigned): Place {
  const [first] = bindings;
  if (first !== undefined) return { origin: first.origin, key: 'device' };
  return viommu === null ? { origin: device.origin, key: 'address' } : { origin: viommu.origin, key: 'pasidBits' };
}

interface Cause {
  /** Completes “… do nothing: …”. */
  readonly words: string;
  readonly evidence: readonly Evidence[];
  readonly advice?: string;
  readonly fix?: string;
  /** It changes the next boot. */
  readonly isBoot?: true;
}

interface Where {
  readonly assigned: Assigned;
  readonly context: Context;
}

/** Legacy mode is the cause before any register that reads 0, since that may not have been captured. */
function openCause(path: PasidPath, mode: ScalableMode | null, { assigned, context }: Where): Cause {
  const unit = assigned.unit?.name ?? 'its unit';
  if (mode === null || mode.state !== 'on') {
    return {
      words: `${unit} is in legacy mode as far as can be told, since nothing on the kernel command line has \`sm_on\``,
      evidence: mode === null ? [] : [mode.evidence],
      advice: `Boot with \`${SCALABLE_WORDS}\`.`,
      fix: bootWith(context.host.kernel, SCALABLE_WORDS),
      isBoot: true,
    };
  }
  const known = `${unit} is in scalable mode`;
  if (path.state !== 'unknown') {
    return {
      words: `${known}, and nothing on the way to the root explains it`,
      evidence: [mode.evidence],
      advice: `The kernel sets PASID Enable only when it finds a device: remove ${ownerOf(assigned)} and rescan the bus. If that changes nothing, look for ${ownerOf(assigned)} and DMAR in the kernel log, update the firmware, or use another device.`,
      fix: findAnew(assigned),
    };
  }
  const zeros = path.at.filter((at) => readsNoPrefix(at, context));
  if (zeros.length > 0) {
    const evidence = zeros.map((at) => ({ source: `DEVCAP2 of ${at} (capability 0x10 + 0x24)`, value: '0x00000000' }));
    const words = `DEVCAP2 of ${listed(zeros)} reads 0: no End-End TLP prefixes, which PASIDs are carried in`;
    return { words, evidence: [...evidence, mode.evidence], advice: OTHER_SLOT };
  }
  const words = `${known}, and of the way to the root ${listed(path.at.map((at) => unreadWords(at, context)))}`;
  return { words, evidence: [mode.evidence] };
}

/** The function whose PASID Enable counts: a VF’s is its PF’s. */
function ownerOf({ fn }: Assigned): Bdf {
  return fn.physicalFunction ?? fn.address;
}

/** After a rescan the IOMMU driver probes the function again. Its driver, and the VFs of a PF, end with it. */
function findAnew(assigned: Assigned, ...before: readonly string[]): string {
  return rescanCommand(ownerOf(assigned), before);
}

function readsNoPrefix(at: Bdf, { functions }: Context): boolean {
  const express = functions.get(at)?.express;
  return express !== undefined && express !== null && express !== 'unknown' && express.tlpPrefix === null;
}

/** `0000:00:05.0 does not answer` */
function unreadWords(at: Bdf, { functions }: Context): string {
  const fn = functions.get(at);
  if (fn === undefined) return `${at} is not among the functions of the machine`;
  return fn.answers === false ? `${at} does not answer` : `the extended configuration space of ${at} could not be read`;
}

const OTHER_SLOT = 'Use a slot below another port, or another device; a firmware update may help.';

function closedCause(path: Extract<PasidPath, { state: 'closed' }>, assigned: Assigned, context: Context): Cause {
  const names = listed(path.at);
  const have = path.at.length === 1 ? 'has' : 'have';
  switch (path.lacks) {
    case 'conventional':
      return { words: `${names} is not PCI Express`, evidence: [], advice: OTHER_SLOT };
    case 'no-port':
      return { words: `${names} is an endpoint without a root port above it`, evidence: [], advice: OTHER_SLOT };
    case 'prefix': {
      const evidence = path.at.map((at) => ({ source: `DEVCAP2 of ${at}`, value: 'End-End TLP prefixes (bit 21) 0' }));
      return {
        words: `${names} ${have} no End-End TLP prefixes, which PASIDs are carried in`,
        evidence,
        advice: OTHER_SLOT,
      };
    }
    case 'acs': {
      const evidence = path.at.map((at) => ({ source: `capabilities of ${at}`, value: 'no ACS (0x0d)' }));
      const words = `${names} ${have} no ACS, which must redirect requests up to the root`;
      return { words, evidence, advice: `Switch ACS on in the firmware’s setup if it offers that. ${OTHER_SLOT}` };
    }
    case 'redirect':
      return redirectCause(path.at, assigned, context);
  }
}

function redirectCause(at: readonly Bdf[], assigned: Assigned, { functions, host }: Context): Cause {
  const word = at
    .flatMap((address) => functions.get(address) ?? [])
    .flatMap((fn) => acsOrders(fn, host.kernel.commandLine, functions))
    .find(({ mask, bits }) => (mask & ~bits & ACS_REDIRECT) !== 0)?.option;
  const evidence = at.map((address) => ({
    source: `ACS control of ${address}`,
    value: acsControl(functions.get(address)),
  }));
  const because = word === undefined ? '' : ` (\`pci=${word}\` is on the kernel command line)`;
  return {
    words: `ACS of ${listed(at)} does not redirect requests up to the root (RR, UF)${because}`,
    evidence,
    advice:
      word === undefined
        ? `Switch ACS on in the firmware’s setup, or switch it on now, remove ${ownerOf(assigned)} and rescan the bus: the kernel sets PASID Enable only when it finds the device.`
        : `Boot without \`pci=${word}\`.`,
    // An ACS that a word of the command line switched off comes back with the next boot.
    ...(word === undefined ? { fix: findAnew(assigned, ...at.map(switchAcsOn)) } : {}),
  };
}

/** RR and UF alone are set. */
function switchAcsOn(port: Bdf): string {
  return `setpci -s ${port} ECAP_ACS+6.w=14:14`;
}

function acsControl(fn: Assigned['fn'] | undefined): string {
  if (fn === undefined || fn.express === null || fn.express === 'unknown' || fn.express.acs === null) return 'not read';
  return hex(fn.express.acs.control, 4);
}
