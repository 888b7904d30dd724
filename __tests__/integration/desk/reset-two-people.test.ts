import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { openSealed } from '@/lib/db/sealed';
import { refuseRequest } from '@/lib/desk/commands/answer-request';
import { confirmReset, recheckReset, refuseReset } from '@/lib/desk/commands/confirm-reset';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { proposeReset } from '@/lib/desk/commands/propose-reset';
import { revealNumber } from '@/lib/desk/commands/reveal-number';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { deskRequest, deskRequests } from '@/lib/desk/queries';
import { tell } from '@/lib/messaging/commands/tell';
import type { Result } from '@/lib/kernel/result';
import { done } from '../../builders/disbursement';
import { aProposal, aReset, CHECK, deskWorld, inCheck, NOW, OLD_MOBILE, type DeskWorld } from './desk-world';

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});
afterEach(() => world.drop());

const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);
const row = (id: string) => world.db.changeRequest.findUniqueOrThrow({ where: { id } });
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const later = (ctx: Context<StaffActor>, minutes = 5): Context<StaffActor> => ({ ...ctx, now: at(minutes) });
const passwordOf = async () =>
  (await world.db.enterpriseUser.findUniqueOrThrow({ where: { id: world.own.users.admin } })).passwordHash;
const REASON = '接听人说不清楚，请再核实';

async function taken(): Promise<string> {
  const id = await aReset(world);
  done('take', await takeRequest(world.officer, { id }));
  return id;
}

describe('a password reset', () => {
  it('is granted by a second officer on what the first one wrote down, and by nobody alone', async () => {
    const id = await taken();
    expect(codeOf(await grantRequest(world.officer, { id, reason: '' }))).toBe('reset-needs-two');
    expect(codeOf(await confirmReset(world.colleague, { id }))).toBe('wrong-state');
    const check = { ...CHECK, calledAt: at(3), note: '转接两次' };
    done('propose', await proposeReset(later(world.officer), { id, ...check }));
    expect(await row(id)).toMatchObject({
      status: 'PROPOSED',
      proposedById: world.officer.actor.id,
      decidedById: null,
    });
    expect(codeOf(await confirmReset(world.officer, { id }))).toBe('proposed-by-you');
    expect(codeOf(await refuseReset(world.officer, { id, reason: REASON }))).toBe('proposed-by-you');
    expect(await passwordOf()).toBe('none');

    done('confirm', await confirmReset(later(world.colleague, 9), { id }));
    expect(await row(id)).toMatchObject({
      status: 'GRANTED',
      proposedById: world.officer.actor.id,
      decidedById: world.colleague.actor.id,
    });
    expect(await passwordOf()).not.toBe('none');
    const log = await world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { sequence: 'asc' } });
    expect(log.map(({ word, actorId }) => [word, actorId])).toEqual([
      ['开始核对', world.officer.actor.id],
      ['核实后提请复核', world.officer.actor.id],
      ['同意变更', world.colleague.actor.id],
    ]);
    expect(await world.db.resetCheck.findFirstOrThrow()).toMatchObject({
      ...{
        requestId: id,
        byId: world.officer.actor.id,
        calleeName: '管理员（企业管理员）',
        maskedNumber: '138****0001',
      },
      ...check,
    });
  });

  it('shows the second officer how it was checked, and each what is his to do', async () => {
    const id = await aProposal(world);
    const mine = await deskRequest(world.officer, id);
    const other = await deskRequest(world.colleague, id);
    expect(mine?.reset?.proposed).toEqual({ by: 'window1', mine: true });
    expect(other?.reset).toMatchObject({
      proposed: { by: 'window1', mine: false },
      record: { by: 'window1', spokenTo: '顾旧人', asked: ['重置是本单位提出的', '统一社会信用代码后六位'] },
    });
    const { rows, counts } = await deskRequests(world.colleague, 'second');
    expect([rows.map((one) => one.id), counts.second, counts.open]).toEqual([[id], 1, 0]);
    expect(rows[0]?.taken).toEqual({ by: 'window1', mine: false });
    const waits = async (ctx: Context<StaffActor>) =>
      (await waitingForStaff(ctx)).find(({ key }) => key === 'requests')?.count;
    expect([await waits(world.officer), await waits(world.colleague)]).toEqual([0, 1]);
  });

  it('is refused by the second officer, with a reason that goes to the enterprise; nothing changes', async () => {
    const id = await aProposal(world);
    done('refuse', await refuseReset(world.colleague, { id, reason: REASON }));
    expect(await row(id)).toMatchObject({ status: 'REFUSED', answer: REASON, decidedById: world.colleague.actor.id });
    expect(await passwordOf()).toBe('none');
    expect(codeOf(await confirmReset(world.colleague, { id }))).toBe('wrong-state');
  });

  it('that the first officer finds wrong is refused by him alone: nothing changes by that', async () => {
    const id = await taken();
    done('refuse', await refuseRequest(world.officer, { id, reason: '本单位没有申请' }));
    expect((await row(id)).status).toBe('REFUSED');
  });

  it('goes back when the check was not enough; then a new check is needed, and roles may be changed', async () => {
    const id = await aProposal(world);
    done('back', await recheckReset(world.colleague, { id, reason: REASON }));
    expect(await row(id)).toMatchObject({
      ...{ status: 'IN_CHECK', takenById: world.officer.actor.id, proposedById: null, proposedAt: null },
    });
    expect(codeOf(await confirmReset(world.colleague, { id }))).toBe('wrong-state');
    expect((await deskRequest(world.officer, id))?.reset?.record?.spokenTo).toBe('顾旧人');
    done('take over', await takeRequest(world.colleague, { id }));
    expect(codeOf(await proposeReset(world.officer, { id, ...CHECK }))).toBe('not-taken-by-you');
    done('again', await proposeReset(later(world.colleague), { id, ...CHECK, spokenTo: '又一人' }));
    expect(codeOf(await confirmReset(world.colleague, { id }))).toBe('proposed-by-you');
    done('confirm', await confirmReset(later(world.officer, 6), { id }));
    expect(await world.db.resetCheck.count()).toBe(2);
  });

  it('may be taken back by who proposed it', async () => {
    const id = await aProposal(world);
    done('back', await recheckReset(world.officer, { id, reason: '写错了通话时间' }));
    expect((await row(id)).status).toBe('IN_CHECK');
  });

  it('of a confirmation, a refusal and a return at once, one happens', async () => {
    const id = await aProposal(world);
    const answers = await Promise.all([
      confirmReset(world.colleague, { id }),
      refuseReset(world.colleague, { id, reason: REASON }),
      recheckReset(world.officer, { id, reason: REASON }),
      confirmReset(world.colleague, { id }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await passwordOf()) !== 'none').toBe((await row(id)).status === 'GRANTED');
  });

  it('waits as an open one: asking again adds nothing while somebody is to confirm it', async () => {
    await aProposal(world);
    await expect(aReset(world)).rejects.toThrow(/change_request_one_open|Unique/);
  });

  it('is the window’s: no other role proposes, confirms, sends back or sees a number', async () => {
    const id = await aProposal(world);
    const stranger = world.as({
      ...world.colleague.actor,
      roles: ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'FINAL_REVIEWER'],
    });
    for (const act of [
      () => proposeReset(stranger, { id, ...CHECK }),
      () => confirmReset(stranger, { id }),
      () => refuseReset(stranger, { id, reason: REASON }),
      () => recheckReset(stranger, { id, reason: REASON }),
      () => revealNumber(stranger, { id, callee: CHECK.callee }),
    ])
      await expect(act()).rejects.toThrow(Denied);
  });

  it('is the only kind that takes two: papers stand for the others', async () => {
    const id = await inCheck(world, 'ENTERPRISE_INFO', { name: '苏州新名科技有限公司' });
    expect(codeOf(await proposeReset(world.officer, { id, ...CHECK }))).toBe('not-found');
    expect((await deskRequest(world.officer, id))?.reset).toBeNull();
  });
});

