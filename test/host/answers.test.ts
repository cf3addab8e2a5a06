import { expect, test } from 'vitest';
import { readAnswers } from '../../src/host/answers.ts';
import { observe } from '../../src/host/observe.ts';
import { textTree } from '../support/text-tree.ts';

const ones = (length: number): Uint8Array => new Uint8Array(length).fill(0xff);

test.each<[string, Uint8Array | null, boolean | null]>([
  ['ones alone, as root reads them', ones(4096), false],
  ['ones alone, as others read them', ones(64), false],
  ['ones in a header that was cut off', ones(4), false],
  ['the ids of a VF, and more after them', Uint8Array.of(...ones(4), 0, 0, 0x10, 0, ...ones(56)), true],
  ['ones after a header', Uint8Array.of(...new Uint8Array(64), ...ones(192)), true],
  ['zeros', new Uint8Array(64), true],
  ['nothing', new Uint8Array(0), null],
  ['no file', null, null],
])('%s', (_, config, answers) => {
  expect(readAnswers(config)).toBe(answers);
});

test('a function of which only the ids are known is not said to answer', () => {
  const tree = textTree(`/sys/bus/pci/devices/0000:6a:01.0/vendor = 0x8086
/sys/bus/pci/devices/0000:6a:02.0/config # 64 0=8680250b`);
  expect(observe(tree, { files: [] }).functions.map(({ answers }) => answers)).toEqual([null, true]);
});
