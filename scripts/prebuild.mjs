// Makes what lies beside the production build: worker files, wasm, the mark reader. `node scripts/prebuild.mjs`
//
// Each file of scripts/build exports functions named build…; all of them are run. Nothing is done when neither the
// sources nor the packages changed.
import './tools/node-version.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inProject } from './tools/project.mjs';
import { hashOf } from './tools/sources.mjs';

const SOURCES = ['lib', 'scripts/build', 'scripts/prebuild.mjs', 'package-lock.json', 'tsconfig.json'];
const MADE = ['.cache/workers', 'public/wasm', 'lib/capture/vision/generated'];

function builders() {
  const folder = inProject('scripts', 'build');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mjs')) : [];
}

export async function prebuild() {
  const mark = inProject('.cache', 'prebuild');
  const hash = hashOf(SOURCES);
  const isMade = MADE.every((folder) => existsSync(inProject(folder)));
  if (isMade && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  rmSync(mark, { force: true });
  for (const name of builders()) {
    const module = await import(pathToFileURL(inProject('scripts', 'build', name)).href);
    for (const [label, make] of Object.entries(module)) if (label.startsWith('build')) await make();
  }
  mkdirSync(inProject('.cache'), { recursive: true });
  writeFileSync(mark, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prebuild();
