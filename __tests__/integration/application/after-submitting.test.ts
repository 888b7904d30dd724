import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bindAddressOf } from '@/lib/access/accounts-store';
import type { EnterpriseActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { appeal } from '@/lib/application/commands/appeal';
import { askExtension } from '@/lib/application/commands/ask-extension';
import { expireReturned } from '@/lib/application/commands/expire-returned';
import { remind } from '@/lib/application/commands/remind';
import { caseStatus } from '@/lib/application/case-queries';
import { readMessages } from '@/lib/conversation/commands/read-messages';
import { writeMessage } from '@/lib/conversation/commands/write-message';
import { conversationOf, inbox } from '@/lib/conversation/queries';
import { openMatters } from '@/lib/enterprise/home-queries';
import { tell } from '@/lib/messaging/commands/tell';
import { claim } from '@/lib/review/commands/claim';
import { grantExtension, refuseExtension } from '@/lib/review/commands/decide-extension';
import { extensionRequests } from '@/lib/review/extension-queries';
import { caseView } from '@/lib/review/queries';
import { nextCase } from '@/lib/review/queue-queries';
import { done } from '../../builders/disbursement';
import type { BuiltEnterprise } from '../../builders/people';
import { approveFinal, refuseByTwo, returnWith } from '../../builders/review';
import { enterpriseActor } from '../../support/context';
import { aSubmittedCase } from '../review/a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from '../review/review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
let clerk: Context<EnterpriseActor>;
beforeAll(async () => {
  world = await reviewWorld();
  clerk = clerkOf(world.enterprise);
});
afterAll(() => world.drop());

const clerkOf = (of: BuiltEnterprise, now = MONDAY, role: EnterpriseActor['role'] = 'SUPER') =>
  world.as(
    enterpriseActor({ id: of.users.super, enterpriseId: of.id, enterpriseName: of.name, uscc: of.uscc, role }),
    now,
  );
const later = <C extends Context>(ctx: C, now: string): C => ({ ...ctx, now: new Date(now) });
const refusal = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) });
const row = (id: string) => world.db.application.findUniqueOrThrow({ where: { id } });
const own = (more: Record<string, unknown> = {}) => ({ more: { contactId: world.enterprise.contactIds[0], ...more } });
const WHY = '负责该项工作的同事住院，材料无法按期取得。';

/** Returned on Monday, the last day was 7 December; expired on the 8th. */
async function expired(): Promise<string> {
  const { id } = await aSubmittedCase(world, own());
  await returnWith(world.people.first1, id, [{ target: 'whole', text: '请补充。' }]);
  await expireReturned(world.clock(new Date('2026-12-08T01:00:00Z')));
  expect((await row(id)).status).toBe('EXPIRED');
  return id;
}

