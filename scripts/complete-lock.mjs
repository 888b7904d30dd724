// Completes package-lock.json after an `npm install`.
//
// npm leaves out, without a word, the binaries for other platforms that it could not find at the moment of
// installing, and `npm ci` then refuses the very lock that npm wrote. Each exact optional dependency that has no
// entry gets one here: version, os and cpu (read off its name), no integrity.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OS_WORDS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU_WORDS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The operating system and processor that a platform package names, e.g. `@swc/core-darwin-arm64`. */
export function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/);
  const os = OS_WORDS.find((word) => words.includes(word)) ?? (words.includes('windows') ? 'win32' : undefined);
  const cpu = CPU_WORDS.find((word) => words.includes(word));
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}) };
}

/** Adds what is missing to a parsed lock; returns the names added. */
export function completeLock(lock) {
  const added = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+(?:[-+].*)?$/.test(version)) continue;
      if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue;
      lock.packages[`node_modules/${name}`] = {
        version,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        ...platformOf(name),
      };
      added.push(name);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return added;
}

function main() {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLock(lock);
  writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
  console.log(`package-lock.json: ${added.length} platform package(s) added`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
