import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTemporary } from '../../scripts/database/temporary';
import { localAddresses } from '../../scripts/server/addresses';
import { freePort } from '../../scripts/server/ports.mjs';
import { startStack } from '../../scripts/server/stack';
import { inProject } from '../../scripts/tools/project.mjs';
import type { ServerFacts } from './server';

type RunningServer = { facts: ServerFacts; stop(): Promise<void> };

/**
 * The product on a free port as soon as it is built, with database, files and keys of its own; what it says goes to
 * `.cache/e2e-server.log`.
 */
export async function startServer(built: Promise<void>): Promise<RunningServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  const port = await freePort();
  mkdirSync(inProject('.cache'), { recursive: true });
  const output = openSync(inProject('.cache', 'e2e-server.log'), 'w');
  const stack = await startStack({
    database: await startTemporary(),
    dataFolder,
    port,
    addresses: localAddresses(port, false),
    mode: 'start',
    output,
    built,
    // What jest needs of Node would stop Next.
    environment: { NODE_OPTIONS: '' },
  });
  const stop = async () => {
    await stack.stop();
    closeSync(output);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const { accounts, databaseUrl } = stack;
  const agentOrigin = stack.agentOrigin ?? '';
  return { facts: { origin: `http://localhost:${port}`, accounts, databaseUrl, dataFolder, agentOrigin }, stop };
}
