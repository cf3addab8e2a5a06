/** The last line of a diagnosis: what it comes to. */

import {
  countFindings,
  type Diagnosis,
  firstBroken,
  isIncomplete,
  isRefused,
  verdictOf,
} from '../diagnostics/diagnosis.ts';
import { count } from '../text/amounts.ts';
import { fatesOf } from './doctor-fates.ts';

export function verdictText(diagnosis: Diagnosis): string {
  const when = diagnosis.assumed.length === 0 ? '' : 'As it would be: ';
  return `${when}${sentence(diagnosis)}${countsText(diagnosis)}`;
}

function sentence(diagnosis: Diagnosis): string {
  const able = diagnosis.about === 'survey' && diagnosis.devices.length > 0 ? ` ${ableText(diagnosis)}` : '';
  const partly = isIncomplete(diagnosis) ? ' Not everything could be read.' : '';
  switch (verdictOf(diagnosis)) {
    case 'broken': {
      const first = firstBroken(diagnosis);
      return `Broken, first at ${first?.check} (${first?.link}).${partly}${able}`;
    }
    case 'unknown':
      return `Not known: facts could not be read without which \`plan\` refuses.${partly}${able}`;
    case 'doubtful':
      if (silencedRefusals(diagnosis) > 0) return `${ALL_THE_SAME} Mind what is said above.${partly}${able}`;
      return `It works, as far as could be read; mind what is said above.${partly}${able}`;
    case 'sound':
      if (silencedRefusals(diagnosis) > 0) return `${ALL_THE_SAME}${partly}${able}`;
      return `Sound: ${diagnosis.about === 'spec' ? 'this machine can do what the spec asks for' : 'PASIDs work here'}.${partly}${able}`;
  }
}

const ALL_THE_SAME = 'Nothing stands in the way but what is silenced.';

/** Silenced, and `plan` refuses for them all the same. */
function silencedRefusals({ findings }: Diagnosis): number {
  return findings.filter((finding) => finding.silenced !== null && isRefused(finding)).length;
}

function ableText(diagnosis: Diagnosis): string {
  const fates = fatesOf(diagnosis).map(({ fate }) => fate.state);
  const able = fates.filter((state) => state === 'fine').length;
  const unsure = fates.filter((state) => state === 'unsure').length;
  const of = `of ${count(fates.length, 'device')}`;
  if (unsure === 0) return `${able} ${of} can do PASIDs.`;
  const sure = able === 0 ? '' : `${able} ${of} can do PASIDs; `;
  return `${sure}${unsure}${able === 0 ? ` ${of}` : ''} could not be judged for certain.`;
}

/** `2 fatal, 1 warning, 3 not checked, 12 fine.` */
function countsText(diagnosis: Diagnosis): string {
  const { findings } = diagnosis;
  const { fatal, warning, unknown, skipped, fine, silenced } = countFindings(findings);
  const parts = [
    ...(fatal > 0 ? [`${fatal} fatal`] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(skipped > 0 ? [`${skipped} not checked`] : []),
    ...(silenced > 0 ? [`${silenced} silenced`] : []),
    ...(fine > 0 ? [`${fine} fine`] : []),
  ];
  const refused = silencedRefusals(diagnosis);
  const still = refused === 0 ? '' : ` \`plan\` refuses for ${refused} of the silenced ones all the same.`;
  return parts.length === 0 ? '' : ` ${parts.join(', ')}.${still}`;
}
