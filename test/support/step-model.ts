/**
 * An independent model of what steps do: plain sets, every precondition stated. It shares no code with `apply/` and knows
 * nothing of kernels; a plan whose steps come in a wrong order fails here.
 */

import assert from 'node:assert/strict';
import { formatHwptRef } from '../../src/model/hwpt-ref.ts';
import type { Plan, Step } from '../../src/model/plan.ts';

export interface Model {
  readonly drivers: Map<string, string | null>;
  readonly overrides: Map<string, string | null>;
  readonly modules: Set<string>;
  readonly files: Set<string>;
  /** PF → number of VFs. */
  readonly vfs: Map<string, number>;
  /** `viommu` → things inside it by name. */
  readonly viommus: Map<string, ModelViommu>;
}

export interface ModelViommu {
  readonly pasid: boolean;
  readonly devices: Map<string, string>;
  readonly memory: Set<bigint>;
  readonly hwpts: Set<string>;
  /** `device/pasid` → hwpt; pasid 0 is the RID. */
  readonly attached: Map<string, string>;
  readonly domains: Map<string, number>;
}

export function emptyModel(): Model {
  return {
    drivers: new Map(),
    overrides: new Map(),
    modules: new Set(),
    files: new Set(),
    vfs: new Map(),
    viommus: new Map(),
  };
}

export function runPlan(model: Model, plan: Plan): void {
  for (const { step } of plan.steps) runStep(model, step);
}

export function runStep(model: Model, step: Step): void {
  switch (step.kind) {
    case 'load-module':
      assert.ok(!model.modules.has(step.module), 'module is loaded twice');
      model.modules.add(step.module);
      return;
    case 'unload-module':
      assert.ok(model.modules.delete(step.module), 'module is not loaded');
      return;
    case 'take-device':
      assert.ok(model.modules.has('vfio_pci'), 'vfio_pci is loaded before a device is taken');
      assert.equal(model.drivers.get(step.handover.address) ?? null, step.handover.formerDriver);
      model.drivers.set(step.handover.address, step.driver);
      model.overrides.set(step.handover.address, step.driver);
      return;
    case 'keep-device':
    case 'reclaim-device':
      assert.equal(model.drivers.get(step.handover.address), step.driver);
      return;
    case 'give-back-device':
      assert.equal(model.drivers.get(step.handover.address), step.driver);
      model.drivers.set(step.handover.address, step.handover.formerDriver);
      model.overrides.set(step.handover.address, step.handover.formerOverride);
      return;
    case 'create-file':
      assert.ok(!model.files.has(step.file), 'file is made twice');
      model.files.add(step.file);
      return;
    case 'remove-file':
      assert.ok(model.files.delete(step.file), 'file is not there');
      return;
    case 'make-vfs':
      assert.ok(!model.vfs.has(step.vfs.address), 'VFs are made once');
      model.vfs.set(step.vfs.address, step.vfs.count);
      return;
    case 'remove-vfs':
      for (const address of step.vfs.addresses) {
        assert.notEqual(model.drivers.get(address) ?? null, 'vfio-pci', 'a VF is given back before it goes');
      }
      assert.equal(model.vfs.get(step.vfs.address), step.vfs.count);
      model.vfs.delete(step.vfs.address);
      return;
    case 'open-viommu':
      assert.ok(!model.viommus.has(step.viommu), 'vIOMMU is opened twice');
      model.viommus.set(step.viommu, {
        pasid: step.pasid,
        devices: new Map(),
        memory: new Set(),
        hwpts: new Set(),
        attached: new Map(),
        domains: new Map(),
      });
      return;
    case 'close-viommu': {
      const viommu = get(model, step.viommu);
      assert.deepEqual(
        [viommu.devices.size, viommu.memory.size, viommu.hwpts.size, viommu.attached.size],
        [0, 0, 0, 0],
      );
      model.viommus.delete(step.viommu);
      return;
    }
    default:
      runViommuStep(model, step);
  }
}

function get(model: Model, name: string): ModelViommu {
  const viommu = model.viommus.get(name);
  assert.ok(viommu, `vIOMMU ${name} is open`);
  return viommu;
}

type ViommuStep = Extract<Step, { readonly viommu: string }>;

