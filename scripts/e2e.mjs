// `npm run e2e -- WORD [--keys]`: the end-to-end suites whose path holds WORD; the last line names the folder with the
// pictures. With `--keys` whatever they click is reached by Tab and pressed by Enter or Space.
import './tools/node-version.mjs';
import { rmSync } from 'node:fs';
import { ensureInstalled } from './tools/install.mjs';
import { inProject, root } from './tools/project.mjs';

process.chdir(root);
const [word, ...more] = process.argv.slice(2);
const isByKeys = more.includes('--keys');
if (!word || !/^[\w-]+$/.test(word)) {
  console.error('usage: npm run e2e -- WORD [--keys]');
  process.exit(2);
}
await ensureInstalled();
const { prepare } = await import('./tools/build.mjs');
const { runTests } = await import('./tools/jest.mjs');

const pictures = inProject('e2e-pictures', word);
rmSync(pictures, { recursive: true, force: true });
await prepare();
const { passed, failed } = await runTests('e2e', word, { E2E_PICTURES: pictures, ...(isByKeys && { E2E_KEYS: '1' }) });
const isGood = passed > 0 && failed === 0;
if (passed + failed === 0) console.error(`no end-to-end suite has ${word} in its path`);
console.log(`${passed} passed, ${failed} failed`);
console.log(`pictures: e2e-pictures/${word}/`);
process.exit(isGood ? 0 : 1);
