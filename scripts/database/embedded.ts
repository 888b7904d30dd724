import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Client } from 'pg';
import { type Binaries, databaseBinaries } from './binaries';
import { databaseOwner, type Owner } from './owner';
import { runningPort } from './postmaster';
import { freePort } from '../server/ports.mjs';

export type Embedded = {
  port: number;
  /** For the superuser; the password is random and stands in the data folder, readable by its owner only. */
  connectionString(database: string): string;
  stop(): Promise<void>;
};

type Options = {
  /** False for data that may be lost with the power: many times faster. */
  durable?: boolean;
};

type Place = { folder: string; owner: Owner | undefined; binaries: Binaries };

const PASSWORD_FILE = 'superuser-password';
const LOG_BYTES_MAX = 5_000_000;
const START_TRIES = 5;

/**
 * Starts PostgreSQL from npm on `folder`, making the cluster first when there is none; a server that is already
 * running there is used as it is. Listens on 127.0.0.1 only.
 */
export async function startEmbedded(folder: string, options: Options = {}): Promise<Embedded> {
  const owner = databaseOwner(folder);
  const place = { folder, owner, binaries: await databaseBinaries(owner) };
  if (!existsSync(join(folder, PASSWORD_FILE))) await makeCluster(place);
  const password = readFileSync(join(folder, PASSWORD_FILE), 'utf8');
  const port = runningPort(folder) ?? (await startServer(place, options.durable ?? true));
  const connectionString = (database: string) =>
    `postgresql://postgres:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
  await untilAnswering(connectionString('postgres'));
  return { port, connectionString, stop: () => stopServer(place) };
}

/** Made beside and renamed when complete, so that no half-made cluster is ever taken for one. */
async function makeCluster({ folder, owner, binaries }: Place): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [unfinished, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    const args = ['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
    await execute(binaries.initdb, [...args, ...localeArguments()], owner);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(unfinished, PASSWORD_FILE), password, { mode: 0o600 });
  renameSync(unfinished, folder);
}

/** The character type must know Chinese letters, else pg_trgm drops them; the order is by code point everywhere. */
function localeArguments(): string[] {
  if (process.platform === 'win32') return ['--locale=C'];
  const characters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  return ['--locale-provider=libc', `--locale=${characters}`, '--lc-collate=C', `--lc-ctype=${characters}`];
}

async function startServer(place: Place, durable: boolean, triesLeft = START_TRIES): Promise<number> {
  const port = await freePort();
  const log = join(place.folder, 'server.log');
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) truncateSync(log);
  const careless = durable ? '' : ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off';
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c jit=off${careless}`;
  try {
    await execute(
      place.binaries.pgCtl,
      ['-D', place.folder, 'start', '-w', '-t', '60', '-l', log, '-o', settings],
      place.owner,
    );
    return port;
  } catch (error) {
    // A port taken meanwhile, or the last processes of a killed server still holding its memory.
    if (triesLeft <= 1) throw new Error(`PostgreSQL 未能启动 (${String(error)})：\n${tail(log)}`);
    await new Promise((next) => setTimeout(next, 400));
    return runningPort(place.folder) ?? startServer(place, durable, triesLeft - 1);
  }
}

/** Stops whatever PostgreSQL runs on a data folder. */
export async function stopEmbedded(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const owner = databaseOwner(folder);
  await stopServer({ folder, owner, binaries: await databaseBinaries(owner) });
}

async function stopServer({ folder, owner, binaries }: Place): Promise<void> {
  if (runningPort(folder) === undefined) return;
  await execute(binaries.pgCtl, ['-D', folder, 'stop', '-m', 'fast', '-w', '-t', '30'], owner).catch(() => undefined);
}

async function untilAnswering(connectionString: string): Promise<void> {
  for (let triesLeft = 100; ; triesLeft -= 1) {
    const client = new Client({ connectionString });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      if (triesLeft === 0) throw error;
      await new Promise((next) => setTimeout(next, 100));
    }
  }
}

/** Rejects with what the program said. Only its errors are read: a server that it leaves behind keeps its output open. */
function execute(program: string, args: string[], owner: Owner | undefined): Promise<void> {
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    TZ: 'UTC',
  };
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...owner,
      env: env as unknown as NodeJS.ProcessEnv,
      cwd: owner ? '/' : undefined,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.on('error', fail);
    child.on('exit', (code) => {
      child.stderr.destroy();
      if (code === 0) done();
      else fail(new Error(`${basename(program)} ended with ${code}: ${said.trim()}`));
    });
  });
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-15).join('\n') : '';
}
