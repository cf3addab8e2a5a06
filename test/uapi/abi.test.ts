import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as errno from '../../src/uapi/errno.ts';
import * as iommufd from '../../src/uapi/iommufd.ts';
import { struct } from '../../src/uapi/layout.ts';
import * as selftest from '../../src/uapi/selftest.ts';
import * as vfio from '../../src/uapi/vfio.ts';
import { compare } from './abi/compare.ts';
import { askCompiler, missingCompiler } from './abi/compile.ts';
import { type Facts, fileName, formatFacts, notIn, parseFacts } from './abi/facts.ts';
import { findHeaders, type Headers } from './abi/find-headers.ts';
import { isStruct, type Question, questionsOf } from './abi/questions.ts';
import { CONSTANTS, STRUCTS } from './abi/spelling.ts';

const FIXTURES = new URL('../fixtures/abi/', import.meta.url);

const ASKED = [
  { header: 'linux/errno.h', ...questionsOf(errno, 'headers') },
  { header: 'linux/iommufd.h', ...questionsOf(iommufd, 'headers') },
  { header: 'linux/vfio.h', ...questionsOf(vfio, 'headers') },
  { header: 'iommufd_test.h', ...questionsOf(selftest, 'source') },
];
const QUESTIONS = ASKED.flatMap(({ questions }) => questions);

const RECORDED = readdirSync(FIXTURES).map((name) => parseFacts(readFileSync(new URL(name, FIXTURES), 'utf8')));
const live = await askNow();

interface Live {
  readonly headers: Headers;
  readonly facts: Facts;
}

/** The compiler's answers, or why there are none. */
async function askNow(): Promise<Live | string> {
  const headers = findHeaders(process.env);
  if (headers === null) return 'no kernel headers; `npm run abi:headers` fetches them';
  const reason = await missingCompiler();
  return reason ?? { headers, facts: await askCompiler(QUESTIONS, headers) };
}

if (typeof live === 'string') process.stderr.write(`src/uapi is compared with recorded answers only: ${live}.\n`);

describe.each(RECORDED)(
  'src/uapi against the recorded answers of a C compiler about Linux $release, $arch',
  (facts) => {
    test.each(ASKED)('has the sizes, offsets and constants of $header', ({ questions }) => {
      expect(compare(questions, facts).differences).toEqual([]);
    });
  },
);

if (typeof live === 'object') describeLive(live);

function describeLive({ headers, facts }: Live): void {
  const askable = (question: Question) => question.needs === 'headers' || headers.source !== null;

  describe(`src/uapi against Linux ${facts.release}, ${facts.arch}, compiled now from ${headers.include[0]}`, () => {
    test.each(ASKED)('has the sizes, offsets and constants of $header', ({ questions }) => {
      const { differences, aged } = compare(questions.filter(askable), facts);
      expect(differences).toEqual([]);
      if (aged.length > 0) process.stderr.write(`Linux ${facts.release} differs for its age:\n${aged.join('\n')}\n`);
    });

    test('answers as it was recorded, where this release was', () => {
      const recorded = RECORDED.find((each) => fileName(each) === fileName(facts)) ?? facts;
      expect(recorded.answers).toMatchObject(facts.answers);
    });
  });
}

/** `npm run abi:record` */
if (process.env.PASIDCTL_ABI_RECORD === '1') {
  test('the answers of the compiler are recorded', async () => {
    if (typeof live === 'string') throw new Error(live);
    if (live.headers.source === null) throw new Error('no kernel source; `npm run abi:headers -- --source` fetches it');
    await expect(formatFacts(live.facts)).toMatchFileSnapshot(new URL(fileName(live.facts), FIXTURES).pathname);
  });
}

describe('coverage', () => {
  test.each(ASKED)('every export for $header has a C name', ({ unmapped }) => {
    expect(unmapped).toEqual([]);
  });

  test('no row of the spelling table is left over', () => {
    const exported = [errno, iommufd, vfio, selftest].flatMap((module) => Object.keys(module));
    const rows = [...Object.keys(CONSTANTS), ...Object.keys(STRUCTS)];
    expect(rows.filter((row) => !exported.includes(row))).toEqual([]);
  });

  test.each(tablesOf(iommufd, vfio))('no byte of $name is without a field', ({ name, sizeBytes }) => {
    expect(bytesOf(name)).toEqual(new Set(Array.from({ length: sizeBytes }, (_, at) => at)));
  });

  test.each([
    { what: 'a constant', module: { IOMMU_NEW: 1 }, unmapped: ['IOMMU_NEW'] },
    { what: 'a group', module: { IOMMU_NEW: { A: 1 } }, unmapped: ['IOMMU_NEW'] },
    { what: 'a member', module: { VFIO_MIN_ARGSZ: { bind: 16, rebind: 1 } }, unmapped: ['VFIO_MIN_ARGSZ.rebind'] },
    { what: 'a group that became a constant', module: { IOMMUFD_REQUEST: 1 }, unmapped: ['IOMMUFD_REQUEST'] },
    { what: 'a constant that became a group', module: { IOMMU_TEST_CMD: { A: 1 } }, unmapped: ['IOMMU_TEST_CMD'] },
    { what: 'a text', module: { IOMMU_TEST_CMD: 'text' }, unmapped: ['IOMMU_TEST_CMD'] },
  ])('$what without a C name is told', ({ module, unmapped }) => {
    expect(questionsOf(module, 'headers').unmapped).toEqual(unmapped);
  });
});

