/** The options of `doctor`. Their values are read by the command, which knows the checks. */

import { type Command, Option } from 'commander';
import type { DoctorOptions } from './options.ts';

export interface RawDoctor {
  readonly failOn: DoctorOptions['failOn'];
  readonly ignore?: readonly string[];
  readonly assume?: readonly string[];
  readonly all: boolean;
}

export function addDoctorOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--fail-on <state>',
        'what makes it exit 4: what is fatal or unknown so that `plan` refuses, or warnings and other unknowns too',
      )
        .choices(['fatal', 'warning'])
        .default('fatal'),
    )
    .option('--ignore <id=reason>', 'accept a finding by check or code, with the reason; repeatable', collected)
    .option(
      '--assume <what>',
      'what if: cmdline+=WORDS, cmdline-=WORDS, kernel=RELEASE, module:MODULE.PARAMETER=VALUE, config:CONFIG_OPTION=y|m|n; repeatable',
      collected,
    )
    .option('--all', 'every check that is fine too, with what was read', false);
}

function collected(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

export function doctorOptions({ failOn, ignore = [], assume = [], all }: RawDoctor): Omit<DoctorOptions, CommonKeys> {
  return { failOn, ignore, assume, all };
}

type CommonKeys = Exclude<keyof DoctorOptions, keyof RawDoctor>;
