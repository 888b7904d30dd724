import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { enqueue } from '@/lib/db/enqueue';
import { newId } from '@/lib/db/ids';
import { askForPages } from '@/lib/files/store';
import { openWorld, type World } from '../../support/context';
import { freshDatabase, type FreshDatabase } from '../../support/database';

let database: FreshDatabase;
let world: World;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  world = openWorld(database.connectionString);
  owner = new pg.Client({ connectionString: database.connectionString });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
  await database.drop();
});

async function jobs(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT t.identifier AS name FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.priority, j.run_at, j.id`,
  );
  return rows.map(({ name }) => name);
}

it('a message that somebody waits for is sent before the pages of files that came earlier are drawn', async () => {
  for (let file = 0; file < 3; file += 1) await askForPages(world.db, newId());
  await enqueue(world.db, 'send', { messageId: newId() }, { key: 'send one' });
  expect(await jobs()).toEqual(['send', 'draw-pages', 'draw-pages', 'draw-pages']);
});

it('a job that is asked for twice before it begins is there once', async () => {
  const before = (await jobs()).length;
  await enqueue(world.db, 'send', { messageId: newId() }, { key: 'send one' });
  expect(await jobs()).toHaveLength(before);
});
