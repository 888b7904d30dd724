// `npm test [-- WORD]`: unit, component, integration and end-to-end tests; WORD keeps the suites whose path holds it.
// The last line is `N passed, N failed`. A suite that crashes, and a run in which nothing ran, count as failed.
import './tools/node-version.mjs';
import { ensureInstalled } from './tools/install.mjs';
import { root } from './tools/project.mjs';

process.chdir(root);
await ensureInstalled();
const { prepare } = await import('./tools/build.mjs');
const { KINDS, runTests } = await import('./tools/jest.mjs');

const word = process.argv[2];
const total = { passed: 0, failed: 0 };

/** One kind after the other. What breaks a kind counts as one that failed, and the next is run all the same. */
async function runInTurn(kinds) {
  for (const kind of kinds) {
    try {
      const { passed, failed } = await runTests(kind, word);
      total.passed += passed;
      total.failed += failed;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      total.failed += 1;
    }
  }
}

try {
  await prepare();
  // A browser suite mostly waits: for the build, the server, the page. The others use the processors meanwhile.
  await Promise.all([runInTurn(KINDS.filter((kind) => kind !== 'e2e')), runInTurn(['e2e'])]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
}
if (total.passed + total.failed === 0) {
  console.error(word ? `no suite has ${word} in its path` : 'no tests were found');
  total.failed = 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
