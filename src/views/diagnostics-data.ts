/** Diagnostics for programs. The shape is part of `pasidctl/v1`; lines and columns count from 1. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { API_VERSION } from './api-version.ts';
import type { Data } from './structured.ts';

export function diagnosticsData(diagnostics: readonly Diagnostic[]): Data {
  return { apiVersion: API_VERSION, kind: 'Diagnostics', diagnostics: diagnostics.map(diagnosticData) };
}

export function diagnosticData({ code, severity, message, advice, location }: Diagnostic): Data {
  return {
    code,
    severity,
    message,
    advice,
    file: location?.file ?? null,
    range:
      location === null
        ? null
        : {
            start: { line: location.range.start.line, column: location.range.start.column },
            end: { line: location.range.end.line, column: location.range.end.column },
          },
  };
}
