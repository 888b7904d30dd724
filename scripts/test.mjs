// `npm test [-- WORD]`: unit, component, integration and end-to-end tests; WORD keeps the suites whose path holds it.
// The last line is `N passed, N failed`. A suite that crashes, and a run in which nothing ran, count as failed.
import './tools/node-version.mjs';
import { ensureInstalled } from './tools/install.mjs';
import { root } from './tools/project.mjs';

process.chdir(root);
await ensureInstalled();
const { build, prepare } = await import('./tools/build.mjs');
const { KINDS, runSuites, suitesOf } = await import('./tools/jest.mjs');

const word = process.argv[2];
const total = { passed: 0, failed: 0 };

/** A long one that moves the demo's clock; with a server of its own it runs when the quick kinds are done. */
const isBeside = (suite) => /whole-way/.test(suite);

const quick = KINDS.filter((kind) => kind !== 'e2e').map((kind) => ({
  kind,
  name: kind,
  suites: suitesOf(kind, word),
}));
const inBrowser = suitesOf('e2e', word);
const together = { kind: 'e2e', name: 'e2e', suites: inBrowser.filter((suite) => !isBeside(suite)) };
const beside = { kind: 'e2e', name: 'e2e-beside', suites: inBrowser.filter(isBeside) };

/** One run after the other. What breaks a run counts as one that failed, and the next is done all the same. */
async function inTurn(runs) {
  for (const { kind, ...rest } of runs) {
    try {
      if (kind === 'e2e' && rest.suites.length > 0) await built();
      const { passed, failed } = await runSuites(kind, rest);
      total.passed += passed;
      total.failed += failed;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      total.failed += 1;
    }
  }
}

let building;
/** Two servers are of one build. */
const built = () => (building ??= build());

try {
  await prepare();
  // A browser suite mostly waits: for the build, the server, the page. The others use the processors meanwhile.
  await Promise.all([inTurn([...quick, beside]), inTurn([together])]);
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
