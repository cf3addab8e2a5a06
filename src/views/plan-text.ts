/** A plan for people: by vIOMMU and device, each step with its reason, and what it comes to. */

import type { Plan, PlannedStep, Step, StepKind } from '../model/plan.ts';
import { describeStep, deviceOf, riskOf, traitsOf, viommuOf } from '../steps/step-kinds.ts';
import type { Action } from '../steps/traits.ts';
import { grouped } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import type { Colors } from './colors.ts';
import { type PlanSummary, summarize } from './plan-summary.ts';
import { disruptionText, reasonText } from './reason-text.ts';

/** Of more like steps than this in a group, only the first few are shown. */
const MOST_ALIKE = 12;
const SHOWN_ALIKE = 3;

const SYMBOLS: Readonly<Record<Action, string>> = { create: '+', change: '~', remove: '-' };

export interface PlanTextOptions {
  readonly colors: Colors;
  /** What a plan without steps says; by default that the spec is met. */
  readonly empty?: string;
  /** Fold nothing. */
  readonly full?: boolean;
}

const MET = 'No changes: everything is as the spec wants it.';

export function planText(plan: Plan, { colors, empty = MET, full = false }: PlanTextOptions): string {
  if (plan.steps.length === 0) return `${empty}\n`;
  const lines = sectionsOf(plan.steps).flatMap((section) => sectionLines(section, { colors, full }));
  return `${[...lines, summaryText(summarize(plan))].join('\n')}\n`;
}

/** Of a longer list, only so many are named. */
const NAMED = 3;

/** `Plan: 9 to add, 1 to change, 0 to remove; disruption: device-reset (dsa0, dsa1).` */
function summaryText({ create, change, remove, disruption, disrupted }: PlanSummary): string {
  const more = disrupted.length > NAMED ? [`${grouped(disrupted.length - NAMED)} more`] : [];
  const who = disruption === 'live' ? '' : ` (${escapeControls([...disrupted.slice(0, NAMED), ...more].join(', '))})`;
  const [add, alter, drop] = [create, change, remove].map(grouped);
  return `Plan: ${add} to add, ${alter} to change, ${drop} to remove; disruption: ${disruption}${who}.`;
}

interface Group {
  /** `null` for what is the vIOMMU's or the host's own. */
  readonly device: string | null;
  readonly steps: PlannedStep[];
}

/** All steps of a vIOMMU, or of the host (`null`), in groups. */
interface Section {
  readonly viommu: string | null;
  readonly groups: readonly Group[];
}

/** Sections, groups and steps each in the order of the plan. */
function sectionsOf(steps: readonly PlannedStep[]): readonly Section[] {
  const sections = new Map<string | null, Map<string | null, Group>>();
  for (const planned of steps) {
    const device = ownDeviceOf(planned.step);
    const groups = getOrMake(sections, viommuOf(planned.step), () => new Map<string | null, Group>());
    getOrMake(groups, device, () => ({ device, steps: [] })).steps.push(planned);
  }
  return [...sections].map(([viommu, groups]) => ({ viommu, groups: [...groups.values()] }));
}

function ownDeviceOf(step: Step): string | null {
  return traitsOf(step).heading === 'device' ? deviceOf(step) : null;
}

interface Style {
  readonly colors: Colors;
  readonly full: boolean;
}

function sectionLines({ viommu, groups }: Section, style: Style): readonly string[] {
  const title = viommu === null ? 'Host' : `vIOMMU ${escapeControls(viommu)}`;
  return [style.colors.bold(title), ...groups.flatMap((group) => groupLines(group, style)), ''];
}

function groupLines({ device, steps }: Group, style: Style): readonly string[] {
  const { colors } = style;
  const alike = new Map<StepKind, number>();
  for (const planned of steps) if (mayFold(planned, style)) count(alike, planned.step.kind);
  const seen = new Map<StepKind, number>();
  const lines = steps.flatMap((planned) => {
    const { kind } = planned.step;
    const total = alike.get(kind) ?? 0;
    if (!mayFold(planned, style) || total <= MOST_ALIKE) return stepLines(planned, colors);
    const nth = count(seen, kind);
    if (nth <= SHOWN_ALIKE) return stepLines(planned, colors);
    return nth === SHOWN_ALIKE + 1
      ? [colors.dim(`  … and ${grouped(total - SHOWN_ALIKE)} more like this; --full and -o json show all`)]
      : [];
  });
  if (device === null) return lines.map((line) => `  ${line}`);
  return [`  ${colors.bold(`device ${escapeControls(device)}`)}`, ...lines.map((line) => `    ${line}`)];
}

/** A device that is reset is always named: that is what one approves. */
function mayFold({ disruption, step }: PlannedStep, { full }: Style): boolean {
  return !full && riskOf(step) === null && (disruption === 'live' || disruption === 'dma-fault');
}

function count(kinds: Map<StepKind, number>, kind: StepKind): number {
  const counted = (kinds.get(kind) ?? 0) + 1;
  kinds.set(kind, counted);
  return counted;
}

function stepLines(planned: PlannedStep, colors: Colors): string[] {
  const { step } = planned;
  const { action } = traitsOf(step);
  const line = `${paint(action, colors)(SYMBOLS[action])} ${describeStep(step)} ${colors.dim(noteOf(planned))}`;
  const risk = riskOf(step);
  return risk === null ? [line] : [line, `  ${colors.yellow(`risk: ${escapeControls(risk)}`)}`];
}

function paint(action: Action, colors: Colors): (text: string) => string {
  return { create: colors.green, change: colors.yellow, remove: colors.red }[action];
}

/** The reason, and the disruption where there is one: that is what one must not miss. */
function noteOf({ reason, disruption }: PlannedStep): string {
  return disruption === 'live' ? `(${reasonText(reason)})` : `(${reasonText(reason)}; ${disruptionText(disruption)})`;
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
