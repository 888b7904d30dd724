import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Prisma } from '@/prisma/generated/client';
import { newId } from '@/lib/db/ids';
import { caseLine, todosOf } from '@/components/enterprise-home/todos';
import { liveCases, myMessages, openMatters } from '@/lib/enterprise/home-queries';
import { moneyOfYear } from '@/lib/enterprise/year-queries';
import { formatNumber } from '@/lib/kernel/numbers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { anEnterprise, type BuiltEnterprise } from '../../builders/people';
import { aPublishedProgramme, type BuiltProgramme } from '../../builders/programme';
import { enterpriseActor, openWorld, type World } from '../../support/context';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { withoutGuards } from '../../support/without-guards';

jest.setTimeout(120_000);

let database: FreshDatabase;
let world: World;
let own: BuiltEnterprise;
let other: BuiltEnterprise;
let programme: BuiltProgramme;
const ids: Record<string, string> = {};
let serial = 0;

async function aCase(
  of: BuiltEnterprise,
  status: Prisma.ApplicationUncheckedCreateInput['status'],
  more: Partial<Prisma.ApplicationUncheckedCreateInput> = {},
): Promise<string> {
  const id = newId();
  const at = new Date(Date.UTC(2026, 10, 1, 0, 0, (serial += 1)));
  const number = status === 'DRAFT' ? null : formatNumber('RC', 2026, serial);
  await world.db.application.create({
    data: {
      ...{ id, number, enterpriseId: of.id, programmeId: programme.programmeId, createdById: of.users.super },
      ...{ programmeVersionId: programme.versionId, programmeYear: 2026, status, answers: {} },
      ...{ createdAt: at, updatedAt: at, expectedFen: 100_000_00n, submissionCount: 1 },
      ...more,
    },
  });
  return id;
}

