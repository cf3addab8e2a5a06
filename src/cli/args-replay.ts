/** The options of `pasidctl replay`, and the parsers of their values. */

import type { Command } from 'commander';
import type { RamRegion } from '../guest/ram-map.ts';
import { addLayoutOptions, logPath, ramPath, scriptPath, socketPath } from './args-guest.ts';
import { once } from './option-values.ts';
import type { OutputOptions, ReplayCommandOptions } from './options.ts';

/** Values from commander of the options that {@link addReplayOptions} declares. */
export interface RawReplay {
  readonly file?: string;
  readonly qemuTrace?: string;
  readonly ram?: string;
  readonly maxRamBelow4g?: bigint;
  readonly region?: readonly RamRegion[];
  readonly qmp?: string;
  readonly follow: boolean;
  readonly batch: boolean;
}

export function addReplayOptions(command: Command): Command {
  const withMemory = command
    .option(
      '-f, --file <script>',
      'replay script, one JSON object a line, or - for standard input; with a trace only config and registers',
      once(scriptPath),
    )
    .option(
      '--qemu-trace <log>',
      "QEMU's log with `-trace vtd_reg_write -trace vtd_inv_desc`, instead of a script",
      once(logPath),
    )
    .option('--ram <file>', "with a trace: the file behind the guest's memory, or an image of it", once(ramPath));
  return addLayoutOptions(withMemory)
    .option(
      '--qmp <socket>',
      "with a trace: QEMU's machine protocol, which tells what the guest's unit offers",
      once(socketPath),
    )
    .option('--follow', 'with a trace: go on while QEMU runs, until it ends or a signal comes', false)
    .option('--no-batch', 'send every invalidation by itself instead of one call per HWPT at a wait');
}

export function replayOptions(raw: RawReplay): Omit<ReplayCommandOptions, keyof OutputOptions> {
  return {
    file: raw.file ?? null,
    trace: raw.qemuTrace ?? null,
    ram: raw.ram ?? null,
    maxRamBelow4g: raw.maxRamBelow4g ?? null,
    regions: raw.region ?? [],
    qmp: raw.qmp ?? null,
    follow: raw.follow,
    batching: raw.batch,
  };
}
