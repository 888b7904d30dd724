import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generate } from '../generate.mjs';
import { prebuild } from '../prebuild.mjs';
import { run } from './command.mjs';
import { inProject } from './project.mjs';
import { BUILD_SOURCES, hashOf } from './sources.mjs';

const MARK = inProject('.next', 'made-from');

/** Generates what code and server need beside the sources. Cheap when nothing changed. */
export async function prepare() {
  await Promise.all([generate(), prebuild()]);
}

/**
 * Makes the production build unless the present one was made from these very sources. The mark is written last, so
 * that a build that was killed half way is made again. Rejects when the build fails.
 *
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [onStart]
 */
export async function build(options = {}, onStart) {
  await prepare();
  const hash = hashOf(BUILD_SOURCES);
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === hash) return;
  rmSync(MARK, { force: true });
  console.log('正在构建（约半分钟）… Building …');
  const next = inProject('node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const code = await run(process.execPath, [next, 'build'], { ...options, env }, onStart);
  if (code !== 0) throw new Error('next build failed; see the lines above');
  mkdirSync(dirname(MARK), { recursive: true });
  writeFileSync(MARK, hash);
}
