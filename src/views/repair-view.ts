/** What `state repair` has found, and what it has done. */

import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { API_VERSION, FORMAT_VERSIONS } from './api-version.ts';
import type { Data } from './structured.ts';

export interface DamagedView {
  readonly name: string;
  readonly fault: string;
  readonly lost: readonly string[];
  readonly kept: readonly string[];
}

export interface RepairedView extends DamagedView {
  readonly keptAs: string | null;
}

/** For the person who is to approve it. */
export function damageText(files: readonly DamagedView[]): string {
  return files.map(fileText).join('\n');
}

function fileText({ name, fault, lost, kept }: DamagedView): string {
  const lostLines = lost.length === 0 ? ['its content, which cannot be read'] : lost;
  return [
    `${name} is damaged: ${escapeControls(fault)}`,
    '  lost, give back by hand:',
    ...lostLines.map((line) => `    - ${line}`),
    ...(kept.length === 0 ? [] : ['  kept, the next run uses it:', ...kept.map((line) => `    - ${line}`)]),
    '',
  ].join('\n');
}

export function repairedText(files: readonly RepairedView[]): string {
  if (files.length === 0) return 'No file of the state folder is damaged.\n';
  return [
    ...files.map(({ name, keptAs }) => `${name} is kept as ${keptAs}.`),
    `Repaired: ${count(files.length, 'file')}.`,
    '',
  ].join('\n');
}

export function repairData(stateDir: string, files: readonly RepairedView[]): Data {
  return {
    apiVersion: API_VERSION,
    kind: 'StateRepair',
    formatVersion: FORMAT_VERSIONS.repair,
    stateDir,
    files: files.map(({ name, fault, lost, kept, keptAs }) => ({ name, fault, lost, kept, keptAs })),
  };
}
