// `npm start [-- --lan]` and `npm run dev`: from a fresh copy to a running server, with nothing but Node and npm.
import './tools/node-version.mjs';
import { claim, endGroup, noteChild, release } from './server/claim.mjs';
import { whenParentIsGone } from './server/parent.mjs';
import { loadEnvFile } from './tools/env-file.mjs';
import { ensureInstalled } from './tools/install.mjs';
import { root } from './tools/project.mjs';

process.chdir(root);
loadEnvFile();

const mode = process.argv.includes('--dev') ? 'dev' : 'start';
const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT 应为 1 到 65535 之间的整数，当前为 ${process.env.PORT}。PORT must be a port number.`);
  process.exit(1);
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
// Until the server runs there is little to stop in order: end what is at work and go.
let stop = async (code) => {
  if (child?.pid && child.exitCode === null) await endGroup(child.pid, 3000);
  release();
  process.exit(code);
};
let isLeaving = false;
const leave = (code) => {
  if (!isLeaving) void stop(code);
  isLeaving = true;
};
process.on('SIGINT', () => leave(0));
process.on('SIGTERM', () => leave(0));
process.on('SIGHUP', () => leave(0));
whenParentIsGone(() => leave(0));

// Its own group, so that it can be ended whole, now or by the next start.
const options = { detached: process.platform !== 'win32' };
const onStart = (started) => {
  child = started;
  noteChild(started.pid);
};

try {
  await claim(port);
  await ensureInstalled(options, onStart);
  const { build, prepare } = await import('./tools/build.mjs');
  await (mode === 'start' ? build(options, onStart) : prepare());
  const { importProjectFile, loadTypeScript } = await import('./tools/typescript.mjs');
  await loadTypeScript();
  const { serve } = await importProjectFile('scripts/serve.ts');
  await serve({ mode, port, lan: process.argv.includes('--lan'), onStop: (better) => (stop = better) });
} catch (error) {
  if (!isLeaving) console.error(error instanceof Error ? error.message : error);
  leave(1);
}
