import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSpecs } from '../../src/spec/load.ts';
import { noStdin } from './support.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);

describe('examples', () => {
  const names = readdirSync(EXAMPLES);

  test.each(names)('%s is read without a complaint', async (name) => {
    const { spec, diagnostics } = await loadSpecs([new URL(name, EXAMPLES).pathname], noStdin);
    expect(diagnostics).toEqual([]);
    expect(spec?.devices).not.toEqual([]);
  });

  test('every example tells an editor its schema, relative to itself', () => {
    const files = readdirSync(EXAMPLES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) {
      const [first = ''] = readFileSync(`${parentPath}/${name}`, 'utf8').split('\n');
      const relative = /^# yaml-language-server: \$schema=(.*)$/.exec(first)?.[1] ?? '';
      const schema = new URL(relative, `file://${parentPath}/`.replace(/\/+$/, '/'));
      expect(JSON.parse(readFileSync(schema, 'utf8'))).toHaveProperty('$id');
    }
    expect(files.length).toBeGreaterThan(6);
  });
});