describe('延期申请', () => {
  it('is asked once with a reason, within 30 days, and granted by 复审 with a new last day that is told', async () => {
    const id = await expired();
    const ask = (ctx: Context<EnterpriseActor>, reason = WHY) => askExtension(ctx, { applicationId: id, reason });
    expect(await ask(later(clerk, '2027-01-06T16:00:00Z'))).toEqual(refusal('extension-too-late'));
    const onTime = later(clerk, '2026-12-09T02:00:00Z');
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(onTime)));
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await world.db.extensionRequest.count({ where: { applicationId: id } })).toBe(1);
    expect(await ask(onTime, `${WHY}又`)).toEqual(refusal('extension-asked-before'));
    expect((await caseStatus(onTime, id)).remedies).toMatchObject({
      extensionUntil: null,
      extension: { status: 'ASKED' },
    });
    const stranger = clerkOf(await world.anotherEnterprise());
    expect(await ask(stranger)).toEqual(refusal('not-found'));
    await expect(ask(clerkOf(world.enterprise, MONDAY, 'ADMIN'))).rejects.toThrow(Denied);

    const final = later(world.people.final1, '2026-12-09T03:00:00Z');
    const [request] = await extensionRequests(final);
    expect(request).toMatchObject({ applicationId: id, usualDays: 10, status: 'ASKED' });
    await expect(grantExtension(world.people.first1, { requestId: request?.id ?? '', workingDays: 5 })).rejects.toThrow(
      Denied,
    );
    const { deadline } = done('grant', await grantExtension(final, { requestId: request?.id ?? '', workingDays: 5 }));
    expect(deadline).toBe('2026-12-16');
    expect(await row(id)).toMatchObject({ status: 'RETURNED', returnDeadline: '2026-12-16' });
    expect(await grantExtension(final, { requestId: request?.id ?? '', workingDays: 5 })).toEqual(
      refusal('wrong-state'),
    );
    await told(id, 'application.extend', 'extension-answered', 'application', id);
    expect((await messages('extension-answered'))[0]?.body).toContain('2026年12月16日');
    await expireReturned(world.clock(new Date('2026-12-17T01:00:00Z')));
    expect(await ask(later(clerk, '2026-12-18T01:00:00Z'))).toEqual(refusal('extension-asked-before'));
  });

  it('that is not granted leaves the case expired, and the enterprise reads why', async () => {
    const id = await expired();
    done('ask', await askExtension(later(clerk, '2026-12-09T02:00:00Z'), { applicationId: id, reason: WHY }));
    const request = await world.db.extensionRequest.findUniqueOrThrow({ where: { applicationId: id } });
    const final = later(world.people.final1, '2026-12-09T03:00:00Z');
    done('refuse', await refuseExtension(final, { requestId: request.id, reason: '未说明无法按期的原因。' }));
    expect((await row(id)).status).toBe('EXPIRED');
    expect((await caseStatus(clerk, id)).remedies.extension).toMatchObject({
      status: 'REFUSED',
      answer: '未说明无法按期的原因。',
    });
    const audit = await world.db.auditEntry.findFirstOrThrow({
      where: { action: 'extension.refuse', subjectId: request.id },
    });
    await tell(
      world.clock(MONDAY),
      { kind: 'extension-answered', subjectKind: 'extension', subjectId: request.id, auditId: audit.id },
      'https://x',
    );
    const sent = await messages('extension-answered');
    expect(sent.some(({ body }) => body.includes('未获同意') && body.includes('未说明无法按期的原因。'))).toBe(true);
  });
});

describe('复核申请', () => {
  it('goes once, within ten working days, to a final reviewer who did not refuse the case', async () => {
    const { id } = await aSubmittedCase(world, own());
    await refuseByTwo(world.people.first1, world.people.final1, id, '企业不在受理范围（实施细则第二条）。');
    const ask = (ctx: Context<EnterpriseActor>) => appeal(ctx, { applicationId: id, reason: WHY });
    expect((await caseStatus(clerk, id)).remedies.appealUntil).toBe('2026-12-07');
    expect(await ask(later(clerk, '2026-12-07T16:00:00Z'))).toEqual(refusal('appeal-too-late'));
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(later(clerk, '2026-12-07T15:59:00Z'))));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await row(id)).toMatchObject({ status: 'AWAITING_FINAL', appealReason: WHY });
    expect(await world.db.auditEntry.count({ where: { subjectId: id, action: 'application.appeal' } })).toBe(1);

    expect(await claim(world.people.final1, { applicationId: id })).toEqual(refusal('refused-it-before'));
    expect((await caseView(world.people.final1, id))?.claimBar).toBe('refused-before');
    expect(await nextCase(world.people.final1, 'FINAL')).not.toBe(id);
    expect((await caseView(world.people.final2, id))?.appealReason).toBe(WHY);
    const again = later(world.people.final2, '2026-12-08T02:00:00Z');
    await passFirstDecisions(id);
    await approveFinal(again, id);
    expect((await row(id)).status).toBe('APPROVED');
    expect(await ask(clerk)).toEqual(refusal('appealed-before'));
  });

  /** The first stage proposed a refusal and decided nobody; the one who looks again decides each talent. */
  async function passFirstDecisions(id: string) {
    const talents = await world.db.talent.findMany({ where: { applicationId: id } });
    for (const { id: talentId } of talents)
      await world.db.talentDecision.create({
        data: {
          ...{ id: randomUUID(), applicationId: id, talentId, submissionNumber: 1, stage: 'FIRST', supported: true },
          ...{ reviewerId: world.people.first1.actor.id, decidedAt: MONDAY },
        },
      });
  }
});

