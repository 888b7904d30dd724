import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { recheckReset } from '@/lib/desk/commands/confirm-reset';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { proposeReset } from '@/lib/desk/commands/propose-reset';
import { revealNumber } from '@/lib/desk/commands/reveal-number';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { deskRequest } from '@/lib/desk/queries';
import { proposeResetSchema } from '@/lib/desk/rules/reset-check';
import type { Result } from '@/lib/kernel/result';
import { done } from '../../builders/disbursement';
import {
  ADMINISTRATOR,
  aReset,
  aRequest,
  CHECK,
  deskWorld,
  inCheck,
  NOW,
  OLD_MOBILE,
  type DeskWorld,
} from './desk-world';

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});
afterEach(() => world.drop());

const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const later = (ctx: Context<StaffActor>, minutes: number): Context<StaffActor> => ({ ...ctx, now: at(minutes) });

async function taken(): Promise<string> {
  const id = await aReset(world);
  done('take', await takeRequest(world.officer, { id }));
  return id;
}

describe('the record of a check', () => {
  const parse = (more: object) =>
    proposeResetSchema.safeParse({
      ...{ id: newId(), callee: 'administrator', calledAt: '2026-11-23T10:05', spokenTo: '顾旧人' },
      ...{ asked: ['asked-for-it', 'uscc'] },
      ...more,
    });
  const complaint = (more: object) => parse(more).error?.issues[0]?.path.join('.');

  it('needs whom, when, who answered and at least two questions, one of them whether it was asked for', () => {
    expect(parse({}).data).toMatchObject({ calledAt: new Date('2026-11-23T02:05:00Z'), note: '' });
    for (const field of ['callee', 'calledAt', 'spokenTo', 'asked']) {
      expect(complaint({ [field]: '' })).toBe(field);
      expect(complaint({ [field]: undefined })).toBe(field);
    }
    expect(complaint({ callee: '13800000001' })).toBe('callee');
    expect(complaint({ calledAt: '2026-02-30T25:00' })).toBe('calledAt');
    expect(complaint({ asked: ['asked-for-it'] })).toBe('asked');
    expect(complaint({ asked: ['uscc', 'cases'] })).toBe('asked');
    expect(complaint({ asked: ['asked-for-it', 'weather'] })).toBe('asked.1');
  });

  it('names a number on record: a retired contact, another enterprise’s or a made-up one is none', async () => {
    const id = await taken();
    const [contactId = ''] = world.own.contactIds;
    done('contact', await proposeReset(world.officer, { id, ...CHECK, callee: contactId }));
    done('back', await recheckReset(world.officer, { id, reason: '另换一人核实' }));
    await world.db.contact.update({ where: { id: contactId }, data: { retiredAt: NOW } });
    for (const callee of [contactId, newId()])
      expect(codeOf(await proposeReset(world.officer, { id, ...CHECK, callee }))).toBe('callee-unknown');
    done('telephone', await proposeReset(world.officer, { id, ...CHECK, callee: 'telephone' }));
    expect(
      await world.db.resetCheck.findFirst({ orderBy: { at: 'desc' }, where: { callee: 'telephone' } }),
    ).toMatchObject({
      maskedNumber: '400-000-0000',
    });
  });

  it('is of a call after the request came in and before now', async () => {
    const id = await taken();
    const propose = (calledAt: Date) => proposeReset(later(world.officer, 10), { id, ...CHECK, calledAt });
    expect(codeOf(await propose(at(-1)))).toBe('call-out-of-time');
    expect(codeOf(await propose(at(11)))).toBe('call-out-of-time');
    expect(codeOf(await propose(at(10)))).toBe('done');
  });

  it('says since when a number is on record: one that was bound lately may be the asker’s own', async () => {
    const id = await taken();
    const since = async () => (await deskRequest(world.officer, id))?.reset?.callees.at(-1);
    expect(await since()).toMatchObject({ key: 'administrator', since: new Date('2026-01-05T01:00:00Z') });
    const change = await inCheck(world, 'ADMINISTRATOR', ADMINISTRATOR);
    done('grant', await grantRequest(world.officer, { id: change, reason: '' }));
    expect(await since()).toMatchObject({ who: '顾新来（企业管理员）', number: '138****0002', since: NOW });
  });

  it('shows a number only to be called, and the log says who saw whose', async () => {
    const received = await aReset(world, 'super');
    expect(codeOf(await revealNumber(world.officer, { id: received, callee: CHECK.callee }))).toBe('wrong-state');
    const id = await taken();
    const shown = done('reveal', await revealNumber(world.officer, { id, callee: CHECK.callee }));
    expect(shown.clear).toBe(OLD_MOBILE);
    expect(codeOf(await revealNumber(world.officer, { id, callee: newId() }))).toBe('not-found');
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'sensitive.reveal' } });
    expect(entry).toMatchObject({ word: '查看登记电话', subjectId: id, actorId: world.officer.actor.id });
    expect(JSON.stringify(await world.db.auditEntry.findMany())).not.toContain(OLD_MOBILE);
    const other = await aRequest(world, 'ENTERPRISE_INFO', { name: '苏州新名科技有限公司' });
    expect(codeOf(await revealNumber(world.officer, { id: other, callee: CHECK.callee }))).toBe('not-found');
  });
});
