import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { systemActor } from '@/lib/access/actor';
import { liftHold, putHold } from '@/lib/disbursement/commands/hold';
import { disbursementDetail, myDisbursements } from '@/lib/disbursement/queries';
import { staffDisbursement } from '@/lib/disbursement/staff-queries';
import { openMatters } from '@/lib/enterprise/home-queries';
import { tell, type TellPayload } from '@/lib/messaging/commands/tell';
import { bringTo, done } from '../../builders/disbursement';
import { aClearedCase, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const WHY = '接到举报，怀疑账户被冒用';

/** The jobs of this disbursement; the queue's tables are the owner's. */
async function jobsOf(id: string): Promise<TellPayload[]> {
  const address = new URL(process.env.TEST_DATABASE_URL ?? '');
  const [{ name } = { name: '' }] = await world.db.$queryRaw<
    { name: string }[]
  >`SELECT current_database()::text AS name`;
  address.pathname = `/${name}`;
  const owner = new Client({ connectionString: address.href });
  await owner.connect();
  const jobs = `SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'subjectId' = $1 ORDER BY id`;
  const { rows } = await owner.query<{ payload: TellPayload }>(jobs, [id]);
  await owner.end();
  return rows.map(({ payload }) => payload);
}

/** What those jobs come to, as the worker would run them. */
async function told(id: string) {
  for (const job of await jobsOf(id)) await tell(world.as(systemActor('tell')), job, 'http://portal');
  return world.db.message.findMany({ where: { kind: { in: ['disbursement-held', 'disbursement-resumed'] } } });
}

it('a hold and its lifting are told to the contact by SMS and mail, and what staff wrote is told to nobody', async () => {
  const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'AWAITING_PRINT');
  done('hold', await putHold(world.finance.maker, { disbursementId: id, reason: WHY }));
  const { clerk } = world.finance;
  const read = JSON.stringify([
    await disbursementDetail(clerk, id),
    await myDisbursements(clerk),
    await openMatters(clerk),
  ]);
  expect(read).toContain('有关情况正在核实');
  expect((await staffDisbursement(world.finance.checker, id))?.hold).toBe(WHY);
  done('lift', await liftHold(world.finance.checker, { disbursementId: id, reason: `${WHY}，已排除` }));

  const messages = await told(id);
  expect(messages.map(({ kind, channel }) => `${kind} ${channel}`).sort()).toEqual([
    'disbursement-held MAIL',
    'disbursement-held SMS',
    'disbursement-resumed MAIL',
    'disbursement-resumed SMS',
  ]);
  expect(JSON.stringify([read, messages])).not.toContain(WHY);
});
