import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { systemActor } from '@/lib/access/actor';
import { agreeUnmatched } from '@/lib/disbursement/commands/agree-unmatched';
import { explainUnmatched } from '@/lib/disbursement/commands/explain-unmatched';
import { liftHold, putHold } from '@/lib/disbursement/commands/hold';
import { stopTalents } from '@/lib/disbursement/commands/stop-talents';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { disbursementDetail, myDisbursements } from '@/lib/disbursement/queries';
import { staffDisbursement } from '@/lib/disbursement/staff-queries';
import { openMatters } from '@/lib/enterprise/home-queries';
import { tell, type TellPayload } from '@/lib/messaging/commands/tell';
import { transact } from '@/lib/db/transact';
import { bankAnswer, bringTo, done } from '../../builders/disbursement';
import { aClearedCase, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

const BOTH_BY_BOTH = [
  'disbursement-held MAIL',
  'disbursement-held SMS',
  'disbursement-resumed MAIL',
  'disbursement-resumed SMS',
];

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const HOLDS = ['disbursement-held', 'disbursement-resumed'];
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
  const jobs = (await jobsOf(id)).filter(({ kind }) => HOLDS.includes(kind));
  const before = await world.db.message.findMany({ select: { id: true } });
  for (const job of jobs) await tell(world.as(systemActor('tell')), job, 'http://portal');
  const notIn = before.map((one) => one.id);
  return world.db.message.findMany({ where: { kind: { in: HOLDS }, id: { notIn } } });
}

const kindsOf = (messages: readonly { readonly kind: string; readonly channel: string }[]) =>
  messages.map(({ kind, channel }) => `${kind} ${channel}`).sort();

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
  expect(kindsOf(messages)).toEqual(BOTH_BY_BOTH);
  expect(JSON.stringify([read, messages])).not.toContain(WHY);
});

it('so are the hold that a result of the bank put on, and its end by two people', async () => {
  const { maker, checker } = world.finance;
  const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYMENT_FAILED', 'TM01');
  const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
  const bytes = await bankAnswer(checker, paymentFileId, { outcome: 'PAID' });
  done('take', await takeResultFile(checker, { paymentFileId, bytes }));
  expect((await staffDisbursement(checker, id))?.hold).toContain('银行结果与付款记录不一致');
  const { id: itemId } = await world.db.unmatchedItem.findFirstOrThrow({ where: { disbursementId: id } });
  const explanation = '银行确认未付';
  done('explain', await explainUnmatched(maker, { itemId, verdict: 'AS_BOOKED', explanation }));
  done('agree', await agreeUnmatched(checker, { itemId, agrees: true }));
  expect((await staffDisbursement(checker, id))?.hold).toBeNull();

  const messages = await told(id);
  expect(kindsOf(messages)).toEqual(BOTH_BY_BOTH);
  expect(JSON.stringify(messages)).not.toMatch(/银行|付款记录/);
});

it('nothing is held, and none told of a hold, where a talent is stopped after the bank refused to pay', async () => {
  const { id: applicationId, talentIds } = await aClearedCase(world);
  const id = await bringTo(world.finance, PAPERS, applicationId, 'PAYMENT_FAILED', 'TM01');
  const input = { applicationId, talentIds: talentIds.slice(0, 1), reason: WHY };
  done('stop', await transact(world.finance.maker, (tx) => stopTalents(tx, input)));
  expect(await staffDisbursement(world.finance.checker, id)).toMatchObject({
    ...{ status: 'AWAITING_CONFIRMATION', hold: null, failure: null },
  });
  expect(await told(id)).toEqual([]);
});