describe('the database, whatever the code does,', () => {
  const set = (id: string, data: object) => world.db.changeRequest.update({ where: { id }, data });

  it('takes no decision by whoever proposed', async () => {
    const id = await aProposal(world);
    const decided = { decidedById: world.officer.actor.id, decidedAt: NOW };
    await expect(set(id, { status: 'GRANTED', ...decided })).rejects.toThrow(/change_request_two_people/);
    await expect(set(id, { status: 'REFUSED', ...decided })).rejects.toThrow(/change_request_two_people/);
  });

  it('grants no reset without both, and forgets no proposal on the way', async () => {
    const id = await taken();
    const decided = { status: 'GRANTED', decidedById: world.colleague.actor.id, decidedAt: NOW };
    await expect(set(id, decided)).rejects.toThrow(/change_request_reset_granted/);
    const proposal = await aProposal(world, 'super');
    await expect(set(proposal, { ...decided, proposedById: null, proposedAt: null })).rejects.toThrow(
      /change_request_reset_granted/,
    );
    await expect(set(proposal, { status: 'GRANTED' })).rejects.toThrow(/change_request_reset_granted/);
  });

  it('keeps no proposal that nobody checked, or that somebody else checked', async () => {
    const id = await taken();
    const proposed = { status: 'PROPOSED', proposedById: world.officer.actor.id, proposedAt: NOW };
    await expect(set(id, proposed)).rejects.toThrow(/whoever checked it/);
    const checked = await aProposal(world, 'super');
    await expect(set(checked, { proposedById: world.colleague.actor.id })).rejects.toThrow(/whoever checked it/);
    await expect(set(id, { status: 'PROPOSED' })).rejects.toThrow();
  });

  it('changes no record of a check', async () => {
    await aProposal(world);
    await expect(world.db.resetCheck.updateMany({ data: { spokenTo: '别人' } })).rejects.toThrow();
    await expect(world.db.resetCheck.deleteMany({})).rejects.toThrow();
  });
});

describe('the telephone on record', () => {
  it('is told when a reset was proposed, before anything changes, so that a stranger’s is noticed', async () => {
    const id = await aProposal(world);
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'changeRequest.propose' } });
    const payload = { kind: 'reset-proposed', subjectKind: 'changeRequest', subjectId: id, auditId: entry.id };
    await tell(world.as({ kind: 'system', job: 'tell' }), payload, 'http://example.com');
    const message = await world.db.message.findFirstOrThrow({ where: { channel: 'SMS', kind: 'reset-proposed' } });
    expect(message.body).toMatch(/密码重置BG2026\d+已核实，待复核。非本单位申请请致电。/);
    const place = { table: 'message', column: 'address', rowId: message.id };
    expect(await openSealed(world.officer, place)).toBe(OLD_MOBILE);
    expect(entry.detail).toMatchObject({ callee: 'administrator', asked: ['asked-for-it', 'uscc'] });
  });
});
