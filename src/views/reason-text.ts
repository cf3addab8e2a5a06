/** Why a step is in a plan, and what it disrupts, for people. */

import type { Disruption, Reason } from '../model/plan.ts';

const REASONS: Readonly<Record<Reason, string>> = {
  wanted: 'in the spec',
  changed: 'differs from the spec',
  unwanted: 'no longer wanted',
  needed: 'needed by other steps',
  unused: 'no longer needed',
  rebuild: 'its vIOMMU is rebuilt',
};

export function reasonText(reason: Reason): string {
  return REASONS[reason];
}

const DISRUPTIONS: Readonly<Record<Disruption, string>> = {
  live: 'live',
  'dma-fault': 'DMA to it fails meanwhile',
  'device-reset': 'resets the device',
  'vm-restart': 'needs the VM to restart',
  'host-reboot': 'needs the host to reboot',
};

export function disruptionText(disruption: Disruption): string {
  return DISRUPTIONS[disruption];
}
