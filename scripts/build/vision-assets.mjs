// What the picture checks need beside our own TypeScript: the mark reader as an ES module, the QR reader's wasm where a
// browser can fetch it, and the two workers, the server's and the phone's, as one file each.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const generated = 'lib/capture/vision/generated';

/**
 * Makes or refreshes all of it and answers the worker's path. Files that would not change are left alone, so that
 * watchers stay quiet; several processes may do it at once, every file appears whole or not at all.
 */
export async function buildVisionAssets() {
  await Promise.all([buildMarkReader(), copyQrReader()]);
  const [path] = await Promise.all([buildWorker(), buildLiveWorker()]);
  return path;
}

/** js-aruco2 sets its names on a top-level `this`, which neither Turbopack nor Node's ES modules understand. */
async function buildMarkReader() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: `import aruco from 'js-aruco2';\nexport const AR = aruco.AR;\n`, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    minify: true,
    write: false,
    logLevel: 'error',
    plugins: [withoutBuiltInDictionaries],
  });
  await put(`${generated}/aruco.js`, outputFiles[0].contents);
  await put(`${generated}/aruco.d.ts`, await readFile(join(root, 'lib/capture/vision/aruco-module.d.ts')));
}

/** Our marks are four codes of our own; the two tables that come with the package would be half of its bytes. */
const withoutBuiltInDictionaries = {
  name: 'without-built-in-dictionaries',
  setup(bundle) {
    bundle.onLoad({ filter: /js-aruco2[\\/]src[\\/]aruco\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace(/codeList: \[0x[^\]]*\]/g, 'codeList: []'), loader: 'js' };
    });
  },
};

async function copyQrReader() {
  await put(
    'public/wasm/zxing_reader.wasm',
    await readFile(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')),
  );
}

async function buildWorker() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/capture/reading/worker.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    write: false,
    logLevel: 'error',
  });
  const path = '.cache/workers/vision-worker.mjs';
  await put(path, outputFiles[0].contents);
  return join(root, path);
}

/**
 * The phone's thread. Beside the wasm and not among Next's own files: like the wasm it is fetched by its name, without the
 * page's policy, which forbids wasm; and a plain script is what the oldest of the phones' browsers can start.
 */
async function buildLiveWorker() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/capture/vision/live-worker.ts'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['es2020', 'safari15'],
    minify: true,
    define: { 'import.meta.url': 'self.location.href' },
    tsconfig: join(root, 'tsconfig.json'),
    write: false,
    logLevel: 'error',
  });
  await put('public/wasm/live-worker.js', outputFiles[0].contents);
}

async function put(path, contents) {
  const target = join(root, path);
  const present = await readFile(target).catch(() => null);
  if (present && hash(present) === hash(contents)) return;
  await mkdir(dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  await writeFile(unfinished, contents);
  await rename(unfinished, target);
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
