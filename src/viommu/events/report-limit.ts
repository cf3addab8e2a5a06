/** A guest can make a million mistakes at once. One event reports at most 256 problems, and then how many more there were. */

import type { ReportProblem } from '../state/problem.ts';

const PER_EVENT = 256;

export interface LimitedReport {
  readonly report: ReportProblem;
  /** The event is over. */
  end(): void;
}

export function limitedReport(report: ReportProblem): LimitedReport {
  let told = 0;
  return {
    report(problem) {
      told += 1;
      if (told <= PER_EVENT) report(problem);
    },
    end() {
      const more = told - PER_EVENT;
      told = 0;
      if (more <= 0) return;
      const message = `${more} more problems of the same event are not reported`;
      report({ code: 'VIOMMU_MORE_PROBLEMS', device: null, pasid: null, message });
    },
  };
}
