/** Captured machines: test/fixtures/hosts/<name>.tree. */

import { readFileSync } from 'node:fs';
import type { SysTree } from '../../src/host/sys-tree.ts';
import { textTree } from './text-tree.ts';

export function machineTree(name: string): SysTree {
  return textTree(readFileSync(new URL(`../fixtures/hosts/${name}.tree`, import.meta.url), 'utf8'));
}
