/** Compiles and runs the C program against a folder of headers. Names that those do not have are answered `not in <release>`. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { type CProgram, cProgram } from './c-program.ts';
import { type Facts, notIn, parseFacts } from './facts.ts';
import type { Headers } from './find-headers.ts';
import type { Question } from './questions.ts';

/** Every unknown name costs at most one round: gcc tells of a name once per function. */
const MOST_ROUNDS = 100;

/** Null when a C program for this machine can be built and linked, else why not. */
export async function missingCompiler(): Promise<string | null> {
  return inScratch(async (folder) => {
    const { ok } = await gcc({ folder, text: '#include <stdio.h>\nint main(void) { return puts("") < 0; }\n' });
    return ok ? null : 'gcc is not there, or cannot build programs';
  });
}

/** The compiler's answers. Questions that need the kernel's source are left out where there is none. */
export async function askCompiler(questions: readonly Question[], headers: Headers): Promise<Facts> {
  const askable = questions.filter(({ needs }) => needs === 'headers' || headers.source !== null);
  const source = headers.source === null ? null : readSource(headers.source);
  return inScratch(async (folder) => {
    const known = await buildWithout(askable, { folder, headers, source });
    const { stdout } = await execa(join(folder, 'program'));
    const facts = parseFacts(stdout);
    const answers = askable.map(({ key }) => [key, known.has(key) ? (facts.answers[key] ?? '') : notIn(facts.release)]);
    return { ...facts, answers: Object.fromEntries(answers) };
  });
}

/** All C files of drivers/iommu/iommufd, one after the other. */
function readSource(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith('.c'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

interface Build {
  readonly folder: string;
  readonly headers: Headers;
  readonly source: string | null;
}

/** Builds `program` in the folder, leaving out what the compiler does not understand; gives the keys that are in it. */
async function buildWithout(questions: readonly Question[], build: Build): Promise<ReadonlySet<string>> {
  let left = questions;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const program = cProgram(left, build.source);
    const { ok, stderr } = await gcc({ folder: build.folder, text: program.text, headers: build.headers });
    if (ok) return new Set(left.map(({ key }) => key));
    const unknown = unknownTo(program, stderr);
    left = left.filter(({ key }) => !unknown.has(key));
  }
  throw new Error(`the compiler still finds unknown names after ${MOST_ROUNDS} rounds`);
}

/** Keys of the questions that gcc complains about. Throws when it complains about anything else. */
function unknownTo(program: CProgram, stderr: string): ReadonlySet<string> {
  const lines = [...stderr.matchAll(/^program\.c:(\d+):\d+: (?:fatal )?error:/gm)].map(([, line]) => Number(line));
  const questions = lines.map((line) => program.questionAt.get(line));
  const keys = questions.flatMap((question) => (question === undefined ? [] : [question.key]));
  if (keys.length === 0 || keys.length < lines.length) throw new Error(`the C program does not compile:\n${stderr}`);
  return new Set(keys);
}

interface Source {
  readonly folder: string;
  readonly text: string;
  readonly headers?: Headers;
}

async function gcc({ folder, text, headers }: Source): Promise<{ ok: boolean; stderr: string }> {
  writeFileSync(join(folder, 'program.c'), text);
  const folders =
    headers === undefined ? [] : [...headers.include, ...(headers.source === null ? [] : [headers.source])];
  const options = ['-std=gnu11', '-w', '-fno-diagnostics-show-caret', '-ftrack-macro-expansion=0'];
  const search = folders.flatMap((each) => ['-I', each]);
  const { failed, stderr } = await execa('gcc', [...options, ...search, '-o', 'program', 'program.c'], {
    cwd: folder,
    env: { LC_ALL: 'C' },
    reject: false,
    timeout: 60_000,
  });
  return { ok: !failed, stderr };
}

async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pasidctl-abi-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
