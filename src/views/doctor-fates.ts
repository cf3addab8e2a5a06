/** What the findings mean for each device. */

import type { DiagnosedDevice, Diagnosis } from '../diagnostics/diagnosis.ts';
import type { Finding } from '../diagnostics/finding.ts';

export interface Fate {
  /** `blocked`: something that it needs is broken. `unsure`: a fact that decides could not be read. `fine`: neither. */
  readonly state: 'fine' | 'unsure' | 'blocked';
  /** Ids of the checks that found it, each once. */
  readonly because: readonly string[];
}

export interface FatedDevice {
  readonly device: DiagnosedDevice;
  readonly fate: Fate;
}

/** In the order of the devices. Silenced findings count: the operator accepts them, and they hold all the same. */
export function fatesOf({ devices, findings }: Pick<Diagnosis, 'devices' | 'findings'>): readonly FatedDevice[] {
  const blocked = checksByDevice(findings, 'fatal');
  const unsure = checksByDevice(findings, 'unknown');
  return devices.map((device) => ({ device, fate: fateOf(blocked.get(device.name), unsure.get(device.name)) }));
}

function fateOf(blocked: ReadonlySet<string> | undefined, unsure: ReadonlySet<string> | undefined): Fate {
  if (blocked !== undefined) return { state: 'blocked', because: [...blocked] };
  return unsure === undefined ? { state: 'fine', because: [] } : { state: 'unsure', because: [...unsure] };
}

function checksByDevice(
  findings: readonly Finding[],
  state: Finding['state'],
): ReadonlyMap<string, ReadonlySet<string>> {
  const checks = new Map<string, Set<string>>();
  for (const finding of findings) {
    if (finding.state !== state) continue;
    for (const name of finding.devices) {
      const own = checks.get(name);
      if (own === undefined) checks.set(name, new Set([finding.check]));
      else own.add(finding.check);
    }
  }
  return checks;
}
