import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC, systemActor } from '@/lib/access/actor';
import { createFirstAccounts } from '@/lib/access/commands/create-first-accounts';
import { newId } from '@/lib/db/ids';
import { openSealed } from '@/lib/db/sealed';
import { inTransaction } from '@/lib/db/transact';
import { outboxSms } from '@/lib/drivers/mail/outbox';
import { send } from '@/lib/messaging/commands/send';
import { inventedUscc } from '../../builders/people';
import { accessWorld, later, NOW, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());

const MOBILE = '13800000077';

async function anEmptyEnterprise(name: string): Promise<string> {
  const id = newId();
  await world.db.enterprise.create({
    data: {
      ...{ id, name, normalisedName: name, uscc: inventedUscc(901), profile: {}, profileSource: 'registration' },
      ...{ profileAt: NOW, createdAt: NOW },
    },
  });
  return id;
}

describe('the first two accounts of an enterprise', () => {
  it('are admin and super, with passwords that only the administrator’s telephone is told', async () => {
    const name = '苏州新注册示例有限公司';
    const enterpriseId = await anEmptyEnterprise(name);
    const made = await inTransaction(world.as(PUBLIC), (tx) =>
      createFirstAccounts(tx, {
        enterpriseId,
        mobile: MOBILE,
        email: 'admin@example.com',
        administratorName: '王小明',
      }),
    );
    const users = await world.db.enterpriseUser.findMany({ where: { enterpriseId }, orderBy: { username: 'asc' } });
    expect(users).toMatchObject([
      {
        username: 'admin',
        role: 'ADMIN',
        displayName: '王小明',
        maskedMobile: '138****0077',
        mustChangePassword: true,
      },
      { username: 'super', role: 'SUPER', maskedMobile: null, mustChangePassword: true },
    ]);
    for (const user of users) expect(user.passwordGoodUntil).toEqual(later(72 * 3600));
    const [admin] = users;
    const mobilePlace = { table: 'enterprise_user', column: 'mobile', rowId: admin?.id ?? '' };
    expect(await openSealed(world, mobilePlace)).toBe(MOBILE);

    const message = await world.db.message.findFirstOrThrow({ where: { kind: 'accounts' } });
    const everything = JSON.stringify([await world.db.message.findMany(), await world.db.auditEntry.findMany(), users]);
    for (const secret of [made.admin.password, made.super.password, MOBILE]) expect(everything).not.toContain(secret);

    const ports = { ...world.ports, sms: outboxSms(world.db) };
    await send({ ...world.as(systemActor('send')), ports }, { messageId: message.id });
    const sms = await world.db.devOutbox.findFirstOrThrow({ where: { recipient: MOBILE } });
    expect(sms.body).toMatch(
      new RegExp(`^【园区一网通办】${name}.*admin.*${made.admin.password}.*super.*${made.super.password}`),
    );
    expect(await world.db.sealedValue.count({ where: { tableName: 'message', columnName: 'body' } })).toBe(0);
  });

  it('get passwords of twelve characters that nobody misreads, no two alike', async () => {
    const enterpriseId = await world.db.enterprise
      .findFirstOrThrow({ where: { uscc: inventedUscc(901) } })
      .then(({ id }) => id);
    await world.db.enterpriseUser.deleteMany({ where: { enterpriseId } });
    const { admin, super: user } = await inTransaction(world.as(PUBLIC), (tx) =>
      createFirstAccounts(tx, { enterpriseId, mobile: MOBILE, email: 'a@example.com', administratorName: '王' }),
    );
    for (const { password } of [admin, user]) expect(password).toMatch(/^(?!.*[0O1IlUVuvo])[A-Za-z2-9]{12}$/);
    expect(admin.password).not.toBe(user.password);
  });
});
