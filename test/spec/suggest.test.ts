import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, suggest } from '../../src/spec/suggest.ts';

describe('suggest', () => {
  test.each([
    ['pasidbits', 'pasidBits'],
    ['adress', 'address'],
    ['relaese', 'release'],
    ['device', 'devices'],
    ['fist_stage', 'firstStage'],
  ])('%s means %s', (name, meant) => {
    expect(suggest(name, ['pasidBits', 'address', 'release', 'devices', 'firstStage'])).toBe(meant);
  });

  test.each(['colour', 'x', '', 'somethingElse'])('%j means nothing known', (name) => {
    expect(suggest(name, ['pasidBits', 'address', 'release', 'name'])).toBeNull();
  });

  test('the closest name wins, and the first of equals', () => {
    expect(suggest('dsax', ['dsb1', 'dsa0', 'dsa1'])).toBe('dsa0');
  });
});

describe('editDistance', () => {
  const word = fc.string({ maxLength: 8 });

  test('it is zero exactly between equal texts, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test('two neighbours that changed places are one edit', () => {
    expect(editDistance('relaese', 'release')).toBe(1);
  });
});
