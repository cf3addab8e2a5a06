/** Settings of one vIOMMU that depend on each other, as in QEMU's intel-iommu. Source: QEMU 11.1 vtd_decide_config. */

import type { Problem } from '../problem.ts';
import { at, type RuleContext } from './rule.ts';

export function* svmNeedsDeviceIotlb({ draft }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (!viommu.svm || viommu.deviceIotlb) continue;
    const message = `\`svm\` of ${viommu.name} needs \`deviceIotlb: true\`.`;
    yield { code: 'SPEC_SVM_NEEDS_DEVICE_IOTLB', message, at: at(viommu, 'svm'), basis: [at(viommu, 'deviceIotlb')] };
  }
}

export function* svmNeedsFirstStage({ draft }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (!viommu.svm || viommu.firstStage) continue;
    const message = `\`svm\` of ${viommu.name} needs \`firstStage: true\`.`;
    yield { code: 'SPEC_SVM_NEEDS_FIRST_STAGE', message, at: at(viommu, 'svm'), basis: [at(viommu, 'firstStage')] };
  }
}

export function* svmNeedsPasids({ draft }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (!viommu.svm || viommu.pasidBits > 0) continue;
    const message = `\`svm\` of ${viommu.name} needs \`pasidBits\` from 1 to 20.`;
    yield { code: 'SPEC_SVM_NEEDS_PASIDS', message, at: at(viommu, 'svm'), basis: [at(viommu, 'pasidBits')] };
  }
}

/** First-stage tables have four levels or more. */
export function* addressWidthTooSmall({ draft }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (!viommu.firstStage || viommu.addressWidth > 39) continue;
    const message = `\`addressWidth: 39\` of ${viommu.name} is too small for a first stage, which has 48 or 57.`;
    const place = at(viommu, 'addressWidth');
    yield { code: 'SPEC_ADDRESS_WIDTH_TOO_SMALL', message, at: place, basis: [at(viommu, 'firstStage')] };
  }
}

export function* addressWidthNotInQemu({ draft }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (viommu.holder !== 'qemu' || viommu.addressWidth < 57) continue;
    const message = `\`addressWidth: 57\` of ${viommu.name} does not exist in QEMU's intel-iommu; write ${viommu.firstStage ? '48' : '39 or 48'}.`;
    const basis = [at(viommu, 'holder'), at(viommu, 'firstStage')];
    yield { code: 'SPEC_ADDRESS_WIDTH_NOT_IN_QEMU', message, at: at(viommu, 'addressWidth'), basis };
  }
}

/** Without caching mode a guest does not report new entries. QEMU then refuses every vfio device. */
export function* cachingModeOff({ draft }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (viommu.cachingMode) continue;
    const basis = [at(viommu, 'holder')];
    const place = at(viommu, 'cachingMode');
    if (viommu.holder === 'qemu') {
      const message = `QEMU refuses passed-through devices behind ${viommu.name}, since \`cachingMode\` is false.`;
      yield { code: 'SPEC_QEMU_NEEDS_CACHING_MODE', message, at: place, basis };
    } else {
      const message = `With \`cachingMode: false\` a guest behind ${viommu.name} does not report new mappings.`;
      yield { code: 'SPEC_CACHING_MODE_OFF', message, at: place, basis };
    }
  }
}

/** The hardware reads first-stage tables through guest memory. */
export function* memoryMissing({ draft, bindingsOf, where }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (viommu.memory.length > 0 || viommu.holder === 'qemu') continue;
    const binding = bindingsOf(viommu).find(({ target }) => target.kind === 'first-stage');
    if (binding === undefined) continue;
    const message = `The vIOMMU ${viommu.name} has no \`memory\`, and the page table of the binding at ${where(binding)} must lie in it.`;
    const basis = [at(viommu, 'memory'), at(viommu, 'holder'), at(binding, 'firstStage')];
    yield { code: 'SPEC_MEMORY_MISSING', message, at: at(viommu, 'memory'), basis };
  }
}

export function* viommuWithoutDevices({ draft }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (viommu.devices.length > 0) continue;
    const message = `The vIOMMU ${viommu.name} has no devices, so it has no effect.`;
    yield { code: 'SPEC_VIOMMU_WITHOUT_DEVICES', message, at: at(viommu, 'devices') };
  }
}
