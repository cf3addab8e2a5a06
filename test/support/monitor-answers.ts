/** A guest's memory and registers as QEMU 7.2's human monitor prints them. */

import { hex } from '../../src/text/hex.ts';

const MTREE = `FlatView #0
 AS "I/O", root: io
 Root memory region: io
  0000000000000000-0000000000000007 (prio 0, i/o): dma-chan

FlatView #1
 AS "memory", root: system
 AS "cpu-memory-0", root: system
 Root memory region: system
  0000000000000000-0000000000003fff (prio 0, ram): m
  0000000000004000-000000000000ffff (prio 0, ram): m @0000000000004000
  00000000fed90000-00000000fed9022f (prio 0, i/o): intel_iommu
  00000000fffc0000-00000000ffffffff (prio 0, rom): pc.bios

FlatView #2
 AS "vtd-root", root: vtd-00.0
 Root memory region: vtd-nodmar
  0000000000000000-000000000fffffff (prio 0, ram): m
`;

const REGISTERS: Readonly<Record<string, string>> = {
  '0xfed90000': '00000000fed90000: 0x00000010',
  '0xfed90008': '00000000fed90008: 0x00d2008c22260206',
  '0xfed90010': '00000000fed90010: 0x0000480080f00f4a',
  '0xfed9001c': '00000000fed9001c: 0xc4000000',
  '0xfed90020': '00000000fed90020: 0x0000000000001400',
};

/** Answers for a guest whose memory is these bytes. */
export function monitorAnswers(bytes: Uint8Array): (command: string) => string {
  const view = new DataView(bytes.buffer);
  return (command) => {
    if (command === 'info mtree -f') return MTREE.replaceAll('\n', '\r\n');
    const [, count = '0', address = ''] = /^xp \/(\d+)[gw]x (0x[0-9a-f]+)$/.exec(command) ?? [];
    const register = REGISTERS[address];
    return register === undefined ? dump(view, Number(address), Number(count)) : `${register}\r\n`;
  };
}

function dump(view: DataView, address: number, count: number): string {
  const lines = Array.from({ length: count / 2 }, (_, line) => {
    const at = address + line * 16;
    const words = [0, 8].map((offset) => hex(view.getBigUint64(at + offset, true), 16));
    return `${at.toString(16).padStart(16, '0')}: ${words.join(' ')}\r\n`;
  });
  return lines.join('');
}
