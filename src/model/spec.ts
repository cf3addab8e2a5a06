/**
 * The desired state, normalized: every default filled in, every reference resolved.
 *
 * The stages after `spec/` see this instead of the operator's text. Addresses and sizes have 64 bits and stay `bigint`.
 */

import type { Bdf } from './bdf.ts';
import type { PasidRange } from './pasid.ts';
import type { Origin } from './source.ts';

export interface Spec {
  readonly vfioPci: VfioPciSpec;
  readonly devices: readonly DeviceSpec[];
  readonly viommus: readonly ViommuSpec[];
  readonly bindings: readonly BindingSpec[];
  /** PFs that shall have VFs: they stay with their drivers, and are not among `devices`. */
  readonly physicalFunctions: readonly PhysicalFunctionSpec[];
  /** Findings about the machine that the operator accepts. */
  readonly ignore: readonly AcceptedFinding[];
}

export interface AcceptedFinding {
  /** Id of a check, such as `function-reset`, or code of a problem, such as `HOST_KERNEL_UNSURE`. */
  readonly check: string;
  readonly reason: string;
}

/** How the module vfio_pci is loaded, when it is not loaded yet. */
export interface VfioPciSpec {
  /** With `disable_denylist=1`: it then takes devices that Linux lists as unsafe for guests. */
  readonly disableDenylist: boolean;
  /** Of the first document that says so; `null` when none does. */
  readonly origin: Origin | null;
}

/** Whether a device returns to its former driver when it is given back. */
export type ReleasePolicy = 'restore' | 'keep';

export interface DeviceSpec {
  readonly name: string;
  readonly address: Bdf;
  /** Identity guard: PCI vendor and device id that must be found at the address; `null` accepts any. */
  readonly expect: { readonly vendor: number | null; readonly device: number | null };
  readonly release: ReleasePolicy;
  readonly origin: Origin;
}

/** A device of the spec with `virtualFunctions`. */
export interface PhysicalFunctionSpec extends Pick<DeviceSpec, 'name' | 'address' | 'expect' | 'origin'> {
  /** How many VFs it shall have, at least 1. */
  readonly virtualFunctions: number;
}

/** Which process owns the iommufd of a vIOMMU: this tool's, or QEMU's; then the tool prepares devices and attaches nothing. */
export type Holder = 'agent' | 'qemu';

export interface ViommuSpec {
  readonly name: string;
  readonly model: 'intel-iommu';
  readonly holder: Holder;
  /** 0 … 20; 0 switches PASIDs off. */
  readonly pasidBits: number;
  /** First-stage translation (`fsts` in QEMU): guest tables are walked by hardware through nesting. */
  readonly firstStage: boolean;
  /** 1 GiB pages in first-stage tables (`fs1gp` in QEMU). */
  readonly firstStage1GPages: boolean;
  readonly svm: boolean;
  /** Guest address width in bits. */
  readonly addressWidth: AddressWidth;
  readonly cachingMode: boolean;
  readonly deviceIotlb: boolean;
  readonly memory: readonly MemorySpec[];
  /** Names of devices, in spec order. */
  readonly devices: readonly string[];
  readonly origin: Origin;
}

export type AddressWidth = 39 | 48 | 57;

/** One region of guest memory: `sizeBytes` bytes of `file` from `offsetBytes`, seen by the guest at `guestAddress`. */
export interface MemorySpec {
  /** A tmpfs or hugetlbfs file. */
  readonly file: string;
  readonly offsetBytes: bigint;
  readonly sizeBytes: bigint;
  readonly guestAddress: bigint;
  /** Make the file when it is missing; a file that was made is removed on release. */
  readonly create: boolean;
  readonly origin: Origin;
}

export interface BindingSpec extends PasidRange {
  /** Name of a device; its vIOMMU is {@link BindingSpec.viommu}. */
  readonly device: string;
  readonly viommu: string;
  readonly target: BindingTarget;
  /** Guest domain id that invalidations name. */
  readonly domain: number;
  readonly origin: Origin;
}

export type BindingTarget =
  | { readonly kind: 'pass-through' }
  | ({ readonly kind: 'first-stage' } & FirstStage)
  /** The guest's own PASID tables decide; the range is what they may use. */
  | { readonly kind: 'guest' };

/** A guest page table, as VT-d's first stage walks it. */
export interface FirstStage {
  /** Address of the root table in the vIOMMU's address space; 4 KiB aligned. */
  readonly pageTable: bigint;
  /** 48 (4 levels) or 57 (5 levels). */
  readonly addressWidth: 48 | 57;
  /** SRE: supervisor requests allowed. */
  readonly supervisor: boolean;
  /** WPE: write protection holds for supervisor requests. */
  readonly writeProtect: boolean;
  /** EAFE: extended accessed flag. */
  readonly extendedAccess: boolean;
}

export const EMPTY_SPEC: Spec = {
  vfioPci: { disableDenylist: false, origin: null },
  devices: [],
  viommus: [],
  bindings: [],
  physicalFunctions: [],
  ignore: [],
};

/** No devices, no VFs, no vIOMMUs and no bindings: to apply it is to give everything back. */
export function asksForNothing(spec: Spec): boolean {
  const { devices, physicalFunctions, viommus, bindings } = spec;
  return [devices, physicalFunctions, viommus, bindings].every(({ length }) => length === 0);
}
