/** An apply for programs: one JSON object a line, or one YAML document an event; the first names the format's version. */

import { assertNever } from '../assert.ts';
import type { ApplyEvent } from '../model/events.ts';
import type { Ending, Failure, Outcome } from '../model/outcome.ts';
import { describeStep } from '../steps/step-kinds.ts';
import { API_VERSION, FORMAT_VERSIONS } from './api-version.ts';
import type { ApplyStreams, ApplyView } from './apply-listener.ts';
import { plannedStepData, stepData } from './plan-data.ts';
import { type Data, toJsonLine, toYaml } from './structured.ts';

type Fields = { readonly [key: string]: Data };

export function createEventStream({ out, tool }: ApplyStreams, format: 'json' | 'yaml'): ApplyView {
  const render = format === 'json' ? toJsonLine : (data: Data): string => `---\n${toYaml(data)}`;
  const write = (event: string, fields: Fields): void => {
    out.write(render({ apiVersion: API_VERSION, kind: 'Event', event, ...fields }));
  };
  write('version', { formatVersion: FORMAT_VERSIONS.events, tool });
  return { onEvent: (event) => write(event.event, fieldsOf(event)), close: () => Promise.resolve() };
}

function fieldsOf(event: ApplyEvent): Fields {
  switch (event.event) {
    case 'started':
    case 'rollback-started':
      return { steps: event.steps };
    case 'step-started':
    case 'step-done':
      return { index: event.index, planned: plannedStepData(event.planned) };
    case 'step-failed':
      return { index: event.index, planned: plannedStepData(event.planned), failure: failureData(event.failure) };
    case 'undone':
      return { description: describeStep(event.step), step: stepData(event.step) };
    case 'undo-failed':
      return { leftover: { ...event.leftover } };
    case 'verified':
      return { verification: { ...event.verification } };
    case 'ended':
      return { outcome: outcomeData(event.outcome) };
    case 'holding':
      return { pid: event.pid };
    case 'releasing':
      return { signal: event.signal };
    case 'written':
      return {};
    default:
      return assertNever(event);
  }
}

function outcomeData({ unwritten, ...ending }: Outcome): Data {
  return { ...endingData(ending), unwritten };
}

function endingData(ending: Ending): Fields {
  switch (ending.kind) {
    case 'applied':
      return { kind: ending.kind, steps: ending.steps, verified: { ...ending.verified } };
    case 'rolled-back':
      return { kind: ending.kind, cause: failureData(ending.cause), lost: [...ending.lost] };
    case 'stuck':
      return {
        kind: ending.kind,
        cause: failureData(ending.cause),
        leftovers: ending.leftovers.map((leftover) => ({ ...leftover })),
      };
    default:
      return assertNever(ending);
  }
}

function failureData({ code, message, advice, step, errno }: Failure): Data {
  return { code, message, advice, errno, step: step === null ? null : stepData(step) };
}
