import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@/lib/db/migrate';
import { schemaDiff } from '../../../scripts/database/schema-diff';
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
