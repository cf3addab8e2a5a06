/**
 * Whether a VT-d unit runs in scalable mode. No file says so: it is judged per unit by the strongest evidence at hand.
 * Source: drivers/iommu/intel/iommu.h sm_supported, iommu.c intel_iommu_setup, Kconfig INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON (7.3).
 */

import type { Host, IommuUnit, PciFunction } from '../model/host.ts';
import { decodeEcap } from '../vtd/capability.ts';
import { builtWith, type KnownOption } from './kernel-options.ts';
import { intelIommuWords } from './kernel-words.ts';
import { pasidPath } from './pasid-path.ts';
import { enablesAtProbe } from './release.ts';
import { unreadRegisters } from './unit-registers.ts';

export interface ScalableMode {
  readonly state: 'on' | 'off' | 'unknown';
  /**
   * What decided. `hardware`: ECAP.SMTS. `word`: the last of `sm_on` and `sm_off`. `function`: PASID Enable of a function behind the
   * unit. `build`: the kernel’s build option. `nothing`: none of them tells.
   */
  readonly by: 'hardware' | 'word' | 'function' | 'build' | 'nothing';
  readonly evidence: { readonly source: string; readonly value: string };
}

export type MachineOfUnit = Pick<Host, 'kernel' | 'functions'>;

const OPTION: KnownOption = 'CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON';

/**
 * ECAP.SMTS = 0 and `sm_off` decide against it whatever else is read: then an Enable that is on was left there by an earlier kernel
 * (kexec). Otherwise Enable = 1 of any function behind the unit is the proof. After it come `sm_on`, Enable = 0 of a function whose
 * path is open, which this kernel would have switched on, and the build option, whose file may be that of another build.
 */
export function scalableMode(unit: IommuUnit, machine: MachineOfUnit): ScalableMode {
  const behind = machine.functions.filter((fn) => ownsPasids(fn) && fn.unit === unit.name);
  return (
    fromHardware(unit) ??
    fromWord(machine, 'sm_off') ??
    fromEnabled(behind) ??
    fromWord(machine, 'sm_on') ??
    fromDisabled(unit, behind, machine) ??
    fromBuild(machine) ?? {
      state: 'unknown',
      by: 'nothing',
      evidence: { source: '/proc/cmdline', value: `neither sm_on nor sm_off, and ${OPTION} could not be read` },
    }
  );
}

/**
 * Whether the kernel would have it on after a boot; what functions show now does not count. `null` when that cannot be told.
 */
export function scalableModeAtBoot(unit: IommuUnit, { kernel }: Pick<Host, 'kernel'>): boolean | null {
  const machine = { kernel, functions: [] };
  const { state } = scalableMode(unit, machine);
  return state === 'unknown' ? null : state === 'on';
}

/** VFs show the Enable of their PF, and children of VMD are not translated under their own ids. */
function ownsPasids({ physicalFunction, vmd }: PciFunction): boolean {
  return physicalFunction === null && vmd === null;
}

function fromHardware(unit: IommuUnit): ScalableMode | null {
  const { name, ecap } = unit;
  if (unreadRegisters(unit).length > 0 || decodeEcap(ecap).scalableMode) return null;
  const source = `/sys/class/iommu/${name}/intel-iommu/ecap`;
  return { state: 'off', by: 'hardware', evidence: { source, value: 'SMTS 0' } };
}

function fromWord({ kernel }: MachineOfUnit, wanted: 'sm_on' | 'sm_off'): ScalableMode | null {
  const last = intelIommuWords(kernel.commandLine).findLast((word) => word === 'sm_on' || word === 'sm_off');
  if (last !== wanted) return null;
  const evidence = { source: '/proc/cmdline', value: `intel_iommu=${last}` };
  return { state: last === 'sm_on' ? 'on' : 'off', by: 'word', evidence };
}

function fromEnabled(behind: readonly PciFunction[]): ScalableMode | null {
  const proof = behind.find((fn) => enableOf(fn) === true);
  if (proof === undefined) return null;
  return { state: 'on', by: 'function', evidence: enableEvidence(proof) };
}

function fromBuild({ kernel }: MachineOfUnit): ScalableMode | null {
  const value = builtWith(kernel, OPTION);
  if (value !== 'y' && value !== 'n') return null;
  return { state: value === 'y' ? 'on' : 'off', by: 'build', evidence: { source: OPTION, value } };
}

function fromDisabled(
  { ecap }: IommuUnit,
  behind: readonly PciFunction[],
  machine: MachineOfUnit,
): ScalableMode | null {
  if (decodeEcap(ecap).pasidBits === 0 || enablesAtProbe(machine.kernel.release) !== true) return null;
  const witness = behind.find((fn) => enableOf(fn) === false && pasidPath(fn, machine).state === 'open');
  if (witness === undefined) return null;
  return { state: 'off', by: 'function', evidence: enableEvidence(witness) };
}

/** PASID Enable; `null` without PASIDs, and when it was not read. */
export function enableOf({ capabilities }: PciFunction): boolean | null {
  return capabilities === 'unknown' ? null : (capabilities.pasid?.enabled ?? null);
}

/** The control register of a function’s PASID capability, or of its PF’s. */
export function enableEvidence(fn: PciFunction): { readonly source: string; readonly value: string } {
  const owner = fn.physicalFunction ?? fn.address;
  const enabled = enableOf(fn);
  return {
    source: `PASID control of ${owner} (capability 0x1b + 6)`,
    value: enabled === null ? 'not read' : `Enable ${enabled ? 1 : 0}`,
  };
}
