import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject, root } from '../tools/project.mjs';
import { freePort, isFree } from './ports.mjs';

export type RunningAgent = { readonly origin: string; stop(): Promise<void> };

type Options = {
  readonly dataFolder: string;
  /** Under which the portal is opened; pages of other origins are turned away. */
  readonly origins: readonly string[];
  readonly output: 'inherit' | number;
};

const STARTS_WITHIN_MS = 60_000;
const AGAIN_AFTER_MS = 500;

/**
 * The agent that visitors of the demo have on their own computer: a process of its own on a loopback port, started
 * again when it has crashed, as a vendor's service is by the operating system.
 */
export async function startCaAgent({ dataFolder, origins, output }: Options): Promise<RunningAgent> {
  const folder = join(dataFolder, 'ca');
  const port = Number(process.env.CA_AGENT_PORT) || (await keptPort(join(folder, 'port')));
  const now: { child?: ChildProcess; isStopping: boolean } = { isStopping: false };
  const args = ['scripts/ca-agent.ts', '--port', String(port), '--folder', folder, '--origins', origins.join(',')];
  const begin = () => {
    const child = spawn(process.execPath, [inProject('scripts', 'run.mjs'), ...args], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
      // An interrupt at the keyboard reaches it through us, once.
      detached: process.platform !== 'win32',
      stdio: ['ignore', output, output, 'ipc'],
    });
    now.child = child;
    child.once('exit', () => {
      if (!now.isStopping) void wait(AGAIN_AFTER_MS).then(() => !now.isStopping && begin());
    });
    return child;
  };
  await listening(begin());
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      now.isStopping = true;
      const { child } = now;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The same port as last time where it is free, so that a page that is still open finds the agent again. */
async function keptPort(file: string): Promise<number> {
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (before && (await isFree(before, '127.0.0.1'))) return before;
  const port = await freePort();
  writeFileSync(file, String(port));
  return port;
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('the CA agent did not start')), STARTS_WITHIN_MS);
    child.once('message', () => {
      clearTimeout(timer);
      done();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the CA agent ended with ${code}`));
    });
  });
}
