/** `pasidctl schema`: the JSON schema of a format that this tool reads or writes. */

import catalogueSchema from '../../../schema/catalogue.v1.schema.json' with { type: 'json' };
import diagnosticsSchema from '../../../schema/diagnostics.v1.schema.json' with { type: 'json' };
import doctorSchema from '../../../schema/doctor.v1.schema.json' with { type: 'json' };
import eventSchema from '../../../schema/event.v1.schema.json' with { type: 'json' };
import guestSchema from '../../../schema/guest.v1.schema.json' with { type: 'json' };
import hostSchema from '../../../schema/host.v1.schema.json' with { type: 'json' };
import machineSchema from '../../../schema/machine.v1.schema.json' with { type: 'json' };
import planSchema from '../../../schema/plan.v1.schema.json' with { type: 'json' };
import repairSchema from '../../../schema/repair.v1.schema.json' with { type: 'json' };
import statusSchema from '../../../schema/status.v1.schema.json' with { type: 'json' };
import versionSchema from '../../../schema/version.v1.schema.json' with { type: 'json' };
import { EXIT } from '../exit-codes.ts';
import type { SchemaName, SchemaOptions } from '../options.ts';
import { type Deps, writeOut } from '../terminal.ts';

const SCHEMAS: Readonly<Record<SchemaName, object>> = {
  host: hostSchema,
  machine: machineSchema,
  plan: planSchema,
  status: statusSchema,
  event: eventSchema,
  diagnostics: diagnosticsSchema,
  catalogue: catalogueSchema,
  guest: guestSchema,
  repair: repairSchema,
  doctor: doctorSchema,
  version: versionSchema,
};

export function runSchema({ name }: SchemaOptions, deps: Deps): Promise<number> {
  writeOut(deps, `${JSON.stringify(SCHEMAS[name], null, 2)}\n`);
  return Promise.resolve(EXIT.done);
}
