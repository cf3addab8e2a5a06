/**
 * A world as it is stored. What the host does with a function is a phrase there, as in machine files, so that older worlds stay
 * readable; they have fewer facts too.
 */

import type { Bdf } from '../model/bdf.ts';
import { type PciFunction, UNREAD_FUNCTION, UNREAD_MACHINE } from '../model/host.ts';
import { parseUse, useText } from '../model/use-text.ts';
import { fromJson, type Json, toJson } from './state/json-codec.ts';
import { beginning, mountsOrUsual } from './state/memory-room.ts';
import { emptyTables, type Room, type SimFunction, type World } from './state/world.ts';

type Functions = Map<Bdf, SimFunction>;

interface StoredFacts extends Omit<PciFunction, 'uses' | 'enabled'> {
  readonly uses: readonly string[];
  /** Absent in a world of version 0.1. */
  readonly enabled?: readonly string[];
}

type StoredFunction = Omit<SimFunction, 'facts'> & { readonly facts: StoredFacts };
type StoredFunctions = ReadonlyMap<Bdf, StoredFunction>;

interface StoredWorld extends Omit<World, 'functions' | 'absent'> {
  readonly functions: StoredFunctions;
  /** Absent in a world of version 0.1. */
  readonly absent?: StoredFunctions;
}

/** Undone by: readWorld. */
export function writeWorld(world: World): Json {
  const stored: StoredWorld = {
    ...world,
    functions: writeFunctions(world.functions),
    absent: writeFunctions(world.absent),
  };
  return toJson(stored);
}

function writeFunctions(functions: Functions): StoredFunctions {
  return new Map(
    [...functions].map(([address, found]) => {
      const { uses, enabled } = found.facts;
      return [address, { ...found, facts: { ...found.facts, uses: uses.map(useText), enabled: enabled.map(useText) } }];
    }),
  );
}

const NO_LIMITS: Room = { mounts: new Map(), pools: new Map() };

/**
 * A world of version 0.1 has fewer facts; the others were not read.
 *
 * @throws TypeError when the value did not come from {@link writeWorld}
 */
export function readWorld(json: Json): World {
  // writeWorld wrote the value; the checksum of the world file detects other changes.
  const world = fromJson(json) as StoredWorld;
  for (const [number, inode] of world.inodes) {
    // A right checksum does not prove the content, and the size leaves the simulator as a fact of the machine.
    if (typeof inode.sizeBytes !== 'bigint')
      throw new TypeError(`the size of ${String(inode.path)} is no number of bytes`);
    world.inodes.set(number, { ...{ populated: beginning(inode.sizeBytes) }, ...inode });
  }
  const machine = { ...UNREAD_MACHINE, ...world.machine };
  return {
    ...emptyTables(),
    ...{ room: NO_LIMITS },
    ...world,
    functions: readFunctions(world.functions),
    absent: readFunctions(world.absent ?? new Map()),
    kernel: { ...{ config: null }, ...world.kernel },
    holders: world.holders.map((holder) => ({ ...{ through: 'device' as const }, ...holder })),
    machine: { ...machine, mounts: mountsOrUsual(machine) },
  };
}

function readFunctions(stored: StoredFunctions): Functions {
  return new Map([...stored].map(([address, found]) => [address, readFunction(found)]));
}

/** What the functions in older world files lack. */
const NEW_STATE = { usesEnded: false };

function readFunction(stored: StoredFunction): SimFunction {
  const { uses, enabled = [] } = stored.facts;
  const facts = { ...UNREAD_FUNCTION, ...stored.facts, uses: uses.map(parseUse), enabled: enabled.map(parseUse) };
  return { ...NEW_STATE, ...stored, facts: { ...facts, capabilities: withEnable(facts) } };
}

/** The simulator of version 0.1 showed PASID Enable on every function that has PASIDs. */
function withEnable({ capabilities }: Pick<PciFunction, 'capabilities'>): PciFunction['capabilities'] {
  if (capabilities === 'unknown' || capabilities.pasid === null) return capabilities;
  return { ...capabilities, pasid: { ...{ enabled: true }, ...capabilities.pasid } };
}
