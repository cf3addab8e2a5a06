/** `pasidctl version`: versions of this tool, of Node and of the formats. */

import { API_VERSION, FORMAT_VERSIONS } from '../../views/api-version.ts';
import type { Data } from '../../views/structured.ts';
import { EXIT } from '../exit-codes.ts';
import type { VersionOptions } from '../options.ts';
import { type Deps, writeOut } from '../terminal.ts';
import { VERSION } from '../tool-version.ts';

export async function runVersion({ output }: VersionOptions, deps: Deps): Promise<number> {
  const data = {
    apiVersion: API_VERSION,
    kind: 'Version',
    tool: VERSION,
    node: process.version,
    formats: { spec: API_VERSION, ...FORMAT_VERSIONS },
  };
  writeOut(deps, output === 'text' ? versionText(data) : await render(data, output));
  return EXIT.done;
}

/** Loaded on demand: the library for YAML is as large as all other modules of this command. */
async function render(data: Data, output: 'json' | 'yaml'): Promise<string> {
  const { toJson, toYaml } = await import('../../views/structured.ts');
  return output === 'json' ? toJson(data) : toYaml(data);
}

interface Versions {
  readonly tool: string;
  readonly node: string;
  readonly formats: Readonly<Record<string, string>>;
}

function versionText({ tool, node, formats }: Versions): string {
  const rows = Object.entries(formats).map(([name, version]) => `  ${name.padEnd(10)}${version}`);
  return [`pasidctl ${tool}`, `node ${node}`, 'formats', ...rows, ''].join('\n');
}
