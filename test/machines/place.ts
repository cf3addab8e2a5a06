import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineCase } from './machine-case.ts';

export interface PlacedMachine {
  readonly root: string;
  /** Its spec. */
  readonly file: string;
  /** The words of a command line that read it. */
  readonly words: readonly string[];
}

/** A machine and its spec, written below `folder`, each in a folder of its own. */
export function placed(folder: string, { name, spec, build }: MachineCase): PlacedMachine {
  const root = join(folder, name, 'root');
  const file = join(folder, name, 'spec.yaml');
  build().writeBelow(root);
  writeFileSync(file, spec);
  return { root, file, words: ['--root', root, '--state-dir', join(folder, name, 'state')] };
}
