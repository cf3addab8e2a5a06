/** Parsers of option values that several commands share. */

import { InvalidArgumentError } from 'commander';

/** Of an option that is given twice, the first value would be lost without a word. */
export function once<T>(parse: (text: string) => T): (text: string, before: unknown) => T {
  return (text, before) => {
    if (before !== undefined) throw new InvalidArgumentError('It was given before; give it once.');
    return parse(text);
  };
}

/** @param what  for the advice: what the path should name */
export function pathTo(what: string): (text: string) => string {
  return (text) => {
    if (text.trim() === '') throw new InvalidArgumentError(`It is empty. Give the path of ${what}.`);
    return text;
  };
}
