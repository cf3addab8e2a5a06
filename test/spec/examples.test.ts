import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadSpecs } from '../../src/spec/load.ts';
import { noStdin } from './support.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);

describe('examples', () => {
  const names = readdirSync(EXAMPLES).filter((name) => /\.(?:yaml|d)$/.test(name));

  test.each(names)('%s is read without a complaint', async (name) => {
    const { spec, diagnostics } = await loadSpecs([new URL(name, EXAMPLES).pathname], noStdin);
    expect(diagnostics).toEqual([]);
    expect(spec?.devices).not.toEqual([]);
  });

  test('every example tells an editor its schema, relative to itself', () => {
    const files = readdirSync(EXAMPLES, { recursive: true, withFileTypes: true }).filter(({ name }) =>
      name.endsWith('.yaml'),
    );
    for (const { parentPath, name } of files) {
      const file = pathToFileURL(join(parentPath, name));
      const [first = ''] = readFileSync(file, 'utf8').split('\n');
      const relative = /^# yaml-language-server: \$schema=(.*)$/.exec(first)?.[1] ?? '';
      expect(JSON.parse(readFileSync(new URL(relative, file), 'utf8'))).toHaveProperty('$id');
    }
    expect(files.length).toBeGreaterThan(6);
  });
});
