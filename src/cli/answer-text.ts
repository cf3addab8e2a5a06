/** The answer of a command in the format of -o. */

import { type Data, toJson, toYaml } from '../views/structured.ts';
import type { OutputFormat } from './options.ts';

interface Answer {
  readonly data: () => Data;
  readonly text: () => string;
}

/** Only the form that is asked for is made. */
export function answerText(output: OutputFormat, { data, text }: Answer): string {
  if (output === 'json') return toJson(data());
  return output === 'yaml' ? toYaml(data()) : text();
}
