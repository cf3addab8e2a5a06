/** Open the guest that the command line names, with a Refusal when that fails. */

import { resolve } from 'node:path';
import { known } from '../assert.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { findRootTables } from '../guest/find-root-table.ts';
import type { Guest } from '../guest/guest.ts';
import { QmpError } from '../guest/qmp.ts';
import { openQmpGuest } from '../guest/qmp-guest.ts';
import { openRamFile, type RamFile } from '../guest/ram-file.ts';
import { findOverlap, q35Regions, type RamRegion } from '../guest/ram-map.ts';
import { readScriptGuest, type ScriptGuest } from '../guest/script-guest.ts';
import { KernelError } from '../kernel/kernel-error.ts';
import { openLibc } from '../kernel/libc.ts';
import { mapSealed } from '../kernel/sealed-map.ts';
import type { MappedFile } from '../model/mapped-file.ts';
import { hex } from '../text/hex.ts';
import { RTADDR } from '../vtd/registers.ts';
import { scriptName, unreadable, wrongScriptLine } from './guest-problems.ts';
import type { Inputs } from './inputs.ts';
import { scriptPieces } from './script-pieces.ts';

/** Where a guest is read from; paths are as given. */
export interface GuestSource extends MemoryLayout {
  /** Replay script; `-` for standard input. */
  readonly script: string | null;
  /** Stage of the script; `null` for its end. */
  readonly stage: number | null;
  readonly ram: string | null;
  /** Value of RTADDR; with mode bits of 0 it means scalable mode. */
  readonly rootTable: bigint | null;
  /** QEMU's machine protocol. */
  readonly qmp: string | null;
}

/** The place of memory in its file. */
export interface MemoryLayout {
  readonly maxRamBelow4g: bigint | null;
  /** Empty for the layout of a q35 machine. */
  readonly regions: readonly RamRegion[];
}

export interface OpenedGuest {
  readonly guest: Guest;
  /** PASID width of the vIOMMU; `null` where the source does not contain it. */
  readonly pasidBits: number | null;
}

/**
 * Undone by: close of the guest.
 *
 * @param source  names a script, a RAM file or a socket
 * @throws Refusal: `usage` for a region, stage or root table that is not there, `bad-spec` for a wrong script, `no-input` when the source cannot be read
 */
export async function openGuest(source: GuestSource, inputs: Inputs): Promise<OpenedGuest> {
  const { script, ram, qmp, rootTable } = source;
  if (script !== null) return openScript(script, source, inputs);
  const memory = ram === null ? null : openRam(ram, source, inputs);
  if (qmp !== null) return { guest: await openQmp(qmp, memory, inputs), pasidBits: null };
  const file = known(memory, 'the RAM file');
  const rtaddr = asRtaddr(rootTable ?? searchRoot(file));
  const registers = { rtaddr, isTranslating: true, cap: null, ecap: null };
  return { guest: { memory: file, registers, fetch: null, close: file.close }, pasidBits: null };
}

/** Search memory for its only root table. */
function searchRoot(memory: RamFile): bigint {
  const found = findRootTables(memory, memory.regions);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  memory.close();
  const places = found.slice(0, 20).map((address) => hex(address));
  throw only === undefined
    ? wrongUse('No root table of scalable mode was found in memory.', NOT_FOUND)
    : wrongUse(`Memory has several root tables, at ${places.join(', ')}.`, 'Choose one with --root-table.');
}

const NOT_FOUND =
  'Give its address with --root-table, or --qmp to read it from the guest’s unit. ' +
  'If the guest is booting, wait until its driver has set it.';

function wrongUse(message: string, advice?: string): Refusal {
  return new Refusal('usage', [diagnostic('GUEST_SOURCE', message, advice === undefined ? {} : { advice })]);
}

/** RTADDR with the mode in bits 11:10; scalable mode where the given value has none. */
function asRtaddr(value: bigint): bigint {
  return RTADDR.has([value], 'TTM') ? value : value | (1n << 10n);
}

/** Undone by: close. @throws Refusal `no-input`; `usage` when a region is not in the file */
export function openRam(file: string, { maxRamBelow4g, regions }: MemoryLayout, { cwd }: Inputs): RamFile {
  checkOverlap(regions);
  const layOut = (sizeBytes: bigint): readonly RamRegion[] => {
    for (const region of regions) checkRegion(region, file, sizeBytes);
    return regions.length > 0 ? regions : q35Regions(sizeBytes, maxRamBelow4g);
  };
  try {
    return openRamFile(resolve(cwd, file), layOut, mapMemfd);
  } catch (error) {
    if (error instanceof Error && !(error instanceof Refusal)) throw unreadable('ram', file, error);
    throw error;
  }
}

/** It is unknown which of two places in the file is meant. */
function checkOverlap(regions: readonly RamRegion[]): void {
  const second = findOverlap(regions);
  if (second === null) return;
  const message = `The region at ${hex(second.guestAddress)} overlaps another one in guest addresses.`;
  throw wrongUse(message, 'Give each guest address in one --region.');
}

/** A search through what is not there would not end. */
function checkRegion({ guestAddress, fileOffset, bytes }: RamRegion, file: string, sizeBytes: bigint): void {
  const end = fileOffset + bytes;
  if (end <= sizeBytes) return;
  const region = `The region at ${hex(guestAddress)}`;
  throw wrongUse(
    `${region} ends at byte ${end} of ${file}, which has ${sizeBytes}.`,
    'Give --region as start:size:offset, within the file.',
  );
}

/** libc is loaded only for a memfd, to map it; where it cannot be loaded, memory is read. */
function mapMemfd(fd: number, sizeBytes: number): MappedFile | null {
  try {
    return mapSealed(openLibc(), fd, sizeBytes);
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}

/** Undone by: close, which closes memory too. @throws Refusal `no-input` */
export async function openQmp(socket: string, memory: RamFile | null, { cwd }: Inputs): Promise<Guest> {
  try {
    return await openQmpGuest(resolve(cwd, socket), memory);
  } catch (error) {
    memory?.close();
    if (error instanceof QmpError) throw unreadable('socket', socket, error);
    throw error;
  }
}

async function openScript(file: string, { stage }: GuestSource, inputs: Inputs): Promise<OpenedGuest> {
  const read = await readScriptGuest(scriptPieces(file, inputs), stage).catch((error: Error) => {
    throw unreadable('script', scriptName(file), error);
  });
  if ('guest' in read) return read;
  throw 'problem' in read ? wrongScriptLine(scriptName(file), read.problem) : noStage(read);
}

function noStage({ stages }: Extract<ScriptGuest, { readonly stages: readonly number[] }>): Refusal {
  const choices = stages.length === 0 ? 'it has none' : `it has ${stages.slice(0, 20).join(', ')}`;
  return new Refusal('usage', [diagnostic('SCRIPT_NO_STAGE', `The script has no stage of this number: ${choices}.`)]);
}
