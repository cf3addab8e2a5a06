/** The parsed command line: one type per command, without undefined fields. */

import type { BackendName } from '../model/backend-name.ts';
import type { GuestSource } from '../replay/guest-source.ts';
import type { TraceSource } from '../replay/open-trace.ts';

export type OutputFormat = 'text' | 'json' | 'yaml';
export type ColorChoice = 'auto' | 'always' | 'never';
export type Shell = 'bash' | 'zsh' | 'fish';
/** The spec and the machine file, then the outputs. */
export const SCHEMA_NAMES = [
  ...(['host', 'machine'] as const),
  ...(['plan', 'status', 'event', 'diagnostics', 'catalogue', 'guest', 'repair', 'doctor', 'version'] as const),
] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];

export interface OutputOptions {
  readonly output: OutputFormat;
  readonly color: ColorChoice;
}

/** Options of every command that reads a machine. Paths are as typed. */
export interface CommonOptions extends OutputOptions {
  /** Spec files, folders and `-`, in the order given; empty for commands without `-f`. */
  readonly files: readonly string[];
  readonly backend: BackendName;
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

/** A spec that asks for nothing is meant. */
interface EmptyOption {
  readonly allowEmpty: boolean;
}

export interface PlanOptions extends CommonOptions, EmptyOption, FullOption {
  /** Where to save the plan; `null` saves none. */
  readonly out: string | null;
  readonly detailedExitcode: boolean;
}

export interface ApplyOptions extends CommonOptions, EmptyOption, FullOption {
  /** A saved plan, instead of spec files. */
  readonly plan: string | null;
  readonly autoApprove: boolean;
  /** Keep running and keep the kernel objects until a signal. */
  readonly hold: boolean;
  /** How long to wait for another run to end. */
  readonly lockTimeoutMs: number;
}

export interface DestroyOptions extends CommonOptions, FullOption {
  readonly autoApprove: boolean;
  readonly lockTimeoutMs: number;
}

/** Nothing is folded. */
interface FullOption {
  readonly full: boolean;
}

export interface StatusOptions extends CommonOptions, FullOption {}

export interface StateRepairOptions extends OutputOptions, Pick<CommonOptions, 'backend' | 'stateDir'> {
  readonly autoApprove: boolean;
  readonly lockTimeoutMs: number;
}

export interface InventoryOptions extends CommonOptions {
  /** Show every PCI function, not only those that matter for PASIDs. */
  readonly all: boolean;
}

/** The hidden command of the child process in which `doctor` reads a machine. */
export const OBSERVE = 'observe-for-doctor';

export interface DoctorOptions extends CommonOptions {
  /** What makes the command fail besides what is broken. */
  readonly failOn: 'fatal' | 'warning';
  /** `ID=REASON`, as typed. */
  readonly ignore: readonly string[];
  /** As typed, such as `kernel=7.3`. */
  readonly assume: readonly string[];
  /** Show all that is fine, with what was read. */
  readonly all: boolean;
}

export interface ExplainOptions extends OutputOptions {
  /** `null` lists the catalogue. */
  readonly code: string | null;
}

export interface GuestOptions extends GuestSource {
  /** `dmar`: the kernel's own dmar_translation_struct. */
  readonly output: OutputFormat | 'dmar';
  readonly color: ColorChoice;
  /** Show every field. */
  readonly raw: boolean;
}

/** Without a trace, `file` is the script. */
export interface ReplayCommandOptions extends OutputOptions, TraceSource {
  /** Read the log while QEMU writes it. */
  readonly follow: boolean;
}

export interface SchemaOptions {
  readonly name: SchemaName;
}

export interface CompletionOptions {
  readonly shell: Shell;
}

export type VersionOptions = OutputOptions;
