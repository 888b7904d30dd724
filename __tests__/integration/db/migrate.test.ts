import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@/lib/db/migrate';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { schemaDiff } from '../../../scripts/database/schema-diff';
import { inProject } from '../../../scripts/tools/project.mjs';
import { type FreshDatabase, freshDatabase } from '../../support/database';

describe('migrations', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('lead to exactly the schema that the client is generated from', async () => {
    expect(await schemaDiff(database.connectionString)).toBe('');
  });

  it('have nothing left to do on a migrated database, also when twenty servers start at once', async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => migrate(database.connectionString)));
    expect(runs.flatMap((run) => run.applied)).toEqual([]);
  });

  it('bring names that changed before to the form in which names are compared', async () => {
    const file = inProject('prisma/migrations/20261128094005_former_names/migration.sql');
    const expression = /translate\([\s\S]*?\)(?=\n {2}WHERE)/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    const client = new Client({ connectionString: database.connectionString });
    await client.connect();
    for (const name of ['苏州示例（中国） 有限公司', '苏州【abc】〔ｄ〕有限·公司', '苏州ABC﹝集团﹞•研究院']) {
      const { rows } = await client.query(`SELECT ${expression.replace('"before"', '$1::text')} AS name`, [name]);
      expect(rows[0].name).toBe(normaliseEnterpriseName(name));
    }
    await client.end();
  });

  it('find a Chinese name by a part of it', async () => {
    const client = new Client({ connectionString: database.connectionString });
    await client.connect();
    const { rows } = await client.query(
      `SELECT '苏州工业园区' ILIKE '%工业%' AS found, show_trgm('苏州工业') AS parts`,
    );
    await client.end();
    expect(rows[0].found).toBe(true);
    expect(rows[0].parts.length).toBeGreaterThan(0);
  });
});
