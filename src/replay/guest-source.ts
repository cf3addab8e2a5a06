/** Open the guest that the command line names, or end the command with why it cannot be. */

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../cli/exit-codes.ts';
import type { GuestOptions } from '../cli/options.ts';
import { Stop } from '../cli/stop.ts';
import type { Deps } from '../cli/terminal.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { findRootTables } from '../guest/find-root-table.ts';
import type { Guest } from '../guest/guest.ts';
import { QmpError } from '../guest/qmp.ts';
import { openQmpGuest } from '../guest/qmp-guest.ts';
import { openRamFile, type RamFile } from '../guest/ram-file.ts';
import { q35Regions, type RamRegion } from '../guest/ram-map.ts';
import { readScriptGuest, type ScriptGuest } from '../guest/script-guest.ts';
import { KernelError } from '../kernel/kernel-error.ts';
import { openLibc } from '../kernel/libc.ts';
import { mapSealed } from '../kernel/sealed-map.ts';
import type { MappedFile } from '../model/mapped-file.ts';
import { RTADDR } from '../vtd/registers.ts';
import { scriptName, unreadable, wrongScriptLine } from './guest-problems.ts';

export interface OpenedGuest {
  readonly guest: Guest;
  /** PASID width of the vIOMMU; `null` where the source does not tell. */
  readonly pasidBits: number | null;
}

/** Undone by: close of the guest. @throws Stop: exit 64 for options that do not fit, 65 for a bad script, 66 when it cannot be read */
export async function openGuest(options: GuestOptions, deps: Deps): Promise<OpenedGuest> {
  const { script, ram, qmp, rootTable } = options;
  checkOptions(options);
  if (script !== null) return openScript(script, options, deps);
  const memory = ram === null ? null : openRam(ram, options, deps);
  if (qmp !== null) return { guest: await openQmp(qmp, memory, deps), pasidBits: null };
  if (memory === null) throw wrongUse('Neither --script nor --ram nor --qmp was given.');
  const rtaddr = asRtaddr(rootTable ?? searchRoot(memory));
  const registers = { rtaddr, isTranslating: true, cap: null, ecap: null };
  return { guest: { memory, registers, fetch: null, close: memory.close }, pasidBits: null };
}

/** The one root table that memory holds. */
function searchRoot(memory: RamFile): bigint {
  const found = findRootTables(memory, memory.regions);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  memory.close();
  const places = found.slice(0, 20).map((address) => `0x${address.toString(16)}`);
  throw only === undefined
    ? wrongUse('No root table of scalable mode was found in memory.', NOT_FOUND)
    : wrongUse(`Memory holds several root tables, at ${places.join(', ')}.`, 'Choose one with --root-table.');
}

const NOT_FOUND =
  'Tell where it is with --root-table, or --qmp, which reads it from the guest’s unit; the guest’s driver may not have set it yet.';

function checkOptions({ script, stage, ram, qmp, rootTable, maxRamBelow4g, regions }: GuestOptions): void {
  if (script === null && ram === null && qmp === null)
    throw wrongUse('Neither --script nor --ram nor --qmp was given.');
  if (script !== null && (ram !== null || qmp !== null)) throw wrongUse('--script stands alone.');
  if (script === null && stage !== null) throw wrongUse('--stage goes with --script.');
  if (ram === null && maxRamBelow4g !== null) throw wrongUse('--max-ram-below-4g goes with --ram.');
  if (ram === null && regions.length > 0) throw wrongUse('--region goes with --ram.');
  if (maxRamBelow4g !== null && regions.length > 0) throw wrongUse('--region leaves nothing for --max-ram-below-4g.');
  if (ram === null && rootTable !== null) throw wrongUse('--root-table goes with --ram.');
  if (qmp !== null && rootTable !== null) throw wrongUse('--qmp tells the root table; --root-table is too much.');
}

function wrongUse(message: string, advice?: string): Stop {
  return new Stop(EXIT.usage, [diagnostic('GUEST_SOURCE', message, advice === undefined ? {} : { advice })]);
}

/** Scalable mode unless the address says otherwise, as RTADDR itself does in bits 11:10. */
function asRtaddr(value: bigint): bigint {
  return RTADDR.has([value], 'TTM') ? value : value | (1n << 10n);
}

/** Where memory lies in its file. */
type MemoryLayout = Pick<GuestOptions, 'maxRamBelow4g' | 'regions'>;

/** Undone by: close. @throws Stop exit 66; 64 when a region is not in the file */
export function openRam(file: string, { maxRamBelow4g, regions }: MemoryLayout, { cwd }: Deps): RamFile {
  const layOut = (sizeBytes: bigint): readonly RamRegion[] => {
    for (const region of regions) checkRegion(region, file, sizeBytes);
    return regions.length > 0 ? regions : q35Regions(sizeBytes, maxRamBelow4g);
  };
  try {
    return openRamFile(resolve(cwd, file), layOut, mapMemfd);
  } catch (error) {
    if (error instanceof Error && !(error instanceof Stop)) throw unreadable('ram', file, error);
    throw error;
  }
}

/** A search through what is not there would not end. */
function checkRegion({ guestAddress, fileOffset, bytes }: RamRegion, file: string, sizeBytes: bigint): void {
  const end = fileOffset + bytes;
  if (end <= sizeBytes) return;
  const region = `The region at 0x${guestAddress.toString(16)}`;
  throw wrongUse(
    `${region} ends at byte ${end} of ${file}, which has ${sizeBytes}.`,
    'Give --region as start:size:offset, within the file.',
  );
}

/** libc is loaded for a memfd, and not before; where it cannot be, memory is read. */
function mapMemfd(fd: number, sizeBytes: number): MappedFile | null {
  try {
    return mapSealed(openLibc(), fd, sizeBytes);
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}

/** Undone by: close, which closes memory too. @throws Stop exit 66 */
export async function openQmp(socket: string, memory: RamFile | null, { cwd }: Deps): Promise<Guest> {
  try {
    return await openQmpGuest(resolve(cwd, socket), memory);
  } catch (error) {
    memory?.close();
    if (error instanceof QmpError) throw unreadable('socket', socket, error);
    throw error;
  }
}

async function openScript(file: string, { stage }: GuestOptions, { cwd, terminal }: Deps): Promise<OpenedGuest> {
  const source = file === '-' ? terminal.stdin : createReadStream(resolve(cwd, file));
  const read = await readScriptGuest(source, stage).catch((error: Error) => {
    throw unreadable('script', scriptName(file), error);
  });
  if ('guest' in read) return read;
  throw 'problem' in read ? wrongScriptLine(scriptName(file), read.problem) : noStage(read);
}

function noStage({ stages }: Extract<ScriptGuest, { readonly stages: readonly number[] }>): Stop {
  const known = stages.length === 0 ? 'it has none' : `it has ${stages.slice(0, 20).join(', ')}`;
  return new Stop(EXIT.usage, [diagnostic('SCRIPT_NO_STAGE', `The script has no such stage: ${known}.`)]);
}
