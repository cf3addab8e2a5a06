/** The host's VT-d tables in debugfs as a witness; all answers are `unknown` where debugfs does not show them. */

import type { Testimony, Witness } from '../apply/witness.ts';
import { dmarKey, readDmarTables } from '../host/dmar-tables.ts';
import type { SysTree } from '../host/sys-tree.ts';
import { leadsToMemory, leadsToTable } from '../vtd/leads-to.ts';

/** Reads the tables once, at the call. */
export function dmarWitness(tree: SysTree): Witness {
  const tables = readDmarTables(tree);
  if (tables === null) return () => 'unknown';
  return ({ address }, pasid, target) => {
    const entry = tables.get(dmarKey(address, pasid));
    if (entry === undefined) return said(target === null);
    if (target === null) return said(!leadsToMemory(entry));
    return said(target.stage === null ? leadsToMemory(entry) : leadsToTable(entry, target.stage));
  };
}

function said(holds: boolean): Testimony {
  return holds ? 'yes' : 'no';
}
