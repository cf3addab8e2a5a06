/** Findings that the operator has accepted, with a reason. They stay findings, and are counted. */

import type { Finding } from '../diagnostics/finding.ts';
import type { AcceptedFinding } from '../model/spec.ts';

/** Those that are fine or were not checked are left alone: there is nothing to accept. */
export function silence(findings: readonly Finding[], accepted: readonly AcceptedFinding[]): readonly Finding[] {
  if (accepted.length === 0) return findings;
  const reasons = new Map(accepted.map(({ check, reason }) => [check, reason]));
  return findings.map((finding) => {
    const { check, diagnostic } = finding;
    const reason = diagnostic === null ? undefined : (reasons.get(check) ?? reasons.get(diagnostic.code));
    return reason === undefined ? finding : { ...finding, silenced: reason };
  });
}
