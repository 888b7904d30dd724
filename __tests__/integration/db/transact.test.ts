import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import { openWorld, type World } from '../../support/context';
import { freshDatabase, type FreshDatabase } from '../../support/database';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = openWorld(database.connectionString);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const write = (tx: Context, key: string) => tx.db.setting.create({ data: { key, value: 1, updatedAt: tx.now } });
const isKept = async (key: string) => (await world.db.setting.findUnique({ where: { key } })) !== null;

describe('a transaction inside a transaction', () => {
  it('joins it: what both wrote is kept together, under one transaction and without a savepoint', async () => {
    const done = await transact(world.as(PUBLIC), async (tx) => {
      await write(tx, 'outer');
      return transact(tx, async (inner) => {
        expect(inner.db).toBe(tx.db);
        await write(inner, 'inner');
        return ok();
      });
    });
    expect([done.ok, await isKept('outer'), await isKept('inner')]).toEqual([true, true, true]);
  });

  it('ends the outer one with its refusal, even where the outer one would have gone on', async () => {
    const done = await transact(world.as(PUBLIC), async (tx) => {
      await write(tx, 'outer of a refusal');
      await transact(tx, async () => refuse('no'));
      return ok();
    });
    expect([done, await isKept('outer of a refusal')]).toEqual([{ ok: false, refusal: 'no' }, false]);
  });

  it('leaves trying again after a deadlock to the outermost, which does all of it anew', async () => {
    const tries: string[] = [];
    const done = await transact(world.as(PUBLIC), async (tx) => {
      tries.push('outer');
      return transact(tx, async (inner) => {
        tries.push('inner');
        if (tries.length < 4)
          await inner.db.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'ring' USING ERRCODE = '40P01'; END $$`;
        return ok();
      });
    });
    expect([done.ok, tries]).toEqual([true, ['outer', 'inner', 'outer', 'inner']]);
  });
});
