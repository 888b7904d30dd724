import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Bundles the thread that renders receipts. Packages stay outside: the file must lie below the folder that holds
 * node_modules. Answers its path, which the server is given in RECEIPT_WORKER.
 */
export async function buildReceiptWorker() {
  const outfile = join(ROOT, '.cache', 'workers', 'receipt-worker.mjs');
  await build({
    entryPoints: [join(ROOT, 'lib', 'receipt', 'render', 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'warning',
  });
  return outfile;
}
