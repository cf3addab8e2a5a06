/** What `doctor` is told on the command line: findings that are accepted, and what is assumed. */

import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { ASSUMPTION_FORMS, parseAssumption } from '../linux/assumption.ts';
import type { AcceptedFinding } from '../model/spec.ts';
import { ACCEPTABLE } from '../spec/rules/accepted-rules.ts';
import { didYouMean } from '../spec/rules/did-you-mean.ts';
import { printable } from '../text/escape.ts';
import type { GivenAssumption } from './doctor.ts';

/** @throws Refusal `usage` with every word that is wrong */
export function parseAccepted(words: readonly string[]): readonly AcceptedFinding[] {
  return parseAll(words, (word) => {
    const at = word.indexOf('=');
    const [check, reason] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1).trim()];
    if (!ACCEPTABLE.has(check)) {
      const message =
        check === ''
          ? `--ignore ${printable(word)} names no check and no code`
          : `--ignore: no check and no code is named ${printable(check)}`;
      return { problem: diagnostic('USAGE_UNKNOWN_CHECK', message, didYouMean(check, ACCEPTABLE)) };
    }
    if (IS_REASON.test(reason)) return { value: { check, reason } };
    const message =
      reason === ''
        ? `--ignore ${printable(word)} gives no reason`
        : `--ignore ${check}: the reason must be 1 to 253 characters on one line`;
    return { problem: diagnostic('USAGE_WRONG', message, { advice: `Write --ignore ${check}="why it is accepted".` }) };
  });
}

/** As in a spec: schema/host.v1.schema.json, accepted.reason. */
const IS_REASON = /^[^\p{Cc}]{1,253}$/u;

/** @throws Refusal `usage` with every text that has none of the forms */
export function parseAssumed(texts: readonly string[]): readonly GivenAssumption[] {
  return parseAll(texts, (text) => {
    const assumption = parseAssumption(text);
    if (assumption !== null) return { value: { text, assumption } };
    const message = `--assume ${printable(text)} is none of ${ASSUMPTION_FORMS.join(', ')}`;
    const advice =
      'Give one of these forms, such as --assume cmdline+=intel_iommu=on,sm_on. Options are y, m or n, and never m where they are of type bool; parameters that decide something are Y or N.';
    return { problem: diagnostic('USAGE_WRONG', message, { advice }) };
  });
}

type Parsed<T> = { readonly value: T } | { readonly problem: Diagnostic };

function parseAll<T>(words: readonly string[], parse: (word: string) => Parsed<T>): readonly T[] {
  const read = words.map(parse);
  const wrong = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (wrong.length > 0) throw new Refusal('usage', wrong);
  return read.flatMap((one) => ('value' in one ? [one.value] : []));
}
