// `npm run bench -- NAME`: what is measured below bench/NAME, on the product as it is served; `all` takes every one.
// A budget that is not kept makes it end non-zero.
import './tools/node-version.mjs';
import { ensureInstalled } from './tools/install.mjs';
import { root } from './tools/project.mjs';

process.chdir(root);
const word = process.argv[2];
if (!word || !/^[\w-]+$/.test(word)) {
  console.error('usage: npm run bench -- NAME | all');
  process.exit(2);
}
await ensureInstalled();
const { prepare } = await import('./tools/build.mjs');
const { runTests } = await import('./tools/jest.mjs');

await prepare();
const { passed, failed } = await runTests('bench', word === 'all' ? '.bench.' : `bench/${word}/`);
if (passed + failed === 0) console.error(`nothing is measured under bench/${word}`);
console.log(`${passed} budgets kept, ${failed} not`);
process.exit(passed > 0 && failed === 0 ? 0 : 1);
