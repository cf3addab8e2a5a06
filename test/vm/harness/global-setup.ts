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
  if (tools.kind === 'missing') process.stderr.write(`\nReal-kernel tests are SKIPPED: ${tools.reason}\n`);
  else process.stderr.write(`\nReal-kernel tests use ${tools.kernel}\n`);
  project.provide('vmTools', tools);
}
