/** Lines of a replay for people. */

import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import type { BindingText, GuestLine, HostLine, RangeText, ReplayLine, StageLine, StageText } from './replay-line.ts';

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
      const made = line.hwpt === null ? '' : `${line.hwpt} `;
      return `hwpt-alloc ${made}${tableText(line.firstStage)} over ${line.parent} on ${line.unit}`;
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
    case 'invalidate':
      return `invalidate ${line.hwpt} ${line.ranges.map(rangeText).join(', ')}`;
  }
}

function tableText({ pageTable, addressWidth, flags }: StageText): string {
  return [pageTable, `(${addressWidth} bits)`, ...flags].join(' ');
}

/** iommufd's page count for everything: all ones. */
const ALL_PAGES = '0xffffffffffffffff';

function rangeText({ address, pages, leaf }: RangeText): string {
  if (pages === ALL_PAGES) return 'everything';
  return `${address} (${count(Number(pages), 'page')}${leaf ? ', leaf' : ''})`;
}

function guestText({ device, pasid, address, group, last, ...flags }: GuestLine): string {
  const wants = (['read', 'write', 'execute', 'privileged'] as const).filter((name) => flags[name]);
  const end = last ? ', last' : '';
  return `page-request ${device} ${pasidText(pasid)} ${address} ${wants.join(' ')} of group ${group}${end}`;
}

function pasidText(pasid: number): string {
  return pasid === 0 ? 'RID' : `PASID ${pasid}`;
}

function stageLines({ stage, bindings, hwpts, notTaken = 0 }: StageLine): readonly string[] {
  const title = stage === 'end' ? 'End' : `Stage ${stage}`;
  const counts = `${count(bindings.length, 'binding')}, ${count(hwpts, 'first-stage HWPT')}`;
  const told = notTaken === 0 ? [] : [`  ${count(notTaken, 'descriptor')} not taken: ${NOT_TAKEN}`];
  return [`${title}: ${counts}`, ...bindings.map(bindingLine), ...told];
}

const NOT_TAKEN = 'a bad one has stopped the queue, and the bindings do not show what they ask for';

/** Of what failed the table is what is wanted, and the HWPT what is still attached: they do not belong together. */
function bindingLine({ device, pasid, domain, hwpt, state, errno, ...table }: BindingText): string {
  const where = hwpt === null ? '' : ` on ${hwpt}`;
  const stateText = errno === null ? state : `${state} (${errno})`;
  const start = `  ${device} ${pasidText(pasid)}: ${targetText(table)}`;
  return state === 'failed'
    ? `${start}, domain ${domain}, ${stateText}${where === '' ? '' : `, still${where}`}`
    : `${start}${where}, domain ${domain}, ${stateText}`;
}

function targetText({ pageTable, addressWidth, flags }: Pick<BindingText, keyof StageText>): string {
  return pageTable === null || addressWidth === null ? 'pass-through' : tableText({ pageTable, addressWidth, flags });
}
