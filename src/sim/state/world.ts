/**
 * The whole state of a simulated machine, as plain data that can be written to a file and read again.
 * Mutable: it is the simulated kernel's own memory, and only `sim/` uses it.
 */

import type { Bdf } from '../../model/bdf.ts';
import type { DeviceHolder, IommuUnit, KernelFacts, MachineFacts, PciFunction } from '../../model/host.ts';
import type { IovaRange } from './address-space.ts';
import { type FreeIds, freeIdsFrom } from './free-ids.ts';
import { emptyObjectTable, type ObjectTable } from './object-table.ts';
import type { Group } from './objects.ts';
import type { PasidSet } from './pasid-set.ts';

export interface World {
  /** The kernel has CONFIG_IOMMUFD_TEST. */
  readonly selftest: boolean;
  /** The kernel has CONFIG_TRANSPARENT_HUGEPAGE. */
  readonly transparentHugePages: boolean;
  readonly kernel: KernelFacts;
  /** What the machine was like when the world was made; of it only groups come and go, with VFs. The rest that changes is below. */
  machine: MachineFacts;
  readonly units: readonly IommuUnit[];
  readonly functions: Map<Bdf, SimFunction>;
  /** Functions that were there and may come back: VFs, and what is below a VMD controller. */
  readonly absent: Map<Bdf, SimFunction>;
  readonly holders: readonly DeviceHolder[];
  modules: string[];
  /** Module → the modules that are loaded and unloaded with it. */
  readonly companions: Map<string, readonly string[]>;
  /** Module → what its parameters are set to while it is loaded. A parameter that is not here has its default, and no file. */
  readonly parameters: Map<string, ParameterValues>;
  readonly room: Room;
  readonly inodes: Map<number, Inode>;
  /** Path → inode. */
  readonly paths: Map<string, number>;
  readonly contexts: Map<number, Context>;
  /** Open file descriptions by number, and fd → description. */
  readonly files: Map<number, OpenFile>;
  readonly fds: Map<number, number>;
  readonly fdNumbers: FreeIds;
  /** DMA owner of an IOMMU group: context number and number of bound devices. */
  readonly groupOwners: Map<string, GroupOwner>;
  /** Unit → (context, HWPT) → attachments: each pair takes one domain id of the unit. */
  readonly domains: Map<string, Map<number, number>>;
  readonly mappings: UserMapping[];
  /** Next number for contexts, files and inodes. */
  nextNumber: number;
  nextMapping: bigint;
}

/** Name → value. */
export type ParameterValues = ReadonlyMap<string, string>;

/** A PCI function and the state of it that changes. */
export interface SimFunction {
  readonly facts: PciFunction;
  /** The driver that takes it without an override. */
  readonly nativeDriver: string | null;
  driver: string | null;
  driverOverride: string | null;
  /** Its number while it is on vfio-pci, with or without a cdev. */
  vfioDevice: string | null;
  /** It was taken from its driver once, and with it went what used it. */
  usesEnded: boolean;
  /** A reset is under way. */
  resetting: boolean;
}

/** Bytes that all files of a mount (by mount point) or of a pool of huge pages (by page size) may take together. */
export interface Room {
  readonly mounts: ReadonlyMap<string, bigint>;
  readonly pools: ReadonlyMap<bigint, bigint>;
}

/** A memory file: the pages that were written; all others are zeros. */
export interface Inode {
  readonly path: string;
  readonly sizeBytes: bigint;
  readonly pages: Map<number, Uint8Array>;
  /** Parts that are allocated, disjoint; the rest are holes. */
  readonly populated: IovaRange[];
  /** Number of paths, open files and mappings that keep it. */
  references: number;
  lockedBy: number;
}

/** One iommufd, which exists as long as a file refers to it. Source: struct iommufd_ctx. */
export interface Context {
  readonly number: number;
  references: number;
  readonly objects: ObjectTable;
  readonly groups: Map<string, Group>;
  /** IOMMU_OPTION_RLIMIT_MODE: 0 per user, 1 per process. */
  rlimitMode: number;
  /** Id of the IOAS for VFIO compatibility; 0 is none. */
  vfioIoas: number;
}

/** An open file description; `references` counts fds. */
export type OpenFile =
  | { readonly kind: 'iommufd'; references: number; readonly context: number }
  | VfioFile
  | { readonly kind: 'fault' | 'events'; references: number; readonly context: number; readonly id: number }
  | {
      readonly kind: 'memory';
      references: number;
      readonly inode: number;
      readonly writable: boolean;
      position: bigint;
    };

/** An open vfio device file. Source: struct vfio_device_file, vfio_device. */
export interface VfioFile {
  readonly kind: 'vfio';
  references: number;
  readonly address: Bdf;
  /** Context number; 0 while not bound. */
  context: number;
  device: number;
  ridAttached: boolean;
  readonly pasids: PasidSet;
}

export interface GroupOwner {
  readonly context: number;
  devices: number;
}

/** User memory made by mmap. */
export interface UserMapping {
  readonly address: bigint;
  readonly lengthBytes: bigint;
  readonly readable: boolean;
  readonly writable: boolean;
  /** Anonymous memory has an inode without a path. */
  readonly inode: number;
  readonly offset: bigint;
  /** The VIOMMU whose page is mapped; the mapping is a user of it. */
  readonly viommu?: { readonly context: number; readonly id: number };
}

/** The initial parts that all worlds share. */
export function emptyTables(): Omit<
  World,
  'selftest' | 'transparentHugePages' | 'kernel' | 'machine' | 'units' | 'functions' | 'holders' | 'modules' | 'room'
> {
  return {
    absent: new Map(),
    companions: new Map(),
    parameters: new Map(),
    inodes: new Map(),
    paths: new Map(),
    contexts: new Map(),
    files: new Map(),
    fds: new Map(),
    fdNumbers: freeIdsFrom(3),
    groupOwners: new Map(),
    domains: new Map(),
    mappings: [],
    nextNumber: 1,
    nextMapping: 0x7f00_0000_0000n,
  };
}

export function newContext(world: World): Context {
  const number = world.nextNumber++;
  const context: Context = {
    number,
    references: 0,
    objects: emptyObjectTable(),
    groups: new Map(),
    rlimitMode: 0,
    vfioIoas: 0,
  };
  world.contexts.set(number, context);
  return context;
}
