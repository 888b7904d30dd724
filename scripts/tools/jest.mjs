import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { run, runQuietly } from './command.mjs';
import { inProject } from './project.mjs';
import { filesBelow } from './sources.mjs';

/** In the order in which they are quickest to fail. */
export const KINDS = ['unit', 'component', 'integration', 'e2e'];

const FOLDERS = {
  unit: ['__tests__/unit', '__tests__/architecture'],
  component: ['__tests__/component'],
  integration: ['__tests__/integration'],
  e2e: ['__tests__/e2e'],
  // What is measured is never part of `npm test`: `npm run bench -- NAME`.
  bench: ['bench'],
};

// Patience, not speed: a busy machine must not turn a good test red.
const TEST_TIMEOUT_MS = { unit: 30_000, component: 30_000, integration: 120_000, e2e: 300_000, bench: 600_000 };

/**
 * Runs the suites of one kind whose path holds `word`.
 *
 * @param {string} kind
 * @param {string} [word]
 * @param {Record<string, string>} [environment]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runTests(kind, word, environment = {}) {
  const suites = suitesOf(kind, word);
  if (suites.length === 0) return { passed: 0, failed: 0 };

  console.log(`\n— ${kind}`);
  const results = inProject('.cache', 'tests', `${kind}.json`);
  mkdirSync(inProject('.cache', 'tests'), { recursive: true });
  rmSync(results, { force: true });
  const args = [
    ...jestArguments(kind),
    '--json',
    `--outputFile=${results}`,
    ...(word ? ['--runTestsByPath', ...suites] : []),
  ];
  const options = {
    env: testEnvironment(environment),
    // The summary goes to standard error, the JSON that we read from the file to standard output as well.
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const code = await (kind === 'e2e' ? run(process.execPath, args, options) : runGivingWay(args, options));
  return count(results, code);
}

const GIVES_WAY = 10;

/**
 * The browser suites take longest, one after the other; what runs beside them takes what they leave. Linux may divide its
 * processors among sessions before it looks at priorities, so these get a session, whose priority is said as well.
 */
function runGivingWay(args, options) {
  const isLinux = process.platform === 'linux';
  return run(process.execPath, args, { ...options, detached: isLinux }, (child) => {
    const { pid } = child;
    if (!pid) return;
    setPriority(pid, GIVES_WAY);
    if (!isLinux) return;
    try {
      writeFileSync(`/proc/${pid}/autogroup`, String(GIVES_WAY));
    } catch {
      // This Linux does not divide by sessions.
    }
    endTogether(child, pid);
  });
}

/** A session of its own does not hear what is pressed at the terminal. */
function endTogether(child, pid) {
  const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => endSession(pid, signal)]);
  for (const [signal, end] of endings) process.on(signal, end);
  child.on('exit', () => {
    for (const [signal, end] of endings) process.off(signal, end);
  });
}

function endSession(pid, signal) {
  process.kill(-pid, signal);
  process.exit(1);
}

/** Runs the given suites of one kind, with their output kept back. */
export function runSuitesQuietly(kind, suites) {
  const args = [...jestArguments(kind), '--runTestsByPath', ...suites];
  return runQuietly(process.execPath, args, { env: testEnvironment({}) });
}

/** Paths from the project folder, with forward slashes: where the project lies must not decide what WORD means. */
export function suitesOf(kind, word = '') {
  const files = filesBelow(FOLDERS[kind]);
  return files.filter((file) => /\.(test|bench)\.tsx?$/.test(file) && file.includes(word));
}

function jestArguments(kind) {
  const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
  // A suite makes much that is soon thrown away: with more room for it the collector has a tenth less to do.
  const node = ['--experimental-vm-modules', '--max-semi-space-size=48'];
  // Known from Node 20.11 on.
  if (process.allowedNodeEnvironmentFlags.has('--disable-warning')) node.push('--disable-warning=ExperimentalWarning');
  // Two browsers and a server are work enough for a small machine.
  const patience = `--testTimeout=${TEST_TIMEOUT_MS[kind]}`;
  return [...node, jest, '--selectProjects', kind, patience, ...workers(kind)];
}

/** As many as there are processors; Jest by itself leaves one idle. The browser suites share one server. */
function workers(kind) {
  return kind === 'e2e' || kind === 'bench' ? ['--runInBand'] : ['--maxWorkers=100%'];
}

/** Not the product's time zone, on purpose; and nothing of what an operator may have set on this machine. */
function testEnvironment(environment) {
  const foreign = /^(DATABASE_URL|NEXTAUTH_|APP_SECRETS|SECRETS_FILE|PUBLIC_ORIGINS|CAPTURE_ORIGIN|PG[A-Z]+$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'test', NODE_OPTIONS: '', TZ: 'America/New_York', ...environment };
}

function count(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
