import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** What the production build is made from. */
export const BUILD_SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'scripts/build',
  'scripts/prebuild.mjs',
  'instrumentation.ts',
  'next.config.ts',
  'proxy.ts',
  'package.json',
  'package-lock.json',
  'prisma.config.ts',
  'tsconfig.json',
];

// Made by the steps themselves from the sources above.
const MADE = ['prisma/generated', 'lib/capture/vision/generated', 'public/wasm'];

/** Every file below the given project paths, as sorted relative paths with forward slashes. */
export function filesBelow(paths) {
  const found = [];
  const visit = (path) => {
    const state = statSync(join(root, path), { throwIfNoEntry: false });
    if (!state || MADE.includes(path)) return;
    if (!state.isDirectory()) return void found.push(path);
    for (const name of readdirSync(join(root, path))) if (name !== 'node_modules') visit(`${path}/${name}`);
  };
  paths.forEach(visit);
  return found.sort();
}

/** One hash over names and contents, so that a changed, added, removed or renamed file is noticed. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of filesBelow(paths)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
