import { describe, expect, it } from 'vitest';
import { parseMounts, parseSwaps } from '../../src/host/mounts.ts';

describe('mountinfo', () => {
  it('gives place, type and options of a mount, blanks restored', () => {
    expect(
      parseMounts('36 35 98:0 / /mnt\\040a rw,noatime master:1 shared:2 - ext3 /dev/root\\134x rw,data=x'),
    ).toEqual([
      {
        ...{ id: 36, parent: 35, device: '98:0', mountPoint: '/mnt a', readOnly: false },
        ...{ type: 'ext3', source: '/dev/root\\x', options: ['rw', 'data=x'] },
      },
    ]);
  });

  it.each([
    ['ro,noatime', 'rw'],
    ['rw', 'ro,size=4k'],
  ])('tells that a mount is read-only by its own options %j, and by those of its file system %j', (own, all) => {
    expect(parseMounts(`1 0 0:1 / /a ${own} - tmpfs tmpfs ${all}`)).toMatchObject([{ readOnly: true }]);
  });

  it('leaves out lines in another form', () => {
    expect(parseMounts('garbage\n\n1 2 3 - \n')).toEqual([]);
  });
});

describe('swaps', () => {
  it('are the partitions, not the files', () => {
    expect(parseSwaps('Filename Type Size\n/dev/dm-1 partition 1 0 -2\n/swapfile file 1 0 -3\n')).toEqual(['dm-1']);
  });
});
