// Generates the database client when the schema changed. `node scripts/generate.mjs`
import './tools/node-version.mjs';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runQuietly } from './tools/command.mjs';
import { inProject } from './tools/project.mjs';
import { hashOf } from './tools/sources.mjs';

const SOURCES = ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts', 'package-lock.json'];

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Resolves when prisma/generated fits the schema; rejects with the tool's own words when the schema is faulty. */
export async function generate() {
  const mark = inProject('prisma', 'generated', '.made-from');
  const hash = hashOf(SOURCES);
  if (read(mark) === hash || !read(inProject('prisma', 'schema.prisma'))) return;
  rmSync(mark, { force: true });
  const prisma = inProject('node_modules', 'prisma', 'build', 'index.js');
  const { code, output } = await runQuietly(process.execPath, [prisma, 'generate'], {
    env: {
      ...process.env,
      // Any executable will do: generating needs no engine, yet the tool would download one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (code !== 0) throw new Error(`prisma generate:\n${output}`);
  writeFileSync(mark, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