beforeAll(async () => {
  database = await freshDatabase();
  world = openWorld(database.connectionString);
  const passwordHash = 'not a hash';
  own = await anEnterprise(world.db, world.vault, { passwordHash });
  other = await anEnterprise(world.db, world.vault, { passwordHash });
  programme = await aPublishedProgramme(world.db, { closesOn: '2026-12-15' });
  ids.draft = await aCase(own, 'DRAFT');
  ids.returned = await aCase(own, 'RETURNED', { returnDeadline: '2026-11-30', submissionCount: 2 });
  await aCase(own, 'RETURNED', { returnDeadline: '2026-11-25', holdReason: '异议核查' });
  ids.disbursing = await aCase(own, 'DISBURSING', { approvedFen: 180_000_00n });
  ids.paid = await aCase(own, 'COMPLETED', { approvedFen: 140_000_00n });
  await aCase(own, 'WITHDRAWN');
  await aCase(own, 'REJECTED');
  await aCase(other, 'RETURNED', { returnDeadline: '2026-11-24' });
  for (const submissionNumber of [1, 1, 2, 2, 2]) {
    const comment = { stage: 'FIRST' as const, reviewerId: newId(), target: 'field:x', text: '请更正。' };
    const sent = { createdAt: new Date('2026-11-16T00:00:00Z'), sentAt: new Date('2026-11-16T00:00:00Z') };
    await world.db.reviewComment.create({
      data: { id: newId(), applicationId: ids.returned, submissionNumber, ...comment, ...sent },
    });
  }
  const batchId = newId();
  const at = new Date('2026-11-16T01:00:00Z');
  await world.db.disbursementBatch.create({
    data: {
      id: batchId,
      number: 'PC2026007',
      programmeId: programme.programmeId,
      year: 2026,
      makerId: newId(),
      createdAt: at,
    },
  });
  const common = { batchId, enterpriseId: own.id, openedAt: at, lastActAt: at };
  ids.disbursement = newId();
  const { disbursement = '', disbursing = '', paid = '' } = ids;
  await withoutGuards(world.db, ['disbursement'], () =>
    world.db.disbursement.createMany({
      data: [
        {
          ...common,
          id: disbursement,
          applicationId: disbursing,
          status: 'AWAITING_RECEIPT',
          amountFen: 180_000_00n,
        },
        { ...common, id: newId(), applicationId: paid, status: 'PAID', amountFen: 140_000_00n },
      ],
    }),
  );
  for (const [key, channel] of [
    ['a', 'MAIL'],
    ['b', 'SMS'],
  ] as const) {
    const text = { kind: 'returned', subject: channel === 'MAIL' ? '申请被退回' : null, body: '' };
    await world.db.message.create({
      data: { id: newId(), key, channel, enterpriseId: own.id, applicationId: ids.returned, createdAt: at, ...text },
    });
  }
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const myTodos = async (ctx: ReturnType<typeof clerk>) => todosOf(await openMatters(ctx), shanghaiDayOf(ctx.now));

const clerk = (of: BuiltEnterprise = own, now?: string) =>
  world.as(
    enterpriseActor({ id: of.users.super, enterpriseId: of.id, enterpriseName: of.name, uscc: of.uscc }),
    now ? new Date(now) : undefined,
  );

describe('我的待办', () => {
  it('lists what waits for this enterprise by deadline, and nothing that is held or of others', async () => {
    const todos = await myTodos(clerk());
    expect(todos.map(({ key, dueOn, daysLeft }) => [key, dueOn, daysLeft])).toEqual([
      [ids.returned, '2026-11-30', 7],
      [ids.draft, '2026-12-15', 22],
      [ids.disbursement, '2027-04-15', 143],
    ]);
  });

  it('counts the comments of the last return only', async () => {
    const [returned] = await myTodos(clerk());
    expect(returned).toMatchObject({ kind: 'returned', commentCount: 3 });
  });

  it('drops a draft when its window has closed', async () => {
    const kinds = (await myTodos(clerk(own, '2026-12-15T16:00:00Z'))).map(({ kind }) => kind);
    expect(kinds).not.toContain('draft');
  });

  it('waits for the office, not for the enterprise, while it is frozen', async () => {
    const ctx = clerk();
    const todos = await myTodos({ ...ctx, actor: { ...ctx.actor, frozen: true } });
    expect(todos.map(({ kind }) => kind)).not.toContain('disbursement');
  });
});

describe('在办的申请', () => {
  it('are those that have not come to an end, and say whose turn it is', async () => {
    const { cases: rows, count } = await liveCases(clerk(), 10);
    const cases = rows.map(caseLine);
    expect(count).toBe(4);
    expect(cases.find(({ id }) => id === ids.returned)).toMatchObject({ who: 'you', byDay: '2026-11-30' });
    expect(cases.find(({ id }) => id === ids.disbursing)).toMatchObject({ who: 'you', amountFen: 180_000_00 });
    expect(cases.filter(({ held }) => held)).toHaveLength(1);
  });
});

describe('年度资金', () => {
  it('adds up what was applied for, approved and paid, and the three parts make up the cap', async () => {
    const money = await moneyOfYear(clerk());
    expect(money).toMatchObject({
      year: 2026,
      applied: { count: 5, fen: 500_000_00 },
      approved: { count: 2, fen: 320_000_00 },
      paid: { count: 1, fen: 140_000_00 },
    });
    expect(money.caps).toEqual([
      {
        programme: '高层次和紧缺人才招聘补贴',
        ...{ capFen: 500_000_00, paidFen: 140_000_00, waitingFen: 180_000_00, leftFen: 180_000_00 },
      },
    ]);
  });

  it('of an enterprise without cases is nothing', async () => {
    const empty = await anEnterprise(world.db, world.vault, { passwordHash: 'not a hash' });
    expect(await moneyOfYear(clerk(empty))).toMatchObject({ applied: { count: 0, fen: 0 }, caps: [] });
    expect(await myTodos(clerk(empty))).toEqual([]);
  });
});

describe('通知', () => {
  it('are one line a message, though each goes out by mail and by SMS, and only one’s own', async () => {
    expect(await myMessages(clerk(), 5)).toMatchObject([
      { title: '申请被退回', href: `/applications/${ids.returned}` },
    ]);
    expect(await myMessages(clerk(other), 5)).toEqual([]);
  });
});
