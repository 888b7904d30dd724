import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../lib/db/migrate';
import { createDatabase, dropDatabase, withConnection } from '../database/databases';
import type { Embedded } from '../database/embedded';
import { run } from '../tools/command.mjs';
import { inProject } from '../tools/project.mjs';

/** One person who can sign in to the demo. */
export type Account = { label: string; organisation?: string; username: string; password: string };

type Demo = { server: Embedded; database: string; dataFolder: string; environment: NodeJS.ProcessEnv };

const SEEDED = 'demo.seeded';

/**
 * Fills an empty demo database and returns its accounts. The seed's last act is to write the setting `demo.seeded`;
 * a database without it was left half filled by a kill and is made anew.
 */
export async function seedWhenEmpty(demo: Demo, onChild?: (child: ChildProcess) => void): Promise<Account[]> {
  if (!existsSync(inProject('prisma', 'seed', 'run.ts'))) return [];
  const accounts = join(demo.dataFolder, 'demo-accounts.json');
  if (!(await isSeeded(demo))) {
    if (!(await isUntouched(demo))) await startAgain(demo);
    console.log('正在准备演示数据… Preparing the demo …');
    const args = [inProject('scripts', 'run.mjs'), 'scripts/seed.ts', accounts];
    const options = { env: demo.environment, detached: process.platform !== 'win32' };
    const code = await run(process.execPath, args, options, onChild);
    if (code !== 0) throw new Error('the demo data could not be made');
  }
  return existsSync(accounts) ? (JSON.parse(readFileSync(accounts, 'utf8')) as Account[]) : [];
}

/** Empties the demo: database and files. */
export async function startAgain({ server, database, dataFolder }: Omit<Demo, 'environment'>): Promise<void> {
  await dropDatabase(server, database);
  rmSync(join(dataFolder, 'files'), { recursive: true, force: true });
  mkdirSync(join(dataFolder, 'files'), { recursive: true });
  await createDatabase(server, database);
  await migrate(server.connectionString(database), inProject('prisma', 'migrations'));
}

function isSeeded({ server, database }: Demo): Promise<boolean> {
  return withConnection(server.connectionString(database), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM setting WHERE key = $1', [SEEDED]);
    return (rowCount ?? 0) > 0;
  });
}

/** Whatever the seed writes first, it cannot write without an organisation, a person or a programme. */
function isUntouched({ server, database }: Demo): Promise<boolean> {
  return withConnection(server.connectionString(database), async (client) => {
    const { rows } = await client.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM programme) OR EXISTS (SELECT FROM enterprise) OR EXISTS (SELECT FROM staff_user) AS used',
    );
    return rows[0]?.used === false;
  });
}
