/**
 * What a C compiler answered about one kernel's headers: the shape of test/fixtures/abi/*.json, which the C program of
 * c-program.ts prints.
 */

export interface Facts {
  /** Of linux/version.h: `7.3.4`. */
  readonly release: string;
  /** `x86_64`. */
  readonly arch: string;
  /** By a question's key; `not in 6.12.1` where that header does not know the name. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The answer to a question that these headers cannot know. */
export function notIn(release: string): string {
  return `not in ${release}`;
}

/** Name of the file in test/fixtures/abi/. */
export function fileName(facts: Facts): string {
  return `linux-${facts.release}-${facts.arch}.json`;
}

/** What the program printed, or the file holds. Throws on anything else. */
export function parseFacts(text: string): Facts {
  const { release, arch, answers } = JSON.parse(text);
  if (typeof release !== 'string' || typeof arch !== 'string' || !isAnswers(answers)) {
    throw new Error(`these are no answers of the C program: ${text.slice(0, 80)}`);
  }
  return { release, arch, answers };
}

function isAnswers(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}

/** As the file holds it: one answer per line. */
export function formatFacts(facts: Facts): string {
  return `${JSON.stringify(facts, null, 2)}\n`;
}
