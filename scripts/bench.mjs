// `npm run bench -- NAME [MORE]`: what is measured below bench/NAME; `all` takes every one that needs the served product.
// A `run.ts` is run by itself, with whatever more is said; suites run beside the product as it is served.
// A budget that is not kept makes it end non-zero.
import './tools/node-version.mjs';
import { existsSync } from 'node:fs';
import { ensureInstalled } from './tools/install.mjs';
import { inProject, root } from './tools/project.mjs';

process.chdir(root);
const [word, ...more] = process.argv.slice(2);
if (!word || !/^[\w-]+$/.test(word)) {
  console.error('usage: npm run bench -- NAME | all');
  process.exit(2);
}
await ensureInstalled();
const { prepare } = await import('./tools/build.mjs');
const { runTests } = await import('./tools/jest.mjs');

await prepare();
if (existsSync(inProject('bench', word, 'run.ts'))) {
  const { run } = await import('./tools/command.mjs');
  process.exit(await run(process.execPath, ['scripts/run.mjs', `bench/${word}/run.ts`, ...more]));
}
const { passed, failed } = await runTests('bench', word === 'all' ? '.bench.' : `bench/${word}/`);
if (passed + failed === 0) console.error(`nothing is measured under bench/${word}`);
console.log(`${passed} budgets kept, ${failed} not`);
process.exit(passed > 0 && failed === 0 ? 0 : 1);
