/** Our tables against what a compiler answered. Where they differ, the header is right. */

import { type Facts, notIn } from './facts.ts';
import type { Question } from './questions.ts';

/** The kernel whose headers our tables follow. */
const TABLES_RELEASE = [7, 3] as const;

export interface Comparison {
  /** One sentence per difference; none when our tables are right. */
  readonly differences: readonly string[];
  /** The same for differences that come from the age of the header alone, older or newer than our tables. */
  readonly aged: readonly string[];
}

/** Sets every question's answer beside the facts; a question without an answer is a difference. */
export function compare(questions: readonly Question[], facts: Facts): Comparison {
  const differences: string[] = [];
  const aged: string[] = [];
  for (const question of questions) {
    const theirs = facts.answers[question.key];
    if (theirs === question.answer) continue;
    const sentence = `${question.ours}: ours ${question.answer}, ${question.key} ${theirs ?? 'was never asked'}`;
    if (theirs !== undefined && isOfAge(question, theirs, facts.release)) aged.push(sentence);
    else differences.push(sentence);
  }
  return { differences, aged };
}

/** With time names are added, structs grow at their end, and reserved bytes become fields. Nothing else may change. */
function isOfAge(question: Question, theirs: string, release: string): boolean {
  const age = ageOf(release);
  if (age === 0) return false;
  if (question.ours.includes('__reserved')) return true;
  if (theirs === notIn(release)) return age < 0;
  return question.key.startsWith('sizeof(') && Math.sign(Number(theirs) - Number(question.answer)) === age;
}

/** -1 older than our tables, 0 as old, 1 newer. */
function ageOf(release: string): number {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  const [tablesMajor, tablesMinor] = TABLES_RELEASE;
  return Math.sign(major - tablesMajor) || Math.sign(minor - tablesMinor);
}
