import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { migrate } from '../../lib/db/migrate';
import { createDatabase } from '../database/databases';
import type { Embedded } from '../database/embedded';
import { inProject, root } from '../tools/project.mjs';
import type { Addresses } from './addresses';
import { type RunningAgent, startCaAgent } from './ca-agent';
import { demoCa } from '../ca-agent/make-keys';
import { demoCaEnvironment, pinDemoCa } from './demo-ca';
import { type Account, seedWhenEmpty } from './demo';
import { serverEnvironment } from './server-environment';

export type StackOptions = {
  /** Our own PostgreSQL, which gets a demo and is stopped with the rest, or somebody else's, which is only migrated. */
  database: Embedded | { url: string };
  /** Holds keys, files and the list of demo accounts. */
  dataFolder: string;
  port: number;
  addresses: Addresses;
  mode: 'start' | 'dev';
  /** Replaces variables of the server's environment. */
  environment?: Record<string, string>;
  /** Where the server writes to: our own output, or an open file. */
  output?: 'inherit' | number;
  /** What the server waits for beside database and demo: its build, where that is still being made. */
  built?: Promise<void>;
  /** Told of every process that works for this stack, while it does. */
  onChild?: (child: ChildProcess) => void;
};

export type Stack = {
  accounts: Account[];
  server: ChildProcess;
  databaseUrl: string;
  /** Where the demo's CA agent listens; none beside somebody else's database. */
  agentOrigin: string | null;
  stop(): Promise<void>;
};

/** The name of the database in our own PostgreSQL. */
export const DATABASE = 'portal';

const ANSWER_WITHIN_MS = 120_000;
const SERVER_STOPS_WITHIN_MS = 25_000;

/** Database, migrations, demo data and the web server, in this order; resolves when the server answers. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { database, dataFolder, onChild } = options;
  const own = 'url' in database ? undefined : database;
  let agent: RunningAgent | undefined;
  const stopRest = async () => {
    await agent?.stop();
    await own?.stop();
  };
  try {
    mkdirSync(join(dataFolder, 'files'), { recursive: true });
    if (own) await createDatabase(own, DATABASE);
    const databaseUrl = 'url' in database ? database.url : database.connectionString(DATABASE);
    const isDemo = own !== undefined;
    const made = isDemo ? demoCa(join(dataFolder, 'ca'), new Date()) : undefined;
    const origins = [
      ...new Set([...(process.env.NEXTAUTH_URL ? [process.env.NEXTAUTH_URL] : []), ...options.addresses.origins]),
    ];
    if (made) agent = await startCaAgent({ dataFolder, origins, output: options.output ?? 'inherit' });
    const environment = {
      ...serverEnvironment({ ...options, databaseUrl, isDemo }),
      ...(made && agent ? demoCaEnvironment(made, agent.origin) : {}),
      ...options.environment,
    };
    await migrate(databaseUrl, inProject('prisma', 'migrations'));
    const demo = own && { server: own, database: DATABASE, dataFolder, environment };
    const accounts = demo ? await seedWhenEmpty(demo, onChild) : [];
    if (made) await pinDemoCa(databaseUrl, made, join(dataFolder, 'files'));
    await options.built;
    const server = await startWeb(options, environment);
    const stop = () => stopServer(server).then(stopRest);
    return { accounts, server, databaseUrl, agentOrigin: agent?.origin ?? null, stop };
  } catch (error) {
    await stopRest();
    throw error;
  }
}

type WebOptions = Pick<StackOptions, 'mode' | 'port' | 'addresses' | 'output' | 'onChild'>;

/** The web server alone, over a database that is ready; resolves when it answers. */
export async function startWeb(options: WebOptions, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const server = spawnServer(options, environment);
  options.onChild?.(server);
  await untilHealthy(options.port, server).catch((error: unknown) =>
    stopServer(server).then(() => Promise.reject(error)),
  );
  return server;
}

function spawnServer({ mode, port, addresses, output = 'inherit' }: WebOptions, env: NodeJS.ProcessEnv): ChildProcess {
  const next = inProject('node_modules', 'next', 'dist', 'bin', 'next');
  return spawn(process.execPath, [next, mode, '-H', addresses.host, '-p', String(port)], {
    cwd: root,
    env,
    // A group of its own, so that an interrupt at the keyboard reaches it through us, once.
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
  });
}

/** Resolves when /api/health says 200; rejects when the server ends before or takes too long. */
async function untilHealthy(port: number, server: ChildProcess): Promise<void> {
  for (const end = Date.now() + ANSWER_WITHIN_MS; Date.now() < end;) {
    if (hasEnded(server)) throw new Error(`the web server ended with ${server.exitCode ?? server.signalCode}`);
    if (await isHealthy(port)) return;
    await new Promise((next) => setTimeout(next, 60));
  }
  throw new Error(`the web server did not answer within ${ANSWER_WITHIN_MS / 1000} s`);
}

function isHealthy(port: number): Promise<boolean> {
  return new Promise((done) => {
    const request = get({ port, host: '127.0.0.1', path: '/api/health' }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.on('error', () => done(false));
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), SERVER_STOPS_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}
