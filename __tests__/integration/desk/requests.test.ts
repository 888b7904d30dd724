import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { openSealed } from '@/lib/db/sealed';
import { newId } from '@/lib/db/ids';
import { refuseRequest, returnRequest } from '@/lib/desk/commands/answer-request';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { deskRequest, deskRequests } from '@/lib/desk/queries';
import { beginChange } from '@/lib/enterprise/commands/begin-change';
import { saveChange } from '@/lib/enterprise/commands/save-change';
import { submitChange } from '@/lib/enterprise/commands/submit-change';
import { withdrawChange } from '@/lib/enterprise/commands/withdraw-change';
import { enterpriseInfo, myChange } from '@/lib/enterprise/change-queries';
import type { Result } from '@/lib/kernel/result';
import { parseNumber } from '@/lib/kernel/numbers';
import { anEnterprise } from '../../builders/people';
import { done } from '../../builders/disbursement';
import { enterpriseActor } from '../../support/context';
import {
  ADMINISTRATOR,
  aDraft,
  aRequest,
  deskWorld,
  inCheck,
  inRegister,
  NEW_MOBILE,
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
const row = (id: string) => world.db.changeRequest.findUniqueOrThrow({ where: { id } });
const secretsTo = async (address: string) => {
  const all = await world.db.message.findMany({ where: { channel: 'SMS' } });
  const opened = await Promise.all(
    all.map(async ({ id, kind }) => ({
      kind,
      to: await openSealed(world.clerk, { table: 'message', column: 'address', rowId: id }),
    })),
  );
  return opened.filter(({ to }) => to === address).map(({ kind }) => kind);
};
const NAME = { name: '苏州新名科技有限公司' };

describe('a request of an enterprise', () => {
  it('is begun once of each kind, however often and from how many windows', async () => {
    const begun = await Promise.all(
      Array.from({ length: 8 }, () => beginChange(world.clerk, { kind: 'ADMINISTRATOR' })),
    );
    expect(new Set(begun.map((one) => one.ok && one.value.id)).size).toBe(1);
    expect(await world.db.changeRequest.count()).toBe(1);
  });

  it('keeps whatever is typed, sealed where it is personal, and says what is missing when handed in', async () => {
    const { id } = done('begin', await beginChange(world.clerk, { kind: 'ADMINISTRATOR' }));
    const answers = { ...ADMINISTRATOR, administratorIdNumber: '320599199001011', administratorEmail: 'no mail' };
    done('save', await saveChange(world.clerk, { id, answers }));
    const stored = JSON.stringify(await row(id));
    for (const clear of [NEW_MOBILE, '320599199001011', 'no mail']) expect(stored).not.toContain(clear);
    const refused = await submitChange(world.clerk, { id });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'change-incomplete' } });
    expect((await myChange(world.clerk, id))?.missing.map(({ id: at }) => at)).toEqual([
      'administratorIdNumber',
      'administratorEmail',
      'authorisation-letter',
      'administrator-id-front',
      'administrator-id-back',
    ]);
    expect((await row(id)).status).toBe('DRAFT');
  });

  it('of information asks for at least one difference; another width of the name is none', async () => {
    const { id } = done('begin', await beginChange(world.clerk, { kind: 'ENTERPRISE_INFO' }));
    done('save', await saveChange(world.clerk, { id, answers: { name: world.own.name, telephone: '' } }));
    expect((await myChange(world.clerk, id))?.missing[0]?.text).toBe('请改动至少一项登记信息。');
  });

  it('is numbered with a check digit, and keeps what was registered beside what is asked', async () => {
    const id = await aRequest(world, 'ENTERPRISE_INFO', NAME);
    const { number, fields, before, status } = await row(id);
    expect(parseNumber('BG', number ?? '').ok).toBe(true);
    expect({ fields, before, status }).toEqual({ fields: NAME, before: { name: world.own.name }, status: 'RECEIVED' });
  });

  it('a letter falls away when what it says is changed', async () => {
    const id = await aDraft(world, 'ADMINISTRATOR', ADMINISTRATOR);
    expect((await myChange(world.clerk, id))?.missing).toEqual([]);
    done('save', await saveChange(world.clerk, { id, answers: { administratorName: '顾又新' } }));
    expect((await myChange(world.clerk, id))?.missing.map(({ id: at }) => at)).toEqual(['authorisation-letter']);
  });

  it('may be withdrawn until somebody checks it, not afterwards', async () => {
    const id = await aRequest(world, 'ENTERPRISE_INFO', NAME);
    done('take', await takeRequest(world.officer, { id }));
    expect(codeOf(await withdrawChange(world.clerk, { id }))).toBe('wrong-state');
    done('return', await returnRequest(world.officer, { id, reason: '执照看不清，请重新上传' }));
    expect(codeOf(await withdrawChange(world.clerk, { id }))).toBe('done');
  });

  it('is nobody else’s: another enterprise, a handler and a frozen enterprise are shut out', async () => {
    const id = await aRequest(world, 'ENTERPRISE_INFO', NAME);
    const other = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
    const of = (more: object) =>
      world.as({
        ...enterpriseActor({
          id: other.users.super,
          enterpriseId: other.id,
          enterpriseName: other.name,
          uscc: other.uscc,
        }),
        ...more,
      });
    await expect(myChange(of({}), id)).rejects.toThrow(Denied);
    await expect(withdrawChange(of({}), { id })).rejects.toThrow(Denied);
    const own = { enterpriseId: world.own.id };
    await expect(withdrawChange(of({ ...own, role: 'HANDLER' }), { id })).rejects.toThrow(Denied);
    await expect(beginChange(of({ ...own, frozen: true }), { kind: 'ADMINISTRATOR' })).rejects.toThrow(Denied);
    await expect(deskRequest(world.as({ ...world.officer.actor, roles: ['FIRST_REVIEWER'] }), id)).rejects.toThrow(
      Denied,
    );
  });
});