describe('the comparison', () => {
  const facts = RECORDED[0] ?? { release: 'none', arch: 'none', answers: {} };

  test('finds any one answer that is not the header’s, and names it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), fc.string(), (question, answer) => {
        fc.pre(answer !== question.answer);
        const { differences } = compare([{ ...question, answer }], facts);
        expect(differences).toHaveLength(1);
        expect(differences[0]).toContain(question.ours);
      }),
    );
  });

  test('sees a struct with two fields exchanged, one of another sign, and one narrower', () => {
    const iommu_ioas_map_file = struct('iommu_ioas_map_file', {
      size: 'u32',
      ioas_id: 'u32',
      flags: 'u32',
      fd: 'u32',
      start: 'u64',
      length: 'u32',
      iova: 'u64',
    });
    const { differences } = compare(questionsOf({ iommu_ioas_map_file }, 'headers').questions, facts);
    expect(differences.map((each) => each.split(':')[0])).toEqual([
      'iommu_ioas_map_file.ioas_id',
      'iommu_ioas_map_file.flags',
      'iommu_ioas_map_file.fd',
      'iommu_ioas_map_file.length',
    ]);
  });

  test('sees a struct that is too long, a flag moved, and a new struct', () => {
    const module = {
      iommu_destroy: struct('iommu_destroy', { size: 'u32', id: 'u32' }, 16),
      IOMMU_VTD_S1_FLAG: { SRE: 2n },
      iommu_new: struct('iommu_new', {}),
    };
    const { differences } = compare(questionsOf(module, 'headers').questions, facts);
    expect(differences.map((each) => each.split(':')[0])).toEqual([
      'iommu_destroy',
      'IOMMU_VTD_S1_FLAG.SRE',
      'iommu_new',
    ]);
  });

  test.each([
    { release: '6.7.0', size: 40, fault: 'not there', differences: 0 },
    { release: '6.7.0', size: 56, fault: 'not there', differences: 1 },
    { release: '6.7.0', size: 40, fault: 'moved', differences: 1 },
    { release: '7.3.0', size: 40, fault: 'not there', differences: 2 },
    { release: '8.0.0', size: 56, fault: 'there', differences: 0 },
    { release: '8.0.0', size: 40, fault: 'not there', differences: 2 },
  ])('lets headers of $release have a struct of $size bytes with a field $fault, as their age goes', (aged) => {
    const { release, size, fault, differences } = aged;
    const answer = { there: 'u32 at 40', moved: 'u32 at 36', 'not there': notIn(release) }[fault] ?? '';
    const answers = { 'sizeof(struct iommu_hwpt_alloc)': String(size), 'struct iommu_hwpt_alloc.fault_id': answer };
    const { questions } = questionsOf({ iommu_hwpt_alloc: iommufd.iommu_hwpt_alloc }, 'headers');
    const found = compare(questions, { ...facts, release, answers: { ...facts.answers, ...answers } });
    expect(found.differences).toHaveLength(differences);
  });
});

function tablesOf(...modules: readonly object[]): readonly { readonly name: string; readonly sizeBytes: number }[] {
  return modules.flatMap((module) => Object.values(module).filter(isStruct));
}

/** The bytes that the fields of a struct cover, by their answers: `u32 at 24`, `3 bytes at 29`. */
function bytesOf(name: string): ReadonlySet<number> {
  const fields = QUESTIONS.filter(({ ours }) => ours.startsWith(`${name}.`));
  return new Set(
    fields.flatMap(({ answer }) => {
      const [, bits, bytes, at] = /^(?:[us](\d+)|(\d+) bytes) at (\d+)$/.exec(answer) ?? [];
      const length = bits === undefined ? Number(bytes) : Number(bits) / 8;
      return Array.from({ length }, (_, index) => Number(at) + index);
    }),
  );
}
