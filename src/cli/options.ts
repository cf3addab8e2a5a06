/** What the command line says, parsed: one type per command, with nothing left undefined. */

import type { RamRegion } from '../guest/ram-map.ts';

export type OutputFormat = 'text' | 'json' | 'yaml';
export type Backend = 'kernel' | 'selftest' | 'sim';
export type ColorChoice = 'auto' | 'always' | 'never';
export type Shell = 'bash' | 'zsh' | 'fish';
export type SchemaName = 'host' | 'machine' | 'plan';

export interface OutputOptions {
  readonly output: OutputFormat;
  readonly color: ColorChoice;
}

/** Options of every command that looks at a machine. Paths are as typed. */
export interface CommonOptions extends OutputOptions {
  /** Spec files, directories and `-`, in the order given; empty for commands without `-f`. */
  readonly files: readonly string[];
  readonly backend: Backend;
  /** Below which /sys, /proc and /dev are read. */
  readonly root: string;
  /** A machine file to plan for or to simulate instead of this machine; `null` for this one. */
  readonly machine: string | null;
  /** `--state-dir`, else PASIDCTL_STATE_DIR; `null` leaves the default to the command. */
  readonly stateDir: string | null;
}

export interface ValidateOptions extends OutputOptions {
  readonly files: readonly string[];
}

export interface PlanOptions extends CommonOptions {
  /** Where to save the plan; `null` saves none. */
  readonly out: string | null;
  readonly detailedExitcode: boolean;
}

export interface ApplyOptions extends CommonOptions {
  /** A saved plan, instead of spec files. */
  readonly plan: string | null;
  readonly autoApprove: boolean;
  /** Keep running and keep the kernel objects until a signal. */
  readonly hold: boolean;
  /** How long to wait for another run to end. */
  readonly lockTimeoutMs: number;
}

export interface DestroyOptions extends CommonOptions {
  readonly autoApprove: boolean;
  readonly lockTimeoutMs: number;
}

export type StatusOptions = CommonOptions;

export interface InventoryOptions extends CommonOptions {
  /** Show every PCI function, not only those that matter here. */
  readonly all: boolean;
}

export interface ExplainOptions extends OutputOptions {
  /** `null` lists the catalogue. */
  readonly code: string | null;
}

export interface GuestOptions {
  /** `dmar`: the kernel's own dmar_translation_struct. */
  readonly output: OutputFormat | 'dmar';
  readonly color: ColorChoice;
  /** Replay script; `-` for standard input. */
  readonly script: string | null;
  /** Stage of the script; `null` for its end. */
  readonly stage: number | null;
  readonly ram: string | null;
  /** RTADDR; without a mode in it, scalable mode is meant. */
  readonly rootTable: bigint | null;
  readonly maxRamBelow4g: bigint | null;
  /** Where memory lies in the file; empty for a q35's own layout. */
  readonly regions: readonly RamRegion[];
  /** QEMU's machine protocol. */
  readonly qmp: string | null;
  /** Show every field. */
  readonly raw: boolean;
}

export interface ReplayCommandOptions extends OutputOptions {
  /** A script, or `-`; beside a trace only what goes before it. */
  readonly file: string | null;
  /** QEMU's log; needs `ram`. */
  readonly trace: string | null;
  readonly ram: string | null;
  readonly maxRamBelow4g: bigint | null;
  readonly regions: readonly RamRegion[];
  /** QEMU's machine protocol: tells what the guest's unit offers. */
  readonly qmp: string | null;
  /** Go on while QEMU writes its log. */
  readonly follow: boolean;
  /** Invalidations between two waits go out together. */
  readonly batching: boolean;
}

export interface SchemaOptions {
  readonly name: SchemaName;
}

export interface CompletionOptions {
  readonly shell: Shell;
}

export type VersionOptions = OutputOptions;
