/** The options of `pasidctl guest`, and the parsers of their values. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RamRegion } from '../guest/ram-map.ts';
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
    .option('--script <file>', 'a replay script, or - for standard input')
    .addOption(new Option('--stage <n>', 'stop the script at this stage').argParser(stageNumber))
    .option('--ram <file>', "the file behind the guest's memory, or an image of it")
    .addOption(
      new Option(
        '--root-table <address>',
        'address of the root table, as in the register RTADDR; without it memory is searched',
      ).argParser(address),
    );
  return addLayoutOptions(withMemory)
    .option('--qmp <socket>', "QEMU's machine protocol: reads registers, and memory unless --ram is given")
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
    .addOption(new Option('--max-ram-below-4g <size>', "QEMU's machine option of that name").argParser(sizeBytes))
    .addOption(
      new Option(
        '--region <start:size:offset>',
        'place of memory in the file, instead of that of a q35 machine; repeatable',
      ).argParser((text, before: readonly RamRegion[] | undefined) => [...(before ?? []), region(text)]),
    );
}

function stageNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give the number of a stage.');
  return Number(text);
}

function address(text: string): bigint {
  if (!/^(?:0x[0-9a-f]{1,16}|\d{1,19})$/i.test(text))
    throw new InvalidArgumentError('Give an address, such as 0x692000.');
  return BigInt(text);
}

function region(text: string): RamRegion {
  const [start, size, offset, ...rest] = text.split(':');
  if (start === undefined || size === undefined || offset === undefined || rest.length > 0) {
    throw new InvalidArgumentError('Give a guest address, a size and a file offset, such as 4G:2G:2G.');
  }
  return { guestAddress: sizeBytes(start), bytes: sizeBytes(size), fileOffset: sizeBytes(offset) };
}

const UNITS = ['', 'k', 'm', 'g', 't'];

function sizeBytes(text: string): bigint {
  const match = /^(\d{1,15}|0x[0-9a-f]{1,12})([kmgt]?)(?:i?b)?$/i.exec(text);
  if (match === null) throw new InvalidArgumentError('Give a size, such as 2G or 2048M.');
  const [, number = '0', unit = ''] = match;
  return BigInt(number) << BigInt(10 * UNITS.indexOf(unit.toLowerCase()));
}
