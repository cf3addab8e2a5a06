/** Before all VM tests: look what this machine has, once, and say so when they must be skipped. */

import type { TestProject } from 'vitest/node';
import { findVmTools, type VmTools } from './find-vm.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly vmTools: VmTools;
  }
}

export async function setup(project: TestProject): Promise<void> {
  const tools = await findVmTools();
  process.stderr.write(`\n${describeTools(tools)}\n`);
  project.provide('vmTools', tools);
}

function describeTools(tools: VmTools): string {
  if (tools.kind === 'missing') return `Real-kernel tests are SKIPPED: ${tools.reason}`;
  const kernel = `Real-kernel tests use ${tools.kernel}`;
  const other = tools.qemus['first-stage'];
  if ('missing' in other) return `${kernel}\nTests of guests with first-stage tables are SKIPPED: ${other.missing}`;
  return `${kernel}\nTests of guests with first-stage tables use ${other.program}`;
}
