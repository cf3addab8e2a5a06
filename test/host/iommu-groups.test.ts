import { describe, expect, test } from 'vitest';
import { parseRegions, readGroups } from '../../src/host/iommu-groups.ts';
import { textTree } from '../support/text-tree.ts';

test('groups have the type of their default domain and the regions of all members', () => {
  const tree = textTree(`
/sys/kernel/iommu_groups/12/type = DMA-FQ\\n
/sys/kernel/iommu_groups/12/reserved_regions = 0x0000000000000000 0x0000000000ffffff direct-relaxable\\n0x00000000fee00000 0x00000000feefffff msi\\n
/sys/kernel/iommu_groups/2/type = identity\\n
/sys/kernel/iommu_groups/2/reserved_regions = 0x000000008f000000 0x000000008fffffff direct\\n0x000000fd00000000 0x000000ffffffffff reserved\\n
`);
  expect(readGroups(tree)).toEqual([
    {
      number: 2,
      type: 'identity',
      regions: [
        { first: 0x8f00_0000n, last: 0x8fff_ffffn, type: 'direct' },
        { first: 0xfd_0000_0000n, last: 0xff_ffff_ffffn, type: 'reserved' },
      ],
      others: null,
    },
    {
      number: 12,
      type: 'DMA-FQ',
      regions: [
        { first: 0n, last: 0xff_ffffn, type: 'direct-relaxable' },
        { first: 0xfee0_0000n, last: 0xfeef_ffffn, type: 'msi' },
      ],
      others: null,
    },
  ]);
});

test('unread regions are not no regions', () => {
  const tree = textTree('/sys/kernel/iommu_groups/1/devices =\n/sys/kernel/iommu_groups/2/reserved_regions =');
  expect(readGroups(tree)).toEqual([
    { number: 1, type: null, regions: null, others: null },
    { number: 2, type: null, regions: [], others: null },
  ]);
});

describe('members of a group that are no PCI functions', () => {
  const FOLDER = '/sys/kernel/iommu_groups/1/devices';
  const othersIn = (text: string) => readGroups(textTree(text))[0]?.others;

  test('are told with their drivers', () => {
    const links = `${FOLDER}/0000:6a:01.0 -> /sys/devices/a\n${FOLDER}/INTC1234:00/driver -> /sys/bus/platform/drivers/intel-lpss`;
    expect(othersIn(`${links}\n${FOLDER}/b/uevent = x`)).toEqual([
      { name: 'INTC1234:00', driver: 'intel-lpss' },
      { name: 'b', driver: null },
    ]);
  });

  test('are not known when there are more than are looked at', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `${FOLDER}/x${n}/uevent = x`).join('\n');
    expect(othersIn(many(64))).toHaveLength(64);
    expect(othersIn(many(65))).toBeNull();
  });
});

test('a machine without an IOMMU has no groups, and names that are no number are none', () => {
  expect(readGroups(textTree(''))).toEqual([]);
  expect(readGroups(textTree('/sys/kernel/iommu_groups/-1/type = DMA\n/sys/kernel/iommu_groups/x/type = DMA'))).toEqual(
    [],
  );
});

const MSI_LINE = '0x00000000fee00000 0x00000000feefffff msi\n';

test.each([
  ['a range that ends before it starts', `${MSI_LINE}0x1 0x0 msi\n`],
  ['a line without its end', `${MSI_LINE}0x1 direct\n`],
  ['a number of more than 64 bits', `0xfffffffffffffffff 0x1 msi\n${MSI_LINE}`],
  ['a type of other characters', '0x0 0xfff <b>\n'],
  ['bytes of something else', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 251)).toString('utf8')],
  ['a flood of lines', '0x0 0xfff reserved\n'.repeat(10_000)],
])('a file with %s was not read: the line might be one that refuses', (_, text) => {
  expect(parseRegions(text)).toBeNull();
});

test('a region that refuses is the answer, whatever else cannot be understood', () => {
  expect(parseRegions('0x1000 0x1fff direct\n0x1 \n')).toEqual([{ first: 0x1000n, last: 0x1fffn, type: 'direct' }]);
});
