import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';

type Migration = { name: string; sql: string; checksum: string };

/** Any number will do, as long as every process that migrates takes the same one. */
const MIGRATION_LOCK = 7_304_119;

// The columns are those of the stock `prisma migrate`, which therefore accepts a database migrated here.
const BOOK = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  varchar(36) PRIMARY KEY NOT NULL,
  checksum            varchar(64) NOT NULL,
  finished_at         timestamptz,
  migration_name      varchar(255) NOT NULL,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

/**
 * Brings a database to the newest migration, then the job queue's own tables, then runs the grants of `after.sql`.
 *
 * Each migration is one transaction; several servers may start at once, all but one wait. Throws when an applied
 * migration was edited afterwards, when one fails (the database then stays at the one before), and when the
 * database's character type does not know Chinese letters. `connectionString` needs the rights of the owner.
 */
export async function migrate(
  connectionString: string,
  folder = join(process.cwd(), 'prisma', 'migrations'),
): Promise<{ applied: string[] }> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await assertChineseTrigrams(client);
    const applied = await applyMissing(client, readMigrations(folder));
    await runMigrations({ connectionString });
    const after = join(folder, 'after.sql');
    if (existsSync(after)) await client.query(readFileSync(after, 'utf8'));
    return { applied };
  } finally {
    await client.end();
  }
}

/** The migrations of a folder in their order. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function applyMissing(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query(BOOK);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const known = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const edited = migrations.find(({ name, checksum }) => known.has(name) && known.get(name) !== checksum);
  if (edited) throw new Error(`migration ${edited.name} was edited after it had been applied to this database`);

  const missing = migrations.filter(({ name }) => !known.has(name));
  for (const migration of missing) await applyOne(client, migration);
  return missing.map(({ name }) => name);
}

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`migration ${name}${lineOf(sql, error)} failed: ${String(error)}`, { cause: error });
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position);
  return position > 0 ? ` (line ${sql.slice(0, position).split('\n').length})` : '';
}

/** A cluster made with another character type finds no Chinese name by part of it, and says nothing. */
async function assertChineseTrigrams(client: Client): Promise<void> {
  const available = await client.query(`SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'`);
  if (available.rowCount === 0) return;
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  const { rows } = await client.query<{ count: number }>(`SELECT cardinality(show_trgm('苏州工业')) AS count`);
  if ((rows[0]?.count ?? 0) > 0) return;
  throw new Error(`数据库的字符类型不识别中文，请以 LC_CTYPE=C.UTF-8 建库。LC_CTYPE must be C.UTF-8.`);
}
