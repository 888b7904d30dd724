import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRole } from '@/lib/access/actor';
import { tasksOf } from '@/lib/access/rules/staff-tasks';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { newId } from '@/lib/db/ids';
import { formatNumber } from '@/lib/kernel/numbers';
import { aPublishedProgramme } from '../../builders/programme';
import { staffActor } from '../../support/context';
import { accessWorld, NOW, type AccessWorld } from './access-world';

let world: AccessWorld;
const me = newId();
beforeAll(async () => {
  world = await accessWorld();
  const { programmeId, versionId } = await aPublishedProgramme(world.db);
  const of = { enterpriseId: world.enterprise.id, createdById: world.enterprise.users.super };
  const version = { programmeId, programmeVersionId: versionId, programmeYear: 2026, answers: {} };
  let serial = 0;
  const aCase = (status: 'SUBMITTED' | 'FIRST_REVIEW' | 'AWAITING_FINAL' | 'CLEARED', claimedById?: string) =>
    world.db.application.create({
      data: {
        ...{ id: newId(), number: formatNumber('RC', 2026, (serial += 1)), status, createdAt: NOW, updatedAt: NOW },
        ...of,
        ...version,
        ...(status === 'CLEARED' ? { approvedFen: 1n } : {}),
        ...(claimedById ? { claimedById, claimedAt: NOW } : {}),
      },
    });
  await aCase('SUBMITTED');
  await aCase('SUBMITTED');
  await aCase('FIRST_REVIEW', me);
  await aCase('FIRST_REVIEW', newId());
  await aCase('AWAITING_FINAL');
  await aCase('CLEARED');
  for (const [number, makerId] of [
    ['PC2026001', me],
    ['PC2026002', newId()],
  ] as const) {
    await world.db.disbursementBatch.create({
      data: { id: newId(), number, programmeId, year: 2026, makerId, createdAt: NOW },
    });
  }
});
afterAll(() => world.drop());

const countsFor = async (...roles: StaffRole[]) => {
  const tasks = await waitingForStaff(world.as(staffActor(me, 'me', ...roles)));
  return Object.fromEntries(tasks.map(({ key, count }) => [key, count]));
};

describe('what waits for staff', () => {
  it('is what the role opens, and for a reviewer what is free or claimed by oneself', async () => {
    expect(await countsFor('FIRST_REVIEWER')).toEqual({ first: 3, asked: 0, messages: 0 });
    expect(await countsFor('FINAL_REVIEWER')).toEqual({
      ...{ final: 1, asked: 0, extensions: 0, messages: 0 },
      ...{ notices: 0, objections: 0, matters: 0 },
    });
  });

  it('asks nobody to release a batch that he made himself', async () => {
    expect(await countsFor('FINANCE_CHECKER')).toMatchObject({ batches: 1 });
    expect(await countsFor('FINANCE_MAKER')).toMatchObject({ batches: 1, receipts: 0, payments: 0 });
  });

  it('is nothing for those who have no business with cases', () => {
    const tasks = tasksOf(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR']);
    expect(tasks.filter(({ group }) => ['审核', '公示', '资金拨付'].includes(group))).toEqual([]);
  });
});
