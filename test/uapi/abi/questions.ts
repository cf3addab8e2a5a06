/**
 * What there is to ask the C compiler: one question for every size, field and constant that a module of src/uapi exports,
 * with our own answer beside it.
 */

import type { Field, Fields, Struct } from '../../../src/uapi/layout.ts';
import { CONSTANTS, DEFINED_IN_C_FILES, type Spelling, STRUCTS } from './spelling.ts';

/** What must be at hand to answer: the headers for programs, or the kernel's source too. */
export type Needs = 'headers' | 'source';

export interface Question {
  /** Where in src/uapi our answer stands: `iommu_hw_info.out_data_type`. */
  readonly ours: string;
  /** In C's words, the key of the answer: `struct iommu_hw_info.out_data_type`. */
  readonly key: string;
  /** The macro call that prints key and answer; c-program.ts defines the macros. */
  readonly code: string;
  /** Our answer: `u32 at 24`, `3 bytes at 29`, `40` for sizes and constants. */
  readonly answer: string;
  readonly needs: Needs;
}

export interface Questions {
  readonly questions: readonly Question[];
  /** Exports and members of groups that spelling.ts has no row for. */
  readonly unmapped: readonly string[];
}

/** Questions about all exports of these modules; a type of export that is neither struct nor constant is unmapped. */
export function questionsOf(module: object, needs: Needs): Questions {
  const asked = Object.entries(module).map(([name, value]) => aboutExport(name, value));
  const withNeeds = asked.flatMap(({ questions }) => questions).map((question) => needing(question, needs));
  return { questions: withNeeds, unmapped: asked.flatMap(({ unmapped }) => unmapped) };
}

/** Some names of linux/iommufd.h's module stand in the kernel's C files only. */
function needing(question: Question, needs: Needs): Question {
  const inSource = question.key.startsWith('min_size(') || DEFINED_IN_C_FILES.includes(question.key);
  return { ...question, needs: inSource ? 'source' : needs };
}

const NOTHING: Questions = { questions: [], unmapped: [] };

function aboutExport(name: string, value: unknown): Questions {
  if (typeof value === 'function') return NOTHING;
  if (isStruct(value)) return { questions: aboutStruct(name, value), unmapped: [] };
  const spelling = CONSTANTS[name];
  if (spelling === undefined) return { questions: [], unmapped: [name] };
  if (isNumber(value)) return aboutNumber(name, value, spelling);
  if (typeof value === 'object' && value !== null) return aboutGroup(name, value, spelling);
  return { questions: [], unmapped: [name] };
}

export function isStruct(value: unknown): value is Struct<Fields> {
  return typeof value === 'object' && value !== null && 'encode' in value;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function aboutStruct(name: string, table: Struct<Fields>): readonly Question[] {
  const { type, within, fields } = STRUCTS[name] ?? { type: `struct ${name}`, within: '', fields: {} };
  const size = { key: `sizeof(${type})`, code: `SIZE(${type})`, answer: String(table.sizeBytes) };
  const rows = Object.entries(table.fields).map(([field, row]) => {
    const path = fields?.[field] ?? (within === '' ? field : `${within}.${field}`);
    const answer = `${typeOf(row)} at ${table.offset[field]}`;
    const code = `${isBytes(row) ? 'BYTES' : 'FIELD'}(${type}, ${path})`;
    return { ours: `${name}.${field}`, key: `${type}.${path}`, code, answer, needs: 'headers' } as const;
  });
  return [{ ours: name, ...size, needs: 'headers' }, ...rows];
}

function isBytes(field: Field): field is { readonly bytes: number } {
  return typeof field === 'object' && 'bytes' in field;
}

function typeOf(field: Field): string {
  if (typeof field === 'string') return field;
  return isBytes(field) ? `${field.bytes} bytes` : field.type;
}

function aboutNumber(name: string, value: number | bigint, spelling: Spelling): Questions {
  if (typeof spelling === 'object' && !isList(spelling)) return { questions: [], unmapped: [name] };
  const keys = isList(spelling) ? spelling : [spelling];
  return { questions: keys.map((key) => aboutConstant(name, key, value)), unmapped: [] };
}

function isList(spelling: Spelling): spelling is readonly string[] {
  return Array.isArray(spelling);
}

function aboutGroup(name: string, group: object, spelling: Spelling): Questions {
  if (typeof spelling === 'string' || isList(spelling)) return { questions: [], unmapped: [name] };
  const questions: Question[] = [];
  const unmapped: string[] = [];
  for (const [member, value] of Object.entries(group)) {
    const key = spelling[member] ?? spelling['*']?.replace('*', member);
    if (key === undefined || !isNumber(value)) unmapped.push(`${name}.${member}`);
    else questions.push(aboutConstant(`${name}.${member}`, key, value));
  }
  return { questions, unmapped };
}

function aboutConstant(ours: string, key: string, value: number | bigint): Question {
  return { ours, key, code: `NUMBER(${key})`, answer: String(value), needs: 'headers' };
}
