// Writes the migration that leads from the present migrations to the present schema: `npm run db:migration -- NAME`
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { migrate } from '../lib/db/migrate';
import { schemaDiff } from './database/schema-diff';
import { startTemporary } from './database/temporary';
import { inProject } from './tools/project.mjs';

async function differenceOnScratch(): Promise<string> {
  const server = await startTemporary();
  try {
    const client = new Client({ connectionString: server.connectionString('postgres') });
    await client.connect();
    await client.query('CREATE DATABASE scratch');
    await client.end();
    await migrate(server.connectionString('scratch'));
    return await schemaDiff(server.connectionString('scratch'));
  } finally {
    await server.stop();
  }
}

function write(name: string, sql: string): string {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = `prisma/migrations/${time}_${name}`;
  mkdirSync(inProject(folder), { recursive: true });
  writeFileSync(inProject(folder, 'migration.sql'), `${sql}\n`);
  const lock = inProject('prisma', 'migrations', 'migration_lock.toml');
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  return `${folder}/migration.sql`;
}

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('usage: npm run db:migration -- NAME   (small letters, digits and _)');
  process.exit(2);
}
const sql = await differenceOnScratch();
console.log(
  sql ? `wrote ${write(name, sql)} — read it before committing` : 'the migrations already lead to this schema',
);
