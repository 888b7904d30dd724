import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { caseStatus, myApplications } from '@/lib/application/case-queries';
import { draftForEdit } from '@/lib/application/queries';
import { newId } from '@/lib/db/ids';
import { putSealed } from '@/lib/db/sealed';
import { liveCases, openMatters } from '@/lib/enterprise/home-queries';
import { supportTickets } from '@/lib/enterprise/support-queries';
import { insertTicket } from '@/lib/enterprise/support-store';
import { caseView } from '@/lib/review/queries';
import { reviewQueue } from '@/lib/review/queue-queries';
import { enterpriseActor } from '../../support/context';
import { askedBy } from '../../support/statements';
import { aSubmittedCase, someone, type BuiltCase } from './a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from './review-world';

let world: ReviewWorld;
let clerk: Context<EnterpriseActor>;
beforeAll(async () => {
  world = await reviewWorld();
  const { users, ...enterprise } = world.enterprise;
  const actor = {
    id: users.super,
    enterpriseId: enterprise.id,
    enterpriseName: enterprise.name,
    uscc: enterprise.uscc,
  };
  clerk = world.as(enterpriseActor(actor), MONDAY);
});
afterAll(() => world.drop());

describe('the database is asked as often', () => {
  it('for a list with one case as for a list with many', async () => {
    const lists = {
      queue: () => reviewQueue(world.people.first1, { stage: 'FIRST', view: 'todo' }),
      search: () => reviewQueue(world.people.first1, { stage: 'FIRST', view: 'todo', search: '李慕' }),
      own: () => myApplications(clerk),
      home: async () => [await openMatters(clerk), await liveCases(clerk, 5)],
    };
    const returned = { status: 'RETURNED', returnDeadline: '2026-12-01', returnedAt: MONDAY } as const;
    const both = async () => {
      await aSubmittedCase(world);
      await aSubmittedCase(world, { more: returned });
    };
    await both();
    const few: Record<string, string[]> = {};
    for (const [name, read] of Object.entries(lists)) few[name] = await askedBy(read);
    for (let more = 0; more < 6; more += 1) await both();
    for (const [name, read] of Object.entries(lists)) expect([name, await askedBy(read)]).toEqual([name, few[name]]);
    const { rows } = await lists.queue();
    expect(rows).toHaveLength(7);
  });

  it('for one call for help as for many, whose telephones are sealed', async () => {
    const desk = await world.aStaff('window', 'WINDOW');
    const call = async (serial: number) => {
      const ticket = { errorNumber: `E${serial}`, about: 'registration', subjectId: newId(), createdAt: MONDAY };
      const id = newId();
      await insertTicket(world.db, { id, ...ticket, company: '甲公司', contact: '周敏', maskedPhone: '138****0000' });
      const place = { table: 'support_ticket', column: 'telephone', rowId: id };
      await putSealed(world, place, { clear: `1380000000${serial}`, masked: '138****0000' });
    };
    await call(0);
    const few = await askedBy(() => supportTickets(desk));
    for (let serial = 1; serial < 6; serial += 1) await call(serial);
    expect(await askedBy(() => supportTickets(desk))).toEqual(few);
    const telephones = (await supportTickets(desk)).map(({ telephone }) => telephone).sort();
    expect(telephones).toEqual([0, 1, 2, 3, 4, 5].map((serial) => `1380000000${serial}`));
  });

  it('for a case with two talents as for one with twenty', async () => {
    const pages = (one: BuiltCase) => ({
      desk: () => caseView(world.people.first1, one.id),
      own: () => caseStatus(clerk, one.id),
    });
    const small = pages(await aSubmittedCase(world));
    const large = pages(await aSubmittedCase(world, { talents: Array.from({ length: 20 }, () => someone('D')) }));
    for (const page of ['desk', 'own'] as const)
      expect([page, await askedBy(large[page])]).toEqual([page, await askedBy(small[page])]);
  });

  it('for a returned case with two talents as for one with twenty, when it is opened to be mended', async () => {
    const more = { status: 'RETURNED', returnDeadline: '2026-12-01', returnedAt: MONDAY } as const;
    const small = await aSubmittedCase(world, { more });
    const large = await aSubmittedCase(world, { more, talents: Array.from({ length: 20 }, () => someone('D')) });
    expect(await askedBy(() => draftForEdit(clerk, large.id))).toEqual(
      await askedBy(() => draftForEdit(clerk, small.id)),
    );
  });
});