describe('留言', () => {
  it('is written once per key, read as roles by the enterprise and as names by staff, and marks what is unread', async () => {
    const { id } = await aSubmittedCase(world, own());
    const write = (ctx: Parameters<typeof writeMessage>[0], text: string, key = randomUUID()) =>
      writeMessage(ctx, { applicationId: id, key, text });
    const key = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => write(clerk, '材料何时审完？', key)));
    expect(await world.db.caseMessage.count({ where: { applicationId: id } })).toBe(1);
    expect((await inbox(world.people.first1)).find((one) => one.id === id)).toMatchObject({ unread: 1 });
    const count = async () =>
      (await waitingForStaff(world.people.first1)).find((task) => task.key === 'messages')?.count;
    const before = await count();
    done('write', await write(later(world.people.first1, '2026-11-23T03:00:00Z'), '预计本周内。'));
    expect(await count()).toBe((before ?? 0) - 1);

    const mine = await conversationOf(clerk, id);
    expect(mine.messages.map(({ by, isOwnSide, isUnread }) => [by, isOwnSide, isUnread])).toEqual([
      ['经办', true, false],
      ['初审人员', false, true],
    ]);
    const theirs = await conversationOf(world.people.final1, id);
    expect(theirs.messages.map(({ by }) => by)).toEqual([`${world.enterprise.name} 经办`, '初审人员 first1']);
    expect((await openMatters(clerk)).unread).toEqual([expect.objectContaining({ id, count: 1 })]);
    await readMessages(later(clerk, '2026-11-23T04:00:00Z'), {
      applicationId: id,
      upTo: new Date('2026-11-23T03:00:00Z'),
    });
    expect((await openMatters(clerk)).unread).toEqual([]);

    await told(id, 'application.message', 'case-message', 'application', id);
    expect((await messages('case-message')).map(({ enterpriseId }) => enterpriseId)).toContain(world.enterprise.id);
    await expect(world.db.caseMessage.updateMany({ data: { text: 'x' } })).rejects.toThrow(/permission denied/);
  });

  it('is closed at the end of the case, slowed down when too many come, and not for others', async () => {
    const { id } = await aSubmittedCase(world, own());
    const write = (ctx: Parameters<typeof writeMessage>[0]) =>
      writeMessage(ctx, { applicationId: id, key: randomUUID(), text: '您好' });
    const stranger = clerkOf(await world.anotherEnterprise());
    expect(await write(stranger)).toEqual(refusal('not-found'));
    await expect(conversationOf(stranger, id)).rejects.toThrow(Denied);
    await expect(write(world.people.notice)).rejects.toThrow(Denied);
    await expect(write(clerkOf(world.enterprise, MONDAY, 'ADMIN'))).rejects.toThrow(Denied);
    const many = await Promise.all(Array.from({ length: 14 }, () => write(clerk)));
    expect(many.filter(({ ok }) => ok)).toHaveLength(10);
    expect(many.find(({ ok }) => !ok)).toEqual(refusal('too-many-messages'));
    await refuseByTwo(world.people.first1, world.people.final1, id, '企业不在受理范围。');
    expect(await write(later(clerk, '2026-11-24T02:00:00Z'))).toEqual(refusal('conversation-closed'));
    expect((await conversationOf(clerk, id)).isOpen).toBe(false);
  });

  it('wakes the person of the office in whose hands the case is, in no list of the enterprise', async () => {
    const { id } = await aSubmittedCase(world, own());
    await returnWith(world.people.first1, id, [{ target: 'whole', text: '请补充。' }]);
    await bindAddressOf(
      world.clock(MONDAY),
      { kind: 'staff', id: world.people.first1.actor.id },
      'mobile',
      '13800000009',
    );
    done('write', await writeMessage(clerk, { applicationId: id, key: randomUUID(), text: '已在补充。' }));
    await told(id, 'application.message', 'case-message-to-staff', 'caseForStaff', id);
    expect(await messages('case-message-to-staff')).toEqual([
      expect.objectContaining({ enterpriseId: null, channel: 'SMS' }),
    ]);
  });
});

