import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issuePictureCode } from '@/lib/access/picture-code/issue';
import { answerOf } from '@/lib/access/rules/picture-code';
import { newId } from '@/lib/db/ids';
import { openSealed } from '@/lib/db/sealed';
import { returnRequest } from '@/lib/desk/commands/answer-request';
import { confirmReset } from '@/lib/desk/commands/confirm-reset';
import { proposeReset } from '@/lib/desk/commands/propose-reset';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { deskRequest } from '@/lib/desk/queries';
import { requestReset } from '@/lib/enterprise/commands/request-reset';
import { done } from '../../builders/disbursement';
import { CHECK, deskWorld, NOW, OLD_MOBILE, type DeskWorld } from './desk-world';

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});
afterEach(() => world.drop());

async function ask(given: { enterprise?: string; account?: 'admin' | 'super'; mobile?: string; from?: string } = {}) {
  const { from = '10.0.0.1', ...rest } = given;
  const ctx = { ...world.visitor, request: { ...world.visitor.request, address: from } };
  const pictureCodeId = newId();
  const issued = await issuePictureCode(ctx, { id: pictureCodeId, purpose: 'reset-request' });
  if (!issued.ok) throw new Error(issued.refusal.code);
  return requestReset(ctx, {
    enterprise: world.own.name,
    account: 'admin',
    mobile: OLD_MOBILE,
    pictureCodeId,
    pictureCode: answerOf(issued.value.seed),
    ...rest,
  });
}

describe('a password reset asked for in public', () => {
  it('is answered the same for everybody, and received only from who knows the mobile on record', async () => {
    const answers = [
      await ask({ enterprise: '苏州没有这家有限公司' }),
      await ask({ mobile: '13800009999' }),
      await ask({ enterprise: world.own.uscc, mobile: '13800009999' }),
      await ask(),
    ];
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await world.db.changeRequest.count()).toBe(1);
  });

  it('is one open request for each account, however often it is asked', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => ask({ from: `10.0.${n}.1` })));
    await ask({ account: 'super', enterprise: world.own.uscc });
    const rows = await world.db.changeRequest.findMany({ orderBy: { number: 'asc' } });
    expect(rows.map(({ fields, status }) => [fields, status])).toEqual([
      [{ account: 'admin' }, 'RECEIVED'],
      [{ account: 'super' }, 'RECEIVED'],
    ]);
  });

  it('is counted by address, right or wrong, and costs a picture each', async () => {
    for (let n = 0; n < 5; n += 1) expect((await ask({ mobile: '13800009999' })).ok).toBe(true);
    expect(await ask()).toMatchObject({ ok: false, refusal: { code: 'too-many-tries' } });
    expect((await ask({ from: '10.9.9.9' })).ok).toBe(true);
    const reused = { enterprise: world.own.name, account: 'admin', mobile: OLD_MOBILE } as const;
    const wrong = await requestReset(world.visitor, { ...reused, pictureCodeId: newId(), pictureCode: 'XXXX' });
    expect(wrong).toMatchObject({ refusal: { code: 'picture-code-stale' } });
  });

  it.each(['admin', 'super'] as const)(
    'granted for %s sends the password to the mobile on record and nowhere else',
    async (account) => {
      const session = {
        kind: 'ENTERPRISE' as const,
        createdAt: NOW,
        lastSeenAt: NOW,
        expiresAt: new Date(NOW.getTime() + 3.6e6),
      };
      const enterpriseUserId = world.own.users[account];
      await world.db.session.create({ data: { id: newId(), tokenHash: 'x', enterpriseUserId, ...session } });
      done('ask', await ask({ account }));
      const { id } = await world.db.changeRequest.findFirstOrThrow();
      done('take', await takeRequest(world.officer, { id }));
      expect(await returnRequest(world.officer, { id, reason: '请补正材料' })).toMatchObject({
        refusal: { code: 'reset-cannot-return' },
      });
      done('propose', await proposeReset(world.officer, { id, ...CHECK }));
      done('confirm', await confirmReset(world.colleague, { id }));
      const user = await world.db.enterpriseUser.findUniqueOrThrow({ where: { id: enterpriseUserId } });
      expect(user).toMatchObject({ mustChangePassword: true });
      expect(user.passwordGoodUntil).toEqual(new Date(NOW.getTime() + 72 * 3.6e6));
      expect(await world.db.session.count({ where: { enterpriseUserId, endedAt: null } })).toBe(0);
      const message = await world.db.message.findFirstOrThrow({ where: { kind: 'initial-password' } });
      const place = { table: 'message', column: 'address', rowId: message.id };
      expect(await openSealed(world.officer, place)).toBe(OLD_MOBILE);
      expect(message.body).not.toMatch(/\d{4}/);
      const seen = JSON.stringify([await deskRequest(world.officer, id), await world.db.auditEntry.findMany()]);
      expect(seen).not.toContain(OLD_MOBILE);
    },
  );

  it('is not granted where there is no telephone to send it to', async () => {
    done('ask', await ask());
    await world.db.sealedValue.deleteMany({ where: { tableName: 'enterprise_user', columnName: 'mobile' } });
    const { id } = await world.db.changeRequest.findFirstOrThrow();
    done('take', await takeRequest(world.officer, { id }));
    done('propose', await proposeReset(world.officer, { id, ...CHECK }));
    expect(await confirmReset(world.colleague, { id })).toMatchObject({ refusal: { code: 'nobody-to-tell' } });
    expect((await world.db.changeRequest.findUniqueOrThrow({ where: { id } })).status).toBe('PROPOSED');
  });
});
