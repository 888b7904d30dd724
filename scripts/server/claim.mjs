// Who serves from this folder: one process at a time, also after one of them was killed at any moment.
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject, root } from '../tools/project.mjs';

const FILE = inProject('.data', 'serve.json');
const PATIENCE_MS = 12_000;
const SERVING_MS = 3_000;

/** @type {{ pid: number, port: number, child?: number } | undefined} */
let own;

/**
 * Takes the folder and the port. Ends what an earlier, killed start left running; waits for one that is just ending.
 * Ends this process with a plain sentence when the folder or the port is in use.
 *
 * @param {number} port
 */
export async function claim(port) {
  const before = read();
  if (before && (await isStaying(before))) {
    refuse(
      `本目录的服务已在运行（进程 ${before.pid}，http://localhost:${before.port}），请先停止它。`,
      `Already running from this folder: process ${before.pid}.`,
    );
  }
  if (before?.child) await endGroup(before.child);
  if (!(await becomesFree(port, before ? PATIENCE_MS : 0))) {
    refuse(
      `端口 ${port} 已被其他程序占用。请停止它，或换一个端口启动：PORT=${port + 1} npm start`,
      `Port ${port} is taken. Stop the other program or choose another port.`,
    );
  }
  own = { pid: process.pid, port };
  write();
}

/** Notes the process that now works for us, so that the next start can end it if we are killed. */
export function noteChild(pid) {
  if (!own) return;
  own = { pid: own.pid, port: own.port, ...(pid ? { child: pid } : {}) };
  write();
}

/** Gives the folder back. */
export function release() {
  if (own) rmSync(FILE, { force: true });
  own = undefined;
}

/** Whether a start of this folder is at work at this moment. */
export function isClaimed() {
  const before = read();
  return before !== undefined && isOurs(before.pid);
}

/** Ends a process and those it started, first politely. */
export async function endGroup(pid, patienceMs = PATIENCE_MS) {
  if (!isOurs(pid)) return;
  signal(pid, 'SIGTERM');
  for (const end = Date.now() + patienceMs; Date.now() < end && isOurs(pid);) await wait(50);
  signal(pid, 'SIGKILL');
}

function signal(pid, name) {
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, name);
      return;
    } catch {
      // no group of that number, or gone already
    }
  }
}

/** True when the earlier start still serves after a moment or still prepares; false as soon as it is gone. */
async function isStaying(before) {
  const end = Date.now() + PATIENCE_MS;
  let servingSince = Infinity;
  while (isOurs(before.pid)) {
    servingSince = (await answers(before.port)) ? Math.min(servingSince, Date.now()) : Infinity;
    if (Date.now() > end || Date.now() - servingSince > SERVING_MS) return true;
    await wait(200);
  }
  return false;
}

/** A live process that belongs to this folder; on Linux a reused process number is told apart. */
function isOurs(pid) {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    return readlinkSync(`/proc/${pid}/cwd`) === root && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const end = (result) => {
      socket.destroy();
      done(result);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}

async function becomesFree(port, patienceMs) {
  for (const end = Date.now() + patienceMs; ; await wait(200)) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return true;
    if (Date.now() >= end) return false;
  }
}

/** An address that this machine does not have counts as free. */
function isFree(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.on('error', (error) => done(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
  });
}

function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return undefined;
  }
}

function write() {
  if (!existsSync(dirname(FILE))) mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(`${FILE}.new`, JSON.stringify(own));
  renameSync(`${FILE}.new`, FILE);
}

function refuse(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
