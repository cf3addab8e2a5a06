/**
 * The C program that answers questions about the kernel's headers: one macro call per question, each on a line of its own,
 * so that the compiler's messages tell which question it could not understand.
 */

import type { Question } from './questions.ts';
import { DEFINED_IN_C_FILES } from './spelling.ts';

export interface CProgram {
  readonly text: string;
  /** Questions by line number, counted from 1. */
  readonly questionAt: ReadonlyMap<number, Question>;
}

const PRELUDE = `#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <linux/errno.h>
#include <linux/iommufd.h>
#include <linux/version.h>
#include <linux/vfio.h>

#define width(type, field) sizeof(((type *)0)->field)
#define offsetofend(type, field) (offsetof(type, field) + width(type, field))
#define is_signed(type, field) ((__typeof__(((type *)0)->field))-1 < 1)

static const char *separator = "";
#define ANSWER(key, ...) (printf("%s\\n    \\"%s\\": \\"", separator, key), printf(__VA_ARGS__), printf("\\""), separator = ",")
#define NUMBER(expression) ANSWER(#expression, "%lld", (long long)(expression))
#define SIZE(type) ANSWER("sizeof(" #type ")", "%zu", sizeof(type))
#define BYTES(type, field) ANSWER(#type "." #field, "%zu bytes at %zu", width(type, field), offsetof(type, field))
#define FIELD(type, field) \\
  ANSWER(#type "." #field, "%c%zu at %zu", is_signed(type, field) ? 's' : 'u', 8 * width(type, field), offsetof(type, field))

#if defined(__x86_64__)
#define ARCH "x86_64"
#elif defined(__aarch64__)
#define ARCH "aarch64"
#else
#define ARCH "unknown"
#endif
`;

const START = `
int main(void)
{
  printf("{\\n  \\"release\\": \\"%d.%d.%d\\",\\n", LINUX_VERSION_MAJOR, LINUX_VERSION_PATCHLEVEL, LINUX_VERSION_SUBLEVEL);
  printf("  \\"arch\\": \\"" ARCH "\\",\\n  \\"answers\\": {");
`;

const END = `  printf("\\n  }\\n}\\n");
  return 0;
}
`;

/** `source`: the text of the kernel's iommufd C files, where they are at hand, else null. */
export function cProgram(questions: readonly Question[], source: string | null): CProgram {
  const head = PRELUDE + (source === null ? '' : fromSource(source)) + START;
  const firstLine = head.split('\n').length;
  const byKey = [...new Map(questions.map((question) => [question.key, question])).values()];
  const calls = byKey.map(({ code }) => `  ${code};\n`);
  return {
    text: head + calls.join('') + END,
    questionAt: new Map(byKey.map((question, index) => [firstLine + index, question])),
  };
}

/** The test header; smallest sizes, out of the kernel's own `IOCTL_OP(request, function, struct, last field)` rows; defines. */
function fromSource(source: string): string {
  const rows = [...source.matchAll(/\bIOCTL_OP\((\w+),\s*\w+,\s*(struct \w+),\s*(\w+)\)/g)];
  const sizes = rows.map(
    ([, request, type, last]) => `enum { MIN_SIZE_${request} = offsetofend(${type}, ${last}) };\n`,
  );
  const defines = DEFINED_IN_C_FILES.map((name) => new RegExp(`^#define ${name} .*\n`, 'm').exec(source)?.[0] ?? '');
  return `#include "iommufd_test.h"\n#define min_size(request) MIN_SIZE_##request\n${[...sizes, ...defines].join('')}`;
}
