import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { explainEnterpriseSignIn } from '@/lib/access/rules/sign-in-refusals';
import { askReset } from '@/lib/access/commands/ask-reset';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { grantInformation } from '@/lib/desk/commands/grant-information';
import { requestForDesk } from '@/lib/desk/store';
import { anEnterprise, type BuiltEnterprise } from '../../builders/people';
import { staffActor } from '../../support/context';
import { accessWorld, NOW, PASSWORD, tokenHashOf, tokenOf, type AccessWorld } from './access-world';

const OLD = '苏州旧名（中国）科技有限公司';
const NEW = '苏州新名科技有限公司';
const LAST_MOMENT = new Date('2027-11-23T15:59:59Z');
const TOO_LATE = new Date('2027-11-23T16:00:00Z');

let world: AccessWorld;
let renamed: BuiltEnterprise;
let number = 0;
beforeAll(async () => {
  world = await accessWorld();
  renamed = await anEnterprise(world.db, world.vault, { name: OLD, password: PASSWORD });
  await rename(renamed.id, NEW);
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.rateCount.deleteMany();
});

/** 企业信息变更 as the desk grants it. */
async function rename(enterpriseId: string, name: string, at = NOW): Promise<void> {
  const officer = world.as(staffActor(newId(), 'window', 'WINDOW'), at);
  const id = newId();
  await world.db.changeRequest.create({
    data: {
      ...{ id, kind: 'ENTERPRISE_INFO', status: 'GRANTED', enterpriseId, fields: { name }, createdAt: at },
      number: `BG2026${String((number += 1)).padStart(7, '0')}`,
    },
  });
  const row = await requestForDesk(world.db, id);
  if (!row) throw new Error('no request');
  const done = await transact(officer, (tx) => grantInformation(tx, row));
  if (!done.ok) throw new Error(done.refusal.code);
}

const enter = (enterprise: string, given: { at?: Date; password?: string; address?: string } = {}) => {
  const { password, ...visitor } = given;
  return world.enter(world.visitor(visitor), { enterprise, ...(password ? { password } : {}) });
};
const codeOf = async (entered: ReturnType<typeof enter>) => {
  const result = await entered;
  return result.ok ? 'signed in' : result.refusal.code;
};

describe('a former name at 登录', () => {
  it('opens the same account in any width, and the session knows until when that goes', async () => {
    for (const typed of [OLD, ' 苏州旧名(中国) 科技有限公司']) {
      const actor = await world.whoIs(await tokenOf(enter(typed)));
      expect(actor).toMatchObject({ enterpriseId: renamed.id, enterpriseName: NEW, formerNameUntil: '2027-11-23' });
    }
    const token = await tokenOf(enter(NEW));
    expect(await world.whoIs(token)).not.toHaveProperty('formerNameUntil');
    const session = await world.db.session.findUniqueOrThrow({ where: { tokenHash: tokenHashOf(token) } });
    const entries = await world.db.auditEntry.findMany({ where: { action: 'session.begin' } });
    expect(entries.filter(({ detail }) => (detail as { byFormerName?: true }).byFormerName)).toHaveLength(2);
    expect(entries.find(({ subjectId }) => subjectId === session.id)?.detail).toEqual({});
  });

  it('opens to the end of the day twelve months after the change, and not a moment longer', async () => {
    expect(await codeOf(enter(OLD, { at: LAST_MOMENT }))).toBe('signed in');
    expect(await codeOf(enter(OLD, { at: TOO_LATE }))).toBe('credentials-wrong');
    expect(await codeOf(enter(NEW, { at: TOO_LATE }))).toBe('signed in');
  });

  it('counts wrong passwords with those under the new name', async () => {
    for (const typed of [OLD, NEW, OLD]) await enter(typed, { password: 'wrong' });
    expect(await codeOf(enter(NEW, { password: 'wrong' }))).toBe('too-many-tries');
  });

  it('is answered in the words of a name that nobody ever had', async () => {
    const said = [];
    for (const [typed, password] of [
      [OLD, 'wrong'],
      [NEW, 'wrong'],
      ['苏州从来没有有限公司', PASSWORD],
    ] as const) {
      const entered = await enter(typed, { password });
      if (entered.ok || entered.refusal.code !== 'credentials-wrong') throw new Error(JSON.stringify(entered));
      said.push(JSON.stringify(explainEnterpriseSignIn['credentials-wrong'](entered.refusal)));
    }
    expect(new Set(said).size).toBe(1);
  });

  it('takes as long as one that nobody ever had', async () => {
    let times = 0;
    const time = async (typed: string) => {
      const begun = performance.now();
      await enter(typed, { password: 'wrong', address: `198.51.100.${(times += 1)}` });
      return performance.now() - begun;
    };
    const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
    const [former, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 9; round += 1) {
      former.push(await time(OLD));
      unknown.push(await time('苏州从来没有有限公司'));
    }
    const ratio = middle(unknown) / middle(former);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('leads to a new password as well', async () => {
    const ctx = world.visitor();
    const picture = await world.picture(ctx, 'forgot-password');
    const asked = await askReset(ctx, { enterprise: OLD, username: 'super', channel: 'SMS', ...picture });
    if (!asked.ok) throw new Error(asked.refusal.code);
    const reset = await world.db.passwordReset.findUniqueOrThrow({ where: { id: asked.value.resetId } });
    expect(reset.enterpriseUserId).toBe(renamed.users.super);
  });

  it('belongs to whoever bears it now', async () => {
    const first = await anEnterprise(world.db, world.vault, { name: '苏州先用有限公司', password: PASSWORD });
    await rename(first.id, '苏州先用后改有限公司');
    expect(await world.whoIs(await tokenOf(enter('苏州先用有限公司')))).toMatchObject({ enterpriseId: first.id });
    const second = await anEnterprise(world.db, world.vault, { name: '苏州先用有限公司', password: 'Other-horse-8' });
    expect(await codeOf(enter('苏州先用有限公司'))).toBe('credentials-wrong');
    const entered = await world.whoIs(await tokenOf(enter('苏州先用有限公司', { password: 'Other-horse-8' })));
    expect(entered).toMatchObject({ enterpriseId: second.id });
    expect(entered).not.toHaveProperty('formerNameUntil');
  });

  it('may be one of several, each for its own twelve months', async () => {
    const { id } = await anEnterprise(world.db, world.vault, { name: '苏州一名有限公司', password: PASSWORD });
    await rename(id, '苏州二名有限公司');
    await rename(id, '苏州三名有限公司', new Date('2027-03-01T02:00:00Z'));
    const at = TOO_LATE;
    expect(await codeOf(enter('苏州一名有限公司', { at }))).toBe('credentials-wrong');
    expect(await world.whoIs(await tokenOf(enter('苏州二名有限公司', { at })), at)).toMatchObject({
      enterpriseName: '苏州三名有限公司',
      formerNameUntil: '2028-03-01',
    });
  });
});
