/** A world for plans: the step model beside the ledger that apply would have written, kept by the real ledger code. */

import { bindingsOf, emptyViommu, Ledger } from '../../src/apply/ledger.ts';
import type { Host } from '../../src/model/host.ts';
import { firstStageRef, formatHwptRef } from '../../src/model/hwpt-ref.ts';
import { EMPTY_LIVE, type Live } from '../../src/model/live.ts';
import type { Plan, Step } from '../../src/model/plan.ts';
import type { Spec } from '../../src/model/spec.ts';
import { planChanges } from '../../src/plan/plan-changes.ts';
import { PLAIN_HOST } from './arbitrary-spec.ts';
import { emptyModel, type Model, runStep } from './step-model.ts';

export class World {
  readonly model: Model = emptyModel();
  readonly #ledger = new Ledger(EMPTY_LIVE);

  constructor() {
    for (const { address, driver, driverOverride } of PLAIN_HOST.functions) {
      this.model.drivers.set(address, driver);
      this.model.overrides.set(address, driverOverride);
    }
  }

  plan(spec: Spec): Plan {
    return planChanges({ spec, host: this.#host(), live: this.live() });
  }

  apply(spec: Spec): void {
    for (const { step } of this.plan(spec).steps) {
      runStep(this.model, step);
      record(this.#ledger, step);
    }
  }

  live(): Live {
    return this.#ledger.toLive();
  }

  snapshot(): unknown {
    return structuredClone(this.model);
  }

  #host(): Host {
    return {
      ...PLAIN_HOST,
      modules: [...this.model.modules],
      functions: PLAIN_HOST.functions.map((fn) => ({
        ...fn,
        driver: this.model.drivers.get(fn.address) ?? null,
        driverOverride: this.model.overrides.get(fn.address) ?? null,
      })),
      files: [...this.model.files].map((path) => ({ path, sizeBytes: 0x10_0000n, allocatedBytes: 0x10_0000n })),
    };
  }
}

/** What apply writes into the ledger when a step succeeds. */
function record(ledger: Ledger, step: Step): void {
  switch (step.kind) {
    case 'load-module':
      ledger.loadedModules.add(step.module);
      return;
    case 'unload-module':
      ledger.loadedModules.delete(step.module);
      return;
    case 'take-device':
    case 'reclaim-device':
      ledger.handovers.set(step.handover.address, step.handover);
      return;
    case 'give-back-device':
    case 'keep-device':
      ledger.handovers.delete(step.handover.address);
      return;
    case 'create-file':
      ledger.createdFiles.add(step.file);
      return;
    case 'remove-file':
      ledger.createdFiles.delete(step.file);
      return;
    case 'make-vfs':
      ledger.madeVfs.set(step.vfs.address, step.vfs);
      return;
    case 'remove-vfs':
      ledger.madeVfs.delete(step.vfs.address);
      return;
    case 'open-viommu':
      ledger.viommus.set(step.viommu, emptyViommu({ ...step, name: step.viommu, iommufd: 3, ioas: 1 }));
      return;
    case 'close-viommu':
      ledger.viommus.delete(step.viommu);
      return;
    default:
      recordInViommu(ledger, step);
  }
}

type Inner = Exclude<Extract<Step, { readonly viommu: string }>, { readonly kind: 'open-viommu' | 'close-viommu' }>;

function recordInViommu(ledger: Ledger, step: Inner): void {
  const viommu = ledger.viommu(step.viommu);
  switch (step.kind) {
    case 'bind-device': {
      const { device: name, address, unit } = step;
      const handle = { kind: 'vfio', fd: 4, devId: 2 } as const;
      viommu.devices.set(name, { name, address, unit, handle, ridAttached: false, ridOwner: 'spec', maxPasidLog2: 20 });
      return;
    }
    case 'release-device':
      viommu.devices.delete(step.device);
      return;
    case 'map-memory':
      viommu.memory.set(step.memory.guestAddress, step.memory);
      return;
    case 'unmap-memory':
      viommu.memory.delete(step.memory.guestAddress);
      return;
    case 'alloc-parent':
      viommu.nestParents.set(step.unit, 5);
      return;
    case 'free-parent':
      viommu.nestParents.delete(step.unit);
      return;
    case 'attach-rid':
    case 'detach-rid': {
      const device = viommu.devices.get(step.device);
      if (device !== undefined) viommu.devices.set(step.device, { ...device, ridAttached: step.kind === 'attach-rid' });
      return;
    }
    case 'alloc-first-stage':
      viommu.firstStages.set(formatHwptRef(firstStageRef(step.unit, step.stage)), {
        ...step.stage,
        owner: 'spec',
        unit: step.unit,
        hwpt: 6,
      });
      return;
    case 'free-first-stage':
      viommu.firstStages.delete(formatHwptRef(firstStageRef(step.unit, step.stage)));
      return;
    case 'attach-pasids':
    case 'replace-pasids':
      bindingsOf(viommu, step.device).set(step.first, step.last, { owner: 'spec', to: step.to, domain: step.domain });
      return;
    case 'detach-pasids':
      bindingsOf(viommu, step.device).set(step.first, step.last, null);
      return;
    case 'set-domain': {
      const list = bindingsOf(viommu, step.device);
      for (const { first, last, held } of list.slice(step.first, step.last)) {
        if (held !== null) list.set(first, last, { owner: held.owner, to: held.to, domain: step.to });
      }
    }
  }
}
