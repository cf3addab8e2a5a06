/** The options of `pasidctl guest`, and the parsers of their values. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RamRegion } from '../guest/ram-map.ts';
import { count } from '../text/amounts.ts';
import { once, pathTo } from './option-values.ts';
import type { ColorChoice, GuestOptions } from './options.ts';

/** Values from commander of the options that {@link addGuestOptions} declares. */
export interface RawGuest {
  readonly output: GuestOptions['output'];
  readonly color: ColorChoice;
  readonly script?: string;
  readonly stage?: number;
  readonly ram?: string;
  readonly rootTable?: bigint;
  readonly maxRamBelow4g?: bigint;
  readonly region?: readonly RamRegion[];
  readonly qmp?: string;
  readonly raw: boolean;
}

export function addGuestOptions(command: Command): Command {
  const withMemory = command
    .option('--script <file>', 'a replay script, or - for standard input', once(scriptPath))
    .addOption(new Option('--stage <n>', 'stop the script at this stage').argParser(once(stageNumber)))
    .option('--ram <file>', "the file behind the guest's memory, or an image of it", once(ramPath))
    .addOption(
      new Option(
        '--root-table <address>',
        'where the root table is, as in the register RTADDR; else memory is searched',
      ).argParser(once(rootTable)),
    );
  return addLayoutOptions(withMemory)
    .option(
      '--qmp <socket>',
      "QEMU's machine protocol: reads registers, and memory unless --ram is given",
      once(socketPath),
    )
    .option('--raw', 'every field of every entry', false)
    .addOption(
      new Option('-o, --output <format>', 'how to print; dmar is the kernel’s dmar_translation_struct')
        .choices(['text', 'json', 'yaml', 'dmar'])
        .default('text'),
    )
    .addOption(
      new Option('--color <when>', 'colours; NO_COLOR switches them off too')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    );
}

export function guestOptions(raw: RawGuest): GuestOptions {
  return {
    output: raw.output,
    color: raw.color,
    script: raw.script ?? null,
    stage: raw.stage ?? null,
    ram: raw.ram ?? null,
    rootTable: raw.rootTable ?? null,
    maxRamBelow4g: raw.maxRamBelow4g ?? null,
    regions: raw.region ?? [],
    qmp: raw.qmp ?? null,
    raw: raw.raw,
  };
}

/** The place of memory in the RAM file. */
export function addLayoutOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--max-ram-below-4g <size>', "QEMU's machine option of that name").argParser(once(maxRamBelow4g)),
    )
    .addOption(
      new Option(
        '--region <start:size:offset>',
        'place of memory in the file, instead of that of a q35 machine; repeatable',
      ).argParser((text, before: readonly RamRegion[] | undefined) => [...(before ?? []), region(text)]),
    );
}

export const scriptPath = pathTo('a replay script, or - for standard input');
export const ramPath = pathTo('the file behind the guest’s memory, or of an image of it');
export const socketPath = pathTo('the socket of QEMU’s option -qmp');
export const logPath = pathTo('the log of QEMU’s option -D');

const LAST_STAGE = 2 ** 31 - 1;

function stageNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > LAST_STAGE)
    throw new InvalidArgumentError(`Give the number of a stage, from 0 to ${LAST_STAGE}.`);
  return Number(text);
}

/** Bits 11:10 are the translation mode, as in RTADDR. */
function rootTable(text: string): bigint {
  if (!/^(?:0x[0-9a-f]{1,16}|\d{1,19})$/i.test(text))
    throw new InvalidArgumentError('Give an address, such as 0x692000.');
  const address = BigInt(text);
  if ((address & 0x3ffn) !== 0n)
    throw new InvalidArgumentError(
      'A root table begins at a multiple of 4096; only the mode in bits 11:10 may be added.',
    );
  return address;
}

const REGION_PARTS = ['guest address', 'size', 'file offset'] as const;
const REGION_ADVICE = 'Give a guest address, a size and a file offset, such as 4G:2G:2G.';
const LAST_ADDRESS = 1n << 64n;

function region(text: string): RamRegion {
  const parts = text.split(':');
  if (parts.length !== REGION_PARTS.length)
    throw new InvalidArgumentError(`It has ${count(parts.length, 'part')} instead of 3. ${REGION_ADVICE}`);
  const wrong = (index: number, why: string): never => {
    throw new InvalidArgumentError(`Its ${REGION_PARTS[index]} ${quoted(parts[index] ?? '')} ${why}. ${REGION_ADVICE}`);
  };
  const [guestAddress = 0n, bytes = 0n, fileOffset = 0n] = parts.map(
    (part, index) => parseSize(part) ?? wrong(index, 'is not a size'),
  );
  if (bytes === 0n) wrong(1, 'is nothing');
  if (guestAddress + bytes > LAST_ADDRESS) wrong(0, 'is so high that the region ends beyond 2^64');
  return { guestAddress, bytes, fileOffset };
}

function quoted(text: string): string {
  return `"${text}"`;
}

const MIB = 1n << 20n;
const FOUR_GIB = 1n << 32n;

/** QEMU refuses more, and warns of less. */
function maxRamBelow4g(text: string): bigint {
  const bytes = parseSize(text);
  if (bytes === null || bytes < MIB || bytes > FOUR_GIB)
    throw new InvalidArgumentError('Give a size from 1M to 4G, such as 2G or 2048M.');
  return bytes;
}

const UNITS = ['', 'k', 'm', 'g', 't'];

/** `null` when the text is no size. */
function parseSize(text: string): bigint | null {
  const match = /^(\d{1,15}|0x[0-9a-f]{1,16})([kmgt]?)(?:i?b)?$/i.exec(text);
  if (match === null) return null;
  const [, number = '0', unit = ''] = match;
  return BigInt(number) << BigInt(10 * UNITS.indexOf(unit.toLowerCase()));
}
