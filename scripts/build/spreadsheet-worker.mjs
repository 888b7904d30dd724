import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Bundles the thread that reads spreadsheets. Packages stay outside: the file must lie below the folder that holds
 * node_modules. Answers its path, which the server is given in SPREADSHEET_WORKER.
 */
export async function buildSpreadsheetWorker() {
  const outfile = join(ROOT, '.cache', 'workers', 'spreadsheet-worker.mjs');
  await build({
    entryPoints: [join(ROOT, 'lib', 'enterprise', 'reading', 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'warning',
  });
  return outfile;
}
