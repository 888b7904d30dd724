import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { expireReturned } from '@/lib/application/commands/expire-returned';
import { freezeEnterprise, unfreezeEnterprise } from '@/lib/desk/commands/freeze';
import { done } from '../../builders/disbursement';
import { returnWith } from '../../builders/review';
import { aSubmittedCase } from '../review/a-submitted-case';
import { reviewWorld, type ReviewWorld } from '../review/review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const reason = '法定代表人来电申请';

it('a returned case has as many working days after its enterprise was frozen as it had before', async () => {
  const { id } = await aSubmittedCase(world, { more: { contactId: world.enterprise.contactIds[0] } });
  await returnWith(world.people.first1, id, [{ target: 'whole', text: '请补充。' }]);
  const row = () => world.db.application.findUniqueOrThrow({ where: { id } });
  const expire = (day: string) => expireReturned(world.clock(new Date(`${day}T01:00:00Z`)));
  expect((await row()).returnDeadline).toBe('2026-12-07');
  const officer = await world.aStaff('window', 'WINDOW');
  const on = (day: string) => world.at(officer, new Date(`${day}T03:00:00Z`));

  // From Wednesday, with Thursday, Friday and Monday to come; lifted on a Monday.
  done('freeze', await freezeEnterprise(on('2026-12-02'), { enterpriseId: world.enterprise.id, reason }));
  await expire('2026-12-10');
  expect((await row()).status).toBe('RETURNED');
  done('unfreeze', await unfreezeEnterprise(on('2026-12-14'), { enterpriseId: world.enterprise.id, reason }));
  expect((await row()).returnDeadline).toBe('2026-12-17');
  await expire('2026-12-17');
  expect((await row()).status).toBe('RETURNED');
  await expire('2026-12-18');
  expect((await row()).status).toBe('EXPIRED');
  const where = { subjectId: id, action: 'application.prolong' };
  expect((await world.db.auditEntry.findFirstOrThrow({ where })).detail).toEqual({
    before: '2026-12-07',
    deadline: '2026-12-17',
  });
});
