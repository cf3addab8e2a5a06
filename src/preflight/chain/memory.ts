/** Guest memory: its files, what pinning them takes, and the addresses where it is. */

import { memoryWithoutRoom, roomIsKnown } from '../memory-room-rules.ts';
import { memoryMissing, memoryNotAFile, memoryReadOnly, memoryTooSmall } from '../memory-rules.ts';
import { memoryNotPinnable, mountEvidence } from '../memory-system-rules.ts';
import { limitsMatter, memlockEvidence, memlockTooLow, memoryMatters, memoryTooMuch } from '../pin-rules.ts';
import { memoryBeyondTable, memoryReserved } from '../region-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { mapsMemory, withMemory } from './concerned.ts';
import { ON_VTD, TRANSLATED } from './unit.ts';

const MEMORY = ['memory-kind', 'memory-present'] as const;

export const MEMORY_CHECKS: ChainPart = [
  {
    id: 'memory-kind',
    link: 'memory',
    title: 'the memory files are files',
    needs: [],
    everywhere: true,
    rule: memoryNotAFile,
    concerns: withMemory,
    regardless: mapsMemory,
  },
  {
    id: 'memory-present',
    link: 'memory',
    title: 'the memory files are there',
    needs: [],
    everywhere: true,
    rule: memoryMissing,
    concerns: withMemory,
    regardless: mapsMemory,
  },
  {
    id: 'memory-writable',
    link: 'memory',
    title: 'the memory files can be written',
    needs: [],
    everywhere: true,
    rule: memoryReadOnly,
    concerns: withMemory,
    regardless: mapsMemory,
  },
  {
    id: 'memory-size',
    link: 'memory',
    title: 'the memory files are long enough',
    needs: [],
    everywhere: true,
    rule: memoryTooSmall,
    concerns: withMemory,
    regardless: mapsMemory,
  },
  {
    id: 'memory-file-system',
    link: 'memory',
    title: 'the memory files can be mapped for devices',
    needs: MEMORY,
    everywhere: true,
    rule: memoryNotPinnable,
    concerns: withMemory,
    evidence: mountEvidence,
  },
  {
    id: 'memory-room',
    link: 'memory',
    passing: true,
    title: 'the memory files have room',
    needs: [...MEMORY, 'memory-size', 'memory-file-system'],
    everywhere: true,
    rule: memoryWithoutRoom,
    concerns: (context) => (roomIsKnown(context) ? withMemory(context) : []),
  },
  {
    id: 'memory-amount',
    link: 'memory',
    passing: true,
    title: 'the machine has memory to pin',
    needs: [...MEMORY, 'memory-size', 'memory-file-system'],
    everywhere: true,
    rule: memoryTooMuch,
    concerns: (context) => (memoryMatters(context) ? withMemory(context) : []),
  },
  {
    id: 'memlock',
    link: 'memory',
    title: 'this user may pin the memory',
    needs: MEMORY,
    everywhere: true,
    rule: memlockTooLow,
    concerns: (context) => (limitsMatter(context) ? withMemory(context) : []),
    evidence: memlockEvidence,
  },
  {
    id: 'memory-reserved',
    link: 'memory',
    title: 'guest memory covers no reserved range',
    needs: [...TRANSLATED, 'group-regions'],
    rule: memoryReserved,
    concerns: withMemory,
  },
  {
    id: 'memory-within-table',
    link: 'memory',
    title: 'the tables of the unit map all guest memory',
    needs: [...ON_VTD, 'unit-abilities'],
    rule: memoryBeyondTable,
    concerns: withMemory,
  },
];
