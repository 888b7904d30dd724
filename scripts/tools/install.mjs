// Brings node_modules to what package-lock.json says, without asking and without doing it twice.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './command.mjs';
import { inProject } from './project.mjs';

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether everything the lock demands is installed in the locked version.
 *
 * npm writes node_modules/.package-lock.json as the very last act of an installation, so one that was killed half way
 * has none. Packages for other platforms are optional and may be absent.
 */
export function isInstalled() {
  const wanted = packagesIn(inProject('package-lock.json'));
  const present = packagesIn(inProject('node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version || entry.link,
  );
}

/**
 * Installs when something is missing or differs. Ends the process with a plain sentence when that fails.
 *
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [onStart]
 */
export async function ensureInstalled(options = {}, onStart = undefined) {
  if (isInstalled()) return;
  console.log('正在安装依赖（首次约一分钟）… Installing packages …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], options, onStart)
    : await run(
        process.platform === 'win32' ? 'npm.cmd' : 'npm',
        args,
        { ...options, shell: process.platform === 'win32' },
        onStart,
      );
  if (code === 0) return;
  console.error('依赖安装失败：请检查网络或 npm 镜像设置后重新运行。npm ci failed; see the lines above.');
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureInstalled();
