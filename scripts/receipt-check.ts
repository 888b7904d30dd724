// `npm run receipt:check -- FILE… [--receipt NUMBER --version N]`: what the server finds on pictures or PDFs of receipts,
// one line of JSON for each, against DATABASE_URL or the demo's own database. Nothing is kept and nothing changes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPicture, type CheckedFile } from '@/lib/capture/commands/check-picture';
import type { PageReading } from '@/lib/capture/rules/inspection';
import { migrate } from '@/lib/db/migrate';
import { services } from '@/lib/runtime/services';
import { createDatabase } from './database/databases';
import { reachableDataFolder } from './database/data-folder';
import { startEmbedded } from './database/embedded';
import { runningPort } from './database/postmaster';
import { localAddresses } from './server/addresses';
import { seedWhenEmpty } from './server/demo';
import { serverEnvironment } from './server/server-environment';
import { DATABASE } from './server/stack';
import { prepare } from './tools/build.mjs';
import { loadEnvFile } from './tools/env-file.mjs';
import { inProject } from './tools/project.mjs';

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: { receipt: { type: 'string' }, version: { type: 'string' } },
});
const missing = files.filter((file) => !existsSync(file));
if (files.length === 0 || missing.length > 0 || (values.receipt === undefined) !== (values.version === undefined)) {
  for (const file of missing) console.error(`${file}: 没有这个文件 no such file`);
  console.error('usage: npm run receipt:check -- FILE… [--receipt NUMBER --version N]');
  process.exit(2);
}
const named = values.receipt ? { number: values.receipt, version: Number(values.version) } : null;

loadEnvFile();
await prepare();
const stop = await openStore();
const { db, ports, secrets } = services();
for (const file of files) {
  const checked = await checkPicture({ db, ports, secrets }, new Uint8Array(readFileSync(file)), named);
  process.stdout.write(`${JSON.stringify({ file, ...lineOf(checked) })}\n`);
}
await db.$disconnect();
await stop();
process.exit(0);

/** Database and files to look things up in. The demo's are started, and filled when empty, unless they run already. */
async function openStore(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) return async () => {};
  const dataFolder = inProject('.data');
  const folder = reachableDataFolder(join(dataFolder, 'postgres'));
  const isRunning = runningPort(folder) !== undefined;
  const server = await startEmbedded(folder);
  await createDatabase(server, DATABASE);
  const databaseUrl = server.connectionString(DATABASE);
  await migrate(databaseUrl, inProject('prisma', 'migrations'));
  const port = Number(process.env.PORT || 3000);
  const addresses = localAddresses(port, false);
  const environment = serverEnvironment({ dataFolder, databaseUrl, isDemo: true, port, addresses, mode: 'start' });
  // Standard output is for the findings alone.
  const say = console.log;
  console.log = console.error;
  await seedWhenEmpty({ server, database: DATABASE, dataFolder, environment });
  console.log = say;
  Object.assign(process.env, environment);
  return isRunning ? async () => {} : () => server.stop();
}

function lineOf(checked: CheckedFile) {
  if ('refused' in checked) return { verdict: 'REFUSED', reasons: [checked.refused] };
  const { verdict, findings, receipt, inspection, originalSha256 } = checked;
  const { page, code, content, width, height, marks } = inspection;
  return {
    verdict,
    reasons: findings.filter(({ severity }) => severity !== 'ok').map((finding) => finding.code),
    receipt,
    corners: page?.frameCorners ?? null,
    qr: code,
    seal: page?.seal ?? null,
    content: content ?? null,
    picture: { width, height, marks: marks.found, ...(page && figuresOf(page)) },
    sha256: originalSha256,
  };
}

function figuresOf({ pxPerMm, tiltDegrees, misfitMm, paperWhite, sharpness, grain }: PageReading) {
  return { pxPerMm, tiltDegrees, misfitMm, paperWhite, sharpness, grain };
}