describe('the desk', () => {
  it('one of two officers who take at once holds it; only the holder decides; a colleague may take over', async () => {
    const id = await aRequest(world, 'ENTERPRISE_INFO', NAME);
    const took = await Promise.all([takeRequest(world.officer, { id }), takeRequest(world.officer, { id })]);
    expect(took.map(codeOf).sort()).toEqual(['done', 'somebody-was-faster']);
    expect(codeOf(await grantRequest(world.colleague, { id, reason: '' }))).toBe('not-taken-by-you');
    done('take over', await takeRequest(world.colleague, { id }));
    expect(codeOf(await refuseRequest(world.officer, { id, reason: '没有执照' }))).toBe('not-taken-by-you');
    expect(codeOf(await grantRequest(world.colleague, { id, reason: '' }))).toBe('done');
  });

  it('of a grant and a refusal at once, one happens', async () => {
    const id = await inCheck(world, 'ENTERPRISE_INFO', NAME);
    const answers = await Promise.all([
      grantRequest(world.officer, { id, reason: '' }),
      refuseRequest(world.officer, { id, reason: '材料不符' }),
      grantRequest(world.officer, { id, reason: '' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { name } = await world.db.enterprise.findUniqueOrThrow({ where: { id: world.own.id } });
    expect(name === NAME.name).toBe((await row(id)).status === 'GRANTED');
  });

  it('sees old beside new and what the register says', async () => {
    const id = await inCheck(world, 'ENTERPRISE_INFO', NAME);
    const before = await deskRequest(world.officer, id);
    expect(before?.fields).toEqual([{ label: '企业名称', before: world.own.name, after: NAME.name }]);
    expect(before?.checks.find(({ key }) => key === 'register')).toMatchObject({ tone: 'red' });
    await inRegister(world, world.own.uscc, NAME.name);
    const after = await deskRequest(world.officer, id);
    expect(after?.checks.find(({ key }) => key === 'register')).toMatchObject({ tone: 'green' });
    expect((await deskRequests(world.officer, 'mine')).rows.map((one) => one.id)).toEqual([id]);
  });

  it('returns with a reason; the same request comes back under its number', async () => {
    const id = await inCheck(world, 'ENTERPRISE_INFO', NAME);
    const { number } = await row(id);
    done('return', await returnRequest(world.officer, { id, reason: '变更说明缺第二页' }));
    expect((await myChange(world.clerk, id))?.answer).toBe('变更说明缺第二页');
    done('submit', await submitChange(world.clerk, { id }));
    expect(await row(id)).toMatchObject({ number, round: 2, status: 'RECEIVED', takenById: null });
  });
});

describe('企业信息变更 granted', () => {
  it('changes the registered fields and says until when it was called what', async () => {
    const id = await inCheck(world, 'ENTERPRISE_INFO', { ...NAME, telephone: '0512-66680000' });
    done('grant', await grantRequest(world.officer, { id, reason: '' }));
    const enterprise = await world.db.enterprise.findUniqueOrThrow({ where: { id: world.own.id } });
    expect(enterprise).toMatchObject({ name: NAME.name, profile: { name: NAME.name, telephone: '0512-66680000' } });
    const info = await enterpriseInfo(world.officer, world.own.id);
    expect(info?.formerNames).toMatchObject([{ name: world.own.name, until: NOW }]);
    const { number } = await row(id);
    expect(info?.facts.find(({ field }) => field === 'telephone')?.source).toBe(`企业信息变更 ${number}`);
    expect(info?.facts.find(({ field }) => field === 'postcode')?.source).toBe('企业注册信息');
    expect(info?.otherHolders).toBe(1);
    await expect(world.db.enterpriseFieldChange.deleteMany({})).rejects.toThrow();
  });

  it('is refused whole when another enterprise has the name', async () => {
    await anEnterprise(world.db, world.vault, { name: '苏州新名科技有限公司', passwordHash: 'none' });
    const id = await inCheck(world, 'ENTERPRISE_INFO', NAME);
    expect(codeOf(await grantRequest(world.officer, { id, reason: '' }))).toBe('name-taken');
    expect((await row(id)).status).toBe('IN_CHECK');
    expect(await world.db.enterpriseFieldChange.count()).toBe(0);
  });
});

describe('管理员变更 granted', () => {
  it('hands admin over: new name and telephone, initial password there, old sessions end, the old one is told', async () => {
    const session = {
      kind: 'ENTERPRISE' as const,
      createdAt: NOW,
      lastSeenAt: NOW,
      expiresAt: new Date(NOW.getTime() + 3.6e6),
    };
    const sessionId = newId();
    await world.db.session.create({
      data: { id: sessionId, tokenHash: 'x', enterpriseUserId: world.own.users.admin, ...session },
    });
    const id = await inCheck(world, 'ADMINISTRATOR', ADMINISTRATOR);
    const view = await deskRequest(world.officer, id);
    expect(JSON.stringify(view)).not.toContain(ADMINISTRATOR.administratorIdNumber);
    expect(view?.checks.find(({ key }) => key === 'id')).toMatchObject({ tone: 'green' });

    done('grant', await grantRequest(world.officer, { id, reason: '' }));
    const admin = await world.db.enterpriseUser.findUniqueOrThrow({ where: { id: world.own.users.admin } });
    expect(admin).toMatchObject({ displayName: '顾新来', mustChangePassword: true, maskedMobile: '138****0002' });
    expect(admin.passwordHash).not.toBe('none');
    expect((await world.db.session.findUniqueOrThrow({ where: { id: sessionId } })).endReason).toBe('更换管理员');
    expect(await secretsTo(NEW_MOBILE)).toContain('initial-password');
    expect(await secretsTo(OLD_MOBILE)).toEqual(['accounts']);
    const log = JSON.stringify(await world.db.auditEntry.findMany());
    for (const secret of [NEW_MOBILE, ADMINISTRATOR.administratorIdNumber, 'new@example.com'])
      expect(log).not.toContain(secret);
  });

  it('is not granted on a letter that is not the one printed for it', async () => {
    const id = await inCheck(world, 'ADMINISTRATOR', ADMINISTRATOR);
    await world.db.changeRequestPaper.updateMany({
      where: { requestId: id, kind: 'authorisation-letter' },
      data: { checkState: 'other-version' },
    });
    expect(codeOf(await grantRequest(world.officer, { id, reason: '' }))).toBe('letter-wrong');
    expect(
      (await world.db.enterpriseUser.findUniqueOrThrow({ where: { id: world.own.users.admin } })).passwordHash,
    ).toBe('none');
  });
});
