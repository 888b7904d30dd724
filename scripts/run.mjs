// Runs one TypeScript script: `node scripts/run.mjs scripts/reset.ts [arguments]`
import './tools/node-version.mjs';
import { relative, resolve } from 'node:path';
import { ensureInstalled } from './tools/install.mjs';
import { root } from './tools/project.mjs';

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/run.mjs FILE [arguments]');
  process.exit(2);
}
await ensureInstalled();
const { generate } = await import('./generate.mjs');
await generate();
const { importProjectFile, loadTypeScript } = await import('./tools/typescript.mjs');
await loadTypeScript();
const path = resolve(file);
process.argv = [process.argv[0] ?? 'node', path, ...rest];
await importProjectFile(relative(root, path));
