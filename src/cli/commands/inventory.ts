/** `pasidctl inventory`: IOMMUs and PCI functions of the machine. YAML and JSON output is a machine file. */

import { parse } from 'yaml';
import { formatMachine } from '../../host/machine.ts';
import type { Host } from '../../model/host.ts';
import { EMPTY_LIVE } from '../../model/live.ts';
import { EMPTY_SPEC } from '../../model/spec.ts';
import { openBackend } from '../../run/backend.ts';
import { inventoryText } from '../../views/inventory-text.ts';
import { type Data, toJson } from '../../views/structured.ts';
import { stdoutColors } from '../colors.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { InventoryOptions } from '../options.ts';
import { machineRequest } from '../requests.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runInventory(options: InventoryOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const backend = await openBackend(machineRequest(options, deps));
    writeOut(deps, renderHost(backend.observe(EMPTY_SPEC, EMPTY_LIVE), options, deps));
    return EXIT.done;
  });
}

function renderHost(host: Host, { output, all, color }: InventoryOptions, deps: Deps): string {
  if (output === 'yaml') return formatMachine(host);
  if (output === 'json') return toJson(machineData(host));
  return inventoryText(host, { all, colors: stdoutColors(color, deps) });
}

/** The data of the machine file, so that both formats have one schema. */
function machineData(host: Host): Data {
  return parse(formatMachine(host));
}
