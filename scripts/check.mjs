// `npm run check`: everything that can be known without running the product, in under a minute.
import './tools/node-version.mjs';
import { existsSync, writeFileSync } from 'node:fs';
import { ensureInstalled } from './tools/install.mjs';
import { inProject, root } from './tools/project.mjs';

process.chdir(root);
await ensureInstalled();
const { prepare } = await import('./tools/build.mjs');
const { runQuietly } = await import('./tools/command.mjs');
const { runSuitesQuietly, suitesOf } = await import('./tools/jest.mjs');

const node = (file, ...args) => runQuietly(process.execPath, [inProject('node_modules', file), ...args]);
const SOURCES = ['app', 'components', 'lib', 'prisma', 'scripts', '__tests__', 'bench'].filter((path) =>
  existsSync(inProject(path)),
);

// The table of imports has a check of its own.
const architecture = suitesOf('unit', '__tests__/architecture/').filter((path) => !path.endsWith('/imports.test.ts'));

const CHECKS = {
  format: () =>
    node(
      'prettier/bin/prettier.cjs',
      '--check',
      '--cache',
      '--cache-location=.cache/prettier',
      ...SOURCES,
      '*.ts',
      '*.{mjs,cjs}',
    ),
  lint: () =>
    node(
      'eslint/bin/eslint.js',
      '--cache',
      '--cache-strategy=content',
      '--cache-location=.cache/eslint',
      '--max-warnings=0',
      ...SOURCES,
      '*.ts',
      '*.mjs',
    ),
  types: () =>
    node('typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/check.tsbuildinfo', '-p', '.'),
  imports: () =>
    node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...SOURCES,
      'proxy.ts',
      'instrumentation.ts',
      'next.config.ts',
    ),
  unused: () =>
    node('knip/bin/knip.js', '--no-progress', '--no-config-hints', '--cache', '--cache-location', '.cache/knip'),
  architecture: () => runSuitesQuietly('unit', architecture),
};

/** Next writes this file when it builds; a fresh copy has none, and style modules would then have no type. */
function declareStyles() {
  const file = inProject('next-env.d.ts');
  if (!existsSync(file))
    writeFileSync(file, '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n');
}

async function check(name) {
  const start = performance.now();
  const { code, output } = await CHECKS[name]();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code !== 0) console.log(output.trimEnd());
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)} ${seconds.padStart(5)} s`);
  return code === 0 ? [] : [name];
}

const start = performance.now();
await prepare();
declareStyles();
// Two at a time: as many as a small machine has cores.
const waiting = Object.keys(CHECKS);
const failed = [];
const worker = async () => {
  for (let name = waiting.shift(); name; name = waiting.shift()) failed.push(...(await check(name)));
};
await Promise.all([worker(), worker()]);
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  failed.length === 0 ? `check passed in ${seconds} s` : `check failed in ${seconds} s: ${failed.join(', ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);
