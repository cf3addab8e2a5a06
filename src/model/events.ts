/** The events of an apply. Runs emit them, views print them; the JSON view prints each as one line. */

import type { Failure, Leftover, Outcome, Verification } from './outcome.ts';
import type { PlannedStep, Step } from './plan.ts';

export type ApplyEvent =
  | { readonly event: 'started'; readonly steps: number }
  | { readonly event: 'step-started'; readonly index: number; readonly planned: PlannedStep }
  | { readonly event: 'step-done'; readonly index: number; readonly planned: PlannedStep }
  | { readonly event: 'step-failed'; readonly index: number; readonly planned: PlannedStep; readonly failure: Failure }
  | { readonly event: 'rollback-started'; readonly steps: number }
  | { readonly event: 'undone'; readonly step: Step }
  | { readonly event: 'undo-failed'; readonly leftover: Leftover }
  | { readonly event: 'verified'; readonly verification: Verification }
  | { readonly event: 'ended'; readonly outcome: Outcome }
  /** A ledger that could not be written earlier is on disk now. */
  | { readonly event: 'written' }
  /** `apply --hold`: the plan is applied, and this process keeps the kernel objects. */
  | { readonly event: 'holding'; readonly pid: number }
  | { readonly event: 'releasing'; readonly signal: string };

export type EmitEvent = (event: ApplyEvent) => void;
