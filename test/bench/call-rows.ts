/** What a call costs on its way to the kernel, outside of any VM: an ioctl on a file that refuses it at once. */

import type { RefusedTimes } from './programs/refused-ioctl.ts';
import { type Row, ratioAtMost, rowOf } from './row.ts';
import { runForJson, type Workshop } from './workshop.ts';

const AIM = ratioAtMost(1.3);
const KOFFI = 'a bare koffi call';

export async function callRows(shop: Workshop): Promise<readonly Row[]> {
  const program = await shop.bundle('refused-ioctl');
  const c = shop.compile('refused-ioctl');
  // The program prints what the type says.
  const { times, heap } = runForJson(program, 'path' in c ? [c.path] : []) as RefusedTimes;
  return [
    rowOf({ ...koffiRow('syscalls.ioctl, refused'), ours: times.ioctl, baseline: times.koffi }),
    rowOf({ ...koffiRow('kernel.attach, refused'), ours: times.attach, baseline: times.koffi }),
    'missing' in c
      ? { name: 'kernel.attach, refused, against C', missing: c.missing }
      : rowOf({
          ...koffiRow('kernel.attach, refused'),
          against: 'C',
          aim: null,
          ours: times.attach,
          baseline: times.c,
        }),
    rowOf({
      ...koffiRow('kernel.attach, heap per call'),
      unit: 'B',
      aim: { of: 'ours', atMost: 1 },
      ours: heap.attach,
      baseline: heap.koffi,
    }),
  ];
}

function koffiRow(name: string) {
  return { name, unit: 'ns', against: KOFFI, aim: AIM } as const;
}
