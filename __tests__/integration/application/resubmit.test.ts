import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveTalent } from '@/lib/application/commands/save-talent';
import { submit } from '@/lib/application/commands/submit';
import { takeBack } from '@/lib/application/commands/take-back';
import { draftForEdit } from '@/lib/application/queries';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import type { StaffActor } from '@/lib/access/actor';
import { aSubmitted, handIn } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from './application-world';

let world: ApplicationWorld;
beforeAll(async () => {
  world = await applicationWorld();
});
afterAll(() => world.drop());

const NOW = new Date('2026-11-23T02:00:00Z');

/** A first reviewer claims the case and returns it with one comment. */
async function returnBy(reviewer: StaffActor, applicationId: string, target: string, deadline = '2026-12-07') {
  const ctx = world.as(reviewer, NOW);
  const row = () => world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
  const submissionNumber = (await row()).submissionCount;
  const claimed = { claimedById: reviewer.id, claimedAt: NOW, claimSeenAt: NOW, claimedThisVersion: true };
  const back = {
    ...{ claimedById: null, claimedAt: null, claimSeenAt: null, returnedAt: NOW, returnDeadline: deadline },
    ...{ returnedStage: 'FIRST', reservedForId: reviewer.id },
  };
  await transact(ctx, async (tx) => changeStatus(tx, APPLICATION, await row(), 'claimFirst', { set: claimed }));
  await transact(ctx, async (tx) => changeStatus(tx, APPLICATION, await row(), 'returnFirst', { set: back }));
  await world.db.reviewComment.create({
    data: {
      ...{ id: newId(), applicationId, submissionNumber, stage: 'FIRST', reviewerId: reviewer.id },
      ...{ target, text: '请核对岗位名称。', createdAt: NOW, sentAt: NOW },
    },
  });
}

describe('a returned application', () => {
  it('is handed in again as version 2 under its number, reserved for the reviewer who returned it', async () => {
    const reviewer = await world.reviewer(['FIRST_REVIEWER']);
    const { applicationId, number, talentIds } = await aSubmitted(world.clerk);
    const [talentId = ''] = talentIds;
    await returnBy(reviewer, applicationId, `talent:${talentId}:position`);

    const view = await draftForEdit(world.clerk, applicationId);
    expect(view.comments).toMatchObject([{ part: `talent:${talentId}:position`, label: '欧阳文静，岗位' }]);
    const changes = [{ fieldId: 'position', was: '算法工程师', value: '高级算法工程师' }];
    await saveTalent(world.clerk, { applicationId, talentId, base: view.draft.revision, changes });
    expect(await handIn(world.clerk, applicationId)).toBe(number);

    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(row).toMatchObject({
      ...{ status: 'SUBMITTED', submissionCount: 2, reservedForId: reviewer.id, claimedThisVersion: false },
    });
    expect(row.firstSubmittedAt).toEqual(NOW);
    const numbers = await world.db.submission.findMany({ where: { applicationId }, select: { number: true } });
    expect(numbers.map((one) => one.number).sort()).toEqual([1, 2]);
  });

  it('goes to the queue when the reviewer who returned it has left', async () => {
    const reviewer = await world.reviewer(['FIRST_REVIEWER']);
    const { applicationId } = await aSubmitted(world.clerk);
    await returnBy(reviewer, applicationId, 'whole');
    await world.db.staffUser.update({ where: { id: reviewer.id }, data: { status: 'DISABLED' } });
    await handIn(world.clerk, applicationId);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(row.reservedForId).toBeNull();
  });

  it('can be handed in after the window closed until its own deadline, and not a millisecond later', async () => {
    const reviewer = await world.reviewer(['FIRST_REVIEWER']);
    const { applicationId } = await aSubmitted(world.clerk);
    await returnBy(reviewer, applicationId, 'whole', '2026-12-20');
    const { draft } = await draftForEdit(world.clerk, applicationId);
    const input = { applicationId, seenRevision: draft.revision, submission: 2 };
    const late = world.clerkAt(new Date('2026-12-20T16:00:00.000Z'));
    expect(await submit(late, input)).toMatchObject({ ok: false, refusal: { code: 'deadline-passed' } });
    expect((await submit(world.clerkAt(new Date('2026-12-20T15:59:59.999Z')), input)).ok).toBe(true);
  });

  it('goes back under its old deadline and comments when the second submission is taken back', async () => {
    const reviewer = await world.reviewer(['FIRST_REVIEWER']);
    const { applicationId } = await aSubmitted(world.clerk);
    await returnBy(reviewer, applicationId, 'whole');
    await handIn(world.clerk, applicationId);
    expect((await takeBack(world.clerk, { applicationId })).ok).toBe(true);
    const view = await draftForEdit(world.clerk, applicationId);
    expect(view.draft.status).toBe('RETURNED');
    expect(view.returnDeadline).toBe('2026-12-07');
    expect(view.comments).toHaveLength(1);
  });

  it('cannot be submitted while it is held', async () => {
    const reviewer = await world.reviewer(['FIRST_REVIEWER']);
    const { applicationId } = await aSubmitted(world.clerk);
    await returnBy(reviewer, applicationId, 'whole');
    const hold = { holdReason: '核实举报', holdSince: NOW };
    await world.db.application.update({ where: { id: applicationId }, data: hold });
    const { draft } = await draftForEdit(world.clerk, applicationId);
    const answer = await submit(world.clerk, { applicationId, seenRevision: draft.revision, submission: 2 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'held', reason: '核实举报' } });
  });
});
