/** Bundles a TypeScript program for the guest: one file; koffi stays outside, in the checkout's node_modules. */

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Some dependencies are CommonJS and ask for `require`. */
const REQUIRE = "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);";

export async function bundleProgram(source: URL, output: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(source)],
    outfile: output,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['koffi'],
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
}
