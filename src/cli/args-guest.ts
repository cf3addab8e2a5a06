/** The options of `pasidctl guest`, and how their text becomes typed values. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ColorChoice, GuestOptions } from './options.ts';

/** What commander hands over for the options that {@link addGuestOptions} declares. */
export interface RawGuest {
  readonly output: GuestOptions['output'];
  readonly color: ColorChoice;
  readonly script?: string;
  readonly stage?: number;
  readonly ram?: string;
  readonly rootTable?: bigint;
  readonly maxRamBelow4g?: bigint;
  readonly qmp?: string;
  readonly raw: boolean;
}

export function addGuestOptions(command: Command): Command {
  return command
    .option('--script <file>', 'a replay script, or - for standard input')
    .addOption(new Option('--stage <n>', 'stop the script at this stage').argParser(stageNumber))
    .option('--ram <file>', "the file behind the guest's memory, or an image of it")
    .addOption(
      new Option(
        '--root-table <address>',
        'where the root table is, as in the register RTADDR; else memory is searched',
      ).argParser(address),
    )
    .addOption(new Option('--max-ram-below-4g <size>', "QEMU's machine option of that name").argParser(sizeBytes))
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
    qmp: raw.qmp ?? null,
    raw: raw.raw,
  };
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

const UNITS = ['', 'k', 'm', 'g', 't'];

function sizeBytes(text: string): bigint {
  const match = /^(\d{1,15}|0x[0-9a-f]{1,12})([kmgt]?)(?:i?b)?$/i.exec(text);
  if (match === null) throw new InvalidArgumentError('Give a size, such as 2G or 2048M.');
  const [, number = '0', unit = ''] = match;
  return BigInt(number) << BigInt(10 * UNITS.indexOf(unit.toLowerCase()));
}
