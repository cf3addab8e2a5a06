/** The options that commands share, and the parsers of their values. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BackendName } from '../model/backend-name.ts';
import { parseDurationMs } from './duration.ts';
import { once, pathTo } from './option-values.ts';
import type { ColorChoice, CommonOptions, OutputFormat, OutputOptions } from './options.ts';
import type { Deps } from './terminal.ts';

/** Values from commander of the options that {@link addOutputOptions} and similar functions declare. */
export interface RawOutput {
  readonly output: OutputFormat;
  readonly color: ColorChoice;
}

export interface RawState {
  readonly backend: BackendName;
  readonly stateDir?: string;
}

export interface RawMachine extends RawOutput, RawState {
  readonly file?: readonly string[];
  readonly root?: string;
  readonly machine?: string;
}

export function addFileOption(command: Command): Command {
  return command.requiredOption(...FILE_OPTION);
}

/** For commands that can run without `-f`. */
export function addOptionalFileOption(command: Command): Command {
  return command.option(...FILE_OPTION);
}

const specPath = pathTo('a spec file or a folder, or - for standard input');

const FILE_OPTION: readonly [
  string,
  string,
  (path: string, before: readonly string[] | undefined) => readonly string[],
] = [
  '-f, --file <path>',
  'spec file, folder of *.yaml files in name order, or - for standard input; repeatable',
  (path, before) => [...(before ?? []), specPath(path)],
];

export function addOutputOptions(
  command: Command,
  formats: readonly OutputFormat[] = ['text', 'json', 'yaml'],
): Command {
  return command
    .addOption(new Option('-o, --output <format>', 'how to print').choices(formats).default('text'))
    .addOption(
      new Option('--color <when>', 'colours; NO_COLOR switches them off too')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    );
}

export function addMachineOptions(command: Command): Command {
  return command
    .addOption(backendOption())
    .option('--root <dir>', 'read /sys, /proc and /dev below this folder (default: "/")', once(rootPath))
    .option(
      '--machine <file>',
      'a machine file of `inventory -o yaml`, or - for standard input, instead of this machine',
      once(machinePath),
    )
    .option(...STATE_DIR_OPTION);
}

/** For commands that look at the state folder alone; which one is the usual one depends on the backend. */
export function addStateOptions(command: Command): Command {
  return command.addOption(backendOption()).option(...STATE_DIR_OPTION);
}

function backendOption(): Option {
  return new Option(
    '--backend <kind>',
    'kernel objects and devices: real ones, mock devices of the kernel selftest, or simulated ones',
  )
    .choices(['kernel', 'selftest', 'sim'])
    .default('kernel');
}

const rootPath = pathTo('a folder with copies of /sys and /proc');
const machinePath = pathTo('a machine file, or - for standard input');

const STATE_DIR_OPTION = [
  '--state-dir <dir>',
  'folder of ledger, journal and lock; also PASIDCTL_STATE_DIR',
  once(pathTo('a folder, or omit the option for the usual one')),
] as const;

export function addApproveOption(command: Command): Command {
  return command.option('-y, --auto-approve', 'do not ask; needed where there is no terminal to ask on', false);
}

export function addFullOption(command: Command): Command {
  return command.option('--full', 'fold nothing in text: every step, every binding', false);
}

export function addEmptyOption(command: Command): Command {
  return command.option('--allow-empty', 'a spec that asks for nothing is meant: give everything back', false);
}

export function addLockOption(command: Command): Command {
  return command.addOption(
    new Option('--lock-timeout <duration>', 'time to wait for another run to end: 500ms, 30s, 5m, 1h')
      .argParser(durationMs)
      .default(0, '0s'),
  );
}

function durationMs(text: string): number {
  const ms = parseDurationMs(text);
  if (ms === null) throw new InvalidArgumentError('Give a number and ms, s, m or h, such as 30s; at most 24 days.');
  return ms;
}

export function outputOptions({ output, color }: RawOutput): OutputOptions {
  return { output, color };
}

export function commonOptions(raw: RawMachine, deps: Deps): CommonOptions {
  return {
    ...outputOptions(raw),
    ...stateOptions(raw, deps),
    files: raw.file ?? [],
    root: raw.root ?? '/',
    machine: raw.machine ?? null,
  };
}

export function stateOptions({ backend, stateDir }: RawState, { env }: Deps): Pick<CommonOptions, keyof RawState> {
  const fromEnv = env.PASIDCTL_STATE_DIR;
  return { backend, stateDir: stateDir ?? (fromEnv === undefined || fromEnv.trim() === '' ? null : fromEnv) };
}
