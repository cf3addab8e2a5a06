/** Lines of a replay for people. */

import { escapeControls } from '../../views/escape.ts';
import type { BindingText, GuestLine, HostLine, ReplayLine, StageLine } from './replay-line.ts';

export function lineText(line: ReplayLine): string {
  if ('host' in line) return `${hostText(line)}${line.errno === null ? '' : `: ${line.errno}`}`;
  if ('guest' in line) return guestText(line);
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
    case 'fault-queue-alloc':
      return line.queue === null ? line.host : `${line.host} ${line.queue}`;
    case 'fault-queue-free':
      return `${line.host} ${line.queue}`;
    case 'fault-respond':
      return `fault-respond ${line.code === 0 ? 'success' : 'invalid'} to ${line.cookie} of queue ${line.queue}`;
    case 'invalidate': {
      const ranges = line.ranges.map(({ address, pages, leaf }) => `${address}+${pages}${leaf ? ' leaf' : ''}`);
      return `invalidate ${line.hwpt} ${ranges.join(', ')}`;
    }
  }
}

function guestText({ device, pasid, address, group, last, ...flags }: GuestLine): string {
  const wants = (['read', 'write', 'execute', 'privileged'] as const).filter((name) => flags[name]);
  const end = last ? ', last' : '';
  return `page-request ${device} ${pasidText(pasid)} ${address} ${wants.join(' ')} of group ${group}${end}`;
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