function runViommuStep(model: Model, step: Exclude<ViommuStep, { kind: 'open-viommu' | 'close-viommu' }>): void {
  const viommu = get(model, step.viommu);
  const users = (hwpt: string): number => [...viommu.attached.values()].filter((to) => to === hwpt).length;
  switch (step.kind) {
    case 'bind-device':
      for (const other of model.viommus.values()) assert.ok(!other.devices.has(step.device), 'device is bound once');
      viommu.devices.set(step.device, step.unit);
      return;
    case 'release-device':
      assert.ok(![...viommu.attached.keys()].some((key) => key.startsWith(`${step.device}/`)), 'nothing is attached');
      assert.ok(viommu.devices.delete(step.device), 'device is bound');
      return;
    case 'map-memory':
      assert.ok(model.files.has(step.memory.file), 'memory file is there');
      assert.ok(!viommu.memory.has(step.memory.guestAddress), 'memory is mapped once');
      viommu.memory.add(step.memory.guestAddress);
      return;
    case 'unmap-memory':
      assert.ok(viommu.memory.delete(step.memory.guestAddress), 'memory is mapped');
      return;
    case 'alloc-parent':
      assert.equal(viommu.devices.get(step.device), step.unit, 'a device of the unit is bound');
      assert.ok(!viommu.hwpts.has(`parent@${step.unit}`), 'one nest parent a unit');
      viommu.hwpts.add(`parent@${step.unit}`);
      return;
    case 'free-parent':
      assert.equal(viommu.devices.get(step.device), step.unit, 'so that the undo can allocate');
      assert.equal(users(`parent@${step.unit}`), 0, 'nest parent is unused');
      assert.ok(![...viommu.hwpts].some((hwpt) => hwpt.startsWith(`fs@${step.unit}/`)), 'no first stage is left on it');
      assert.ok(viommu.hwpts.delete(`parent@${step.unit}`), 'nest parent is there');
      return;
    case 'alloc-first-stage':
    case 'free-first-stage':
      runStageStep(viommu, step, users);
      return;
    case 'attach-rid':
      assert.ok(viommu.hwpts.has(formatHwptRef(step.to)), 'HWPT is there');
      assert.ok(!viommu.attached.has(`${step.device}/0`), 'RID is free');
      viommu.attached.set(`${step.device}/0`, formatHwptRef(step.to));
      return;
    case 'detach-rid':
      assert.equal(viommu.attached.get(`${step.device}/0`), formatHwptRef(step.to));
      viommu.attached.delete(`${step.device}/0`);
      return;
    default:
      runPasidStep(viommu, step);
  }
}

function runStageStep(
  viommu: ModelViommu,
  step: Extract<Step, { readonly kind: 'alloc-first-stage' | 'free-first-stage' }>,
  users: (hwpt: string) => number,
): void {
  const { pageTable, addressWidth, supervisor, extendedAccess, writeProtect } = step.stage;
  const flags = `${supervisor ? '/sre' : ''}${extendedAccess ? '/eafe' : ''}${writeProtect ? '/wpe' : ''}`;
  const ref = `fs@${step.unit}/0x${pageTable.toString(16)}/${addressWidth}${flags}`;
  assert.equal(viommu.devices.get(step.device), step.unit, 'a device of the unit is bound');
  assert.ok(viommu.hwpts.has(`parent@${step.unit}`), 'nest parent is there');
  if (step.kind === 'alloc-first-stage') {
    assert.ok(!viommu.hwpts.has(ref), 'first stage is made once');
    viommu.hwpts.add(ref);
    return;
  }
  assert.equal(users(ref), 0, 'first stage is unused');
  assert.ok(viommu.hwpts.delete(ref), 'first stage is there');
}

function runPasidStep(
  viommu: ModelViommu,
  step: Extract<Step, { readonly kind: 'attach-pasids' | 'detach-pasids' | 'replace-pasids' | 'set-domain' }>,
): void {
  assert.ok(viommu.devices.has(step.device), 'device is bound');
  for (let pasid = step.first; pasid <= step.last; pasid++) {
    const key = `${step.device}/${pasid}`;
    switch (step.kind) {
      case 'attach-pasids':
        assert.ok(viommu.hwpts.has(formatHwptRef(step.to)), 'HWPT is there');
        assert.ok(!viommu.attached.has(key), 'PASID is free');
        viommu.attached.set(key, formatHwptRef(step.to));
        viommu.domains.set(key, step.domain);
        break;
      case 'detach-pasids':
        assert.equal(viommu.attached.get(key), formatHwptRef(step.to));
        viommu.attached.delete(key);
        viommu.domains.delete(key);
        break;
      case 'replace-pasids':
        assert.ok(viommu.hwpts.has(formatHwptRef(step.to)), 'HWPT is there');
        assert.equal(viommu.attached.get(key), formatHwptRef(step.from));
        viommu.attached.set(key, formatHwptRef(step.to));
        break;
      case 'set-domain':
        assert.equal(viommu.domains.get(key), step.from);
        viommu.domains.set(key, step.to);
    }
  }
}