describe('提醒', () => {
  it('goes out once per mark to whoever has time left, not to held cases or frozen enterprises', async () => {
    const { id } = await aSubmittedCase(world, own());
    await returnWith(world.people.first1, id, [{ target: 'whole', text: '请补充。' }]);
    const held = await aSubmittedCase(world, own());
    await returnWith(world.people.first1, held.id, [{ target: 'whole', text: '请补充。' }]);
    await world.db.application.update({ where: { id: held.id }, data: { holdReason: '核查', holdSince: MONDAY } });
    const frozen = await world.anotherEnterprise();
    const cold = await aSubmittedCase(world, { enterprise: frozen });
    await returnWith(world.people.first1, cold.id, [{ target: 'whole', text: '请补充。' }]);
    await world.db.enterprise.update({ where: { id: frozen.id }, data: { status: 'FROZEN' } });
    const draft = await aDraftRow();

    const at = (now: string) => remind(world.clock(new Date(now)));
    const keys = async (of: string) =>
      (await world.db.caseReminder.findMany({ where: { applicationId: of }, orderBy: { at: 'asc' } })).map(
        ({ key }) => key,
      );
    await at('2026-12-03T00:00:00Z');
    expect(await keys(id)).toEqual([]);
    await Promise.all(Array.from({ length: 4 }, () => at('2026-12-04T01:30:00Z')));
    await at('2026-12-06T01:30:00Z');
    await at('2026-12-06T02:30:00Z');
    expect(await keys(id)).toEqual(['return 2026-12-07 3d', 'return 2026-12-07 1d']);
    for (const other of [held.id, cold.id]) expect(await keys(other)).toEqual([]);
    for (const now of [
      '2026-12-08T01:00:00Z',
      '2026-12-12T05:00:00Z',
      '2026-12-14T05:00:00Z',
      '2026-12-15T13:05:00Z',
      '2026-12-15T16:00:00Z',
    ])
      await at(now);
    expect(await keys(draft)).toEqual(['7d', '3d', '1d', '3h'].map((mark) => `draft 2026-12-15 ${mark}`));
    await told(draft, 'application.remind', 'draft-reminder', 'application', draft);
    // No contact was chosen yet: the enterprise is told where it can be reached.
    expect((await messages('draft-reminder'))[0]?.body).toContain('2026年12月15日');
  });

  async function aDraftRow(): Promise<string> {
    const id = randomUUID();
    const { programmeId, versionId } = world.programme;
    await world.db.application.create({
      data: {
        ...{ id, enterpriseId: world.enterprise.id, programmeId, programmeVersionId: versionId, programmeYear: 2026 },
        ...{ answers: {}, createdById: world.enterprise.users.super, createdAt: MONDAY, updatedAt: MONDAY },
      },
    });
    return id;
  }
});

/** Runs the job that the last such act asked for. */
async function told(subjectId: string, action: string, kind: string, subjectKind: string, of: string): Promise<void> {
  const audit = await world.db.auditEntry.findFirstOrThrow({
    where: { subjectId, action },
    orderBy: { sequence: 'desc' },
  });
  await tell(world.clock(MONDAY), { kind, subjectKind, subjectId: of, auditId: audit.id }, 'https://portal.example');
}

const messages = (kind: string) => world.db.message.findMany({ where: { kind }, orderBy: { createdAt: 'asc' } });
