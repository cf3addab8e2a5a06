/** Wrong usage, in JSON or YAML where the command asks for it. */

import type { CommanderError } from 'commander';
import type { OutputFormat } from './options.ts';
import type { Deps } from './terminal.ts';

const OUTPUT = /^(?:-o|--output)(?:=?(json|yaml))?$/;

/** What `-o` says, read before commander does, since it is commander that may fail. The last one counts. */
export function wantedFormat(words: readonly string[]): OutputFormat {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).reduce<OutputFormat>((format, word, index) => {
    const match = OUTPUT.exec(word);
    if (match === null) return format;
    const value = match[1] ?? words[index + 1];
    return value === 'json' || value === 'yaml' ? value : 'text';
  }, 'text');
}

export async function reportUsage(
  error: CommanderError,
  { format, command }: { readonly format: OutputFormat; readonly command: string },
  deps: Deps,
): Promise<void> {
  // The catalogue of problems is large, and most runs need none of it.
  const { reportWrongUse } = await import('./report.ts');
  const message = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  const advice = `Run \`pasidctl ${command === '' ? '' : `${command} `}--help\`: it lists what there is, with examples.`;
  reportWrongUse({ message, advice }, { output: format, color: 'never' }, deps);
}
