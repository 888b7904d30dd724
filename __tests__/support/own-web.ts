import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { localAddresses } from '../../scripts/server/addresses';
import { freePort } from '../../scripts/server/ports.mjs';
import { serverEnvironment } from '../../scripts/server/server-environment';
import { startWeb } from '../../scripts/server/stack';
import { inProject } from '../../scripts/tools/project.mjs';
import { theServer } from './server';

export type OwnWeb = {
  readonly origin: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** On the same port, over the same database. */
  start(): Promise<void>;
};

/** A second web server over the database of this run, for a test that ends it. */
export async function ownWeb(): Promise<OwnWeb> {
  const { databaseUrl, dataFolder } = theServer();
  const port = await freePort();
  const options = { port, addresses: localAddresses(port, false), mode: 'start' as const };
  const environment = {
    ...serverEnvironment({ ...options, databaseUrl, dataFolder, isDemo: true }),
    NODE_OPTIONS: '',
  };
  let server: ChildProcess | undefined;

  async function start() {
    const output = openSync(inProject('.cache', 'e2e-own-web.log'), 'a');
    server = await startWeb({ ...options, output }, environment);
    closeSync(output);
  }
  async function kill() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server?.once('exit', done));
    server.kill('SIGKILL');
    await ended;
  }
  await start();
  return { origin: `http://localhost:${port}`, kill, start };
}
