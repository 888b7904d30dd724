// Who serves from this folder: one process at a time, also after one of them was killed at any moment.
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, isAlive } from '../tools/process.mjs';
import { inProject, root } from '../tools/project.mjs';
import { answers, isFree } from './ports.mjs';

const FILE = inProject('.data', 'serve.json');
const PATIENCE_MS = 12_000;
const SERVING_MS = 3_000;

/** @type {{ pid: number, port: number, child?: number } | undefined} */
let own;

/**
 * Takes the folder and the port. Ends what an earlier, killed start left at work; waits for one that is just ending.
 * Ends this process with a plain sentence when the folder or the port is in use.
 *
 * @param {number} port
 */
export async function claim(port) {
  const earlier = await takeFolder(port);
  if (earlier?.child) await endGroup(earlier.child);
  if (await becomesFree(port, earlier ? PATIENCE_MS : 0)) return;
  release();
  refuse(
    `端口 ${port} 已被其他程序占用。请停止它，或换一个端口启动：PORT=${port + 1} npm start`,
    `Port ${port} is taken. Stop the other program or choose another port.`,
  );
}

/** Notes the process that now works for us, so that the next start can end it if we are killed. */
export function noteChild(pid) {
  if (!own) return;
  own = { pid: own.pid, port: own.port, ...(pid ? { child: pid } : {}) };
  renameSync(writeDraft(), FILE);
}

/** Gives the folder back. */
export function release() {
  if (own) rmSync(FILE, { force: true });
  own = undefined;
}

/** Whether a start of this folder is at work at this moment. */
export function isClaimed() {
  const present = read();
  return present !== undefined && isOurs(present.pid);
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

/** Resolves with what a start before us had noted, if it could not tidy up. */
async function takeFolder(port) {
  mkdirSync(inProject('.data'), { recursive: true });
  own = { pid: process.pid, port };
  const draft = writeDraft();
  let earlier;
  for (;;) {
    const present = read();
    if (present && (await isStaying(present))) {
      rmSync(draft);
      refuse(
        `本目录的服务已在运行（进程 ${present.pid}，http://localhost:${present.port}），请先停止它。`,
        `Already running from this folder: process ${present.pid}.`,
      );
    }
    earlier ??= present;
    if (present && read()?.pid === present.pid) rmSync(FILE, { force: true });
    try {
      // Fails when another start was faster.
      linkSync(draft, FILE);
      rmSync(draft);
      return earlier;
    } catch (error) {
      if (error.code === 'EEXIST') continue;
      // A file system without hard links.
      renameSync(draft, FILE);
      return earlier;
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
  if (!isAlive(pid)) return false;
  if (!describe(pid)) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === root;
  } catch {
    return false;
  }
}

async function becomesFree(port, patienceMs) {
  for (const end = Date.now() + patienceMs; ; await wait(200)) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return true;
    if (Date.now() >= end) return false;
  }
}

function read() {
  if (!existsSync(FILE)) return undefined;
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return { pid: 0, port: 0 };
  }
}

function writeDraft() {
  const draft = `${FILE}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  return draft;
}

function refuse(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
