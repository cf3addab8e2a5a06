/** Which devices of a spec a check is about, by what the spec asks for. */

import type { ViommuSpec } from '../../model/spec.ts';
import type { Context } from '../context.ts';

export function inViommus({ spec }: Context): readonly string[] {
  return spec.viommus.flatMap(({ devices }) => devices);
}

export function bound({ spec }: Context): readonly string[] {
  return [...new Set(spec.bindings.map(({ device }) => device))];
}

export function withSvm({ spec }: Context): readonly string[] {
  return spec.viommus.filter(({ svm }) => svm).flatMap(({ devices }) => devices);
}

export function withMemory({ spec }: Context): readonly string[] {
  return spec.viommus.filter(isMapped).flatMap(({ devices }) => devices);
}

export function mapsMemory({ spec }: Context): boolean {
  return spec.viommus.some(isMapped);
}

function isMapped({ holder, memory }: ViommuSpec): boolean {
  return holder === 'agent' && memory.length > 0;
}
