/** Lines of a replay for people. */

import { escapeControls } from '../../views/escape.ts';
import type { BindingText, HostLine, ReplayLine, StageLine } from './replay-line.ts';

export function lineText(line: ReplayLine): string {
  if ('host' in line) return `${hostText(line)}${line.errno === null ? '' : `: ${line.errno}`}`;
  if ('stage' in line) return stageLines(line).join('\n');
  const { code, message } = line.diagnostic;
  return `${escapeControls(message)} [${code}]`;
}

function hostText(line: HostLine): string {
  switch (line.host) {
    case 'hwpt-alloc': {
      const { pageTable, addressWidth, flags } = line.firstStage;
      const made = line.hwpt === null ? '' : `${line.hwpt} `;
      return `hwpt-alloc ${made}${[pageTable, addressWidth, ...flags].join(' ')} over ${line.parent} on ${line.unit}`;
    }
    case 'attach':
    case 'replace':
      return `${line.host} ${line.device} ${pasidText(line.pasid)} to ${line.hwpt}`;
    case 'detach':
      return `detach ${line.device} ${pasidText(line.pasid)}`;
    case 'hwpt-destroy':
      return `hwpt-destroy ${line.hwpt}`;
    case 'invalidate': {
      const ranges = line.ranges.map(({ address, pages, leaf }) => `${address}+${pages}${leaf ? ' leaf' : ''}`);
      return `invalidate ${line.hwpt} ${ranges.join(', ')}`;
    }
  }
}

function pasidText(pasid: number): string {
  return pasid === 0 ? 'RID' : `PASID ${pasid}`;
}

function stageLines({ stage, bindings, hwpts }: StageLine): readonly string[] {
  const title = stage === 'end' ? 'End' : `Stage ${stage}`;
  return [`${title}: ${bindings.length} bindings, ${hwpts} first-stage HWPTs`, ...bindings.map(bindingLine)];
}

function bindingLine(binding: BindingText): string {
  const { device, pasid, domain, pageTable, addressWidth, flags, hwpt, state, errno } = binding;
  const target = pageTable === null ? 'pass-through' : [pageTable, addressWidth, ...flags].join(' ');
  const where = hwpt === null ? '' : ` on ${hwpt}`;
  return `  ${device} ${pasidText(pasid)}: ${target}${where}, domain ${domain}, ${state}${errno === null ? '' : ` (${errno})`}`;
}
