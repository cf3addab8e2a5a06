/** A diagnosis for programs: `schema/doctor.v1.schema.json` describes it. */

import { byLink, countFindings, type Diagnosis, firstBroken, verdictOf } from '../diagnostics/diagnosis.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { API_VERSION, FORMAT_VERSIONS } from './api-version.ts';
import { diagnosticData } from './diagnostics-data.ts';
import { fatesOf } from './doctor-fates.ts';
import type { Data } from './structured.ts';

export function doctorData(diagnosis: Diagnosis): Data {
  const { about, machine, assumed, alike, findings } = diagnosis;
  return {
    apiVersion: API_VERSION,
    kind: 'Doctor',
    formatVersion: FORMAT_VERSIONS.doctor,
    verdict: verdictOf(diagnosis),
    firstBroken: firstBroken(diagnosis)?.check ?? null,
    about,
    machine: {
      release: machine.release,
      uid: machine.uid,
      mayReadConfig: machine.mayReadConfig,
      hung: machine.hung,
      late: machine.late,
    },
    assumed: assumed.map(({ text, changes }) => ({ text, changes })),
    summary: { ...countFindings(findings) },
    devices: fatesOf(diagnosis).map(({ device: { name, address, driver }, fate: { state, because } }) => ({
      ...{ name, address, driver, state, because },
    })),
    alike: alike.map(({ physicalFunction, others }) => ({ physicalFunction, others })),
    findings: byLink(findings).map(findingData),
  };
}

function findingData(finding: Finding): Data {
  const { check, link, state, silenced, devices, message, evidence, blocks, because, fix, confirm, diagnostic } =
    finding;
  return {
    check,
    link,
    state,
    silenced,
    devices,
    message,
    evidence: evidence.map(({ source, value }) => ({ source, value })),
    blocks,
    because,
    fix,
    confirm,
    problem: diagnostic === null ? null : diagnosticData(diagnostic),
  };
}
