import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '@/lib/access/actor';
import { checkSmsCode, sendSmsCode, SMS_BUDGET_SETTING } from '@/lib/access/commands/sms-code';
import { explainSmsCode } from '@/lib/access/rules/sms-code-refusals';
import { transact } from '@/lib/db/transact';
import { newId } from '@/lib/db/ids';
import { send } from '@/lib/messaging/commands/send';
import { SEALED_BODY } from '@/lib/messaging/rules/secret-texts';
import { outboxMail, outboxSms } from '@/lib/drivers/mail/outbox';
import { accessWorld, later, NOW, type AccessWorld } from '../access/access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.smsCode.deleteMany();
  await world.db.rateCount.deleteMany();
  await world.db.devOutbox.deleteMany();
  await world.db.setting.deleteMany();
});

const MOBILE = '13800000001';
let subjectId = newId();
beforeEach(() => {
  subjectId = newId();
});

const ask = (at = NOW, given: { mobile?: string; address?: string; subjectId?: string } = {}) =>
  sendSmsCode(world.visitor({ at, address: given.address }), {
    purpose: 'registration',
    subjectId: given.subjectId ?? subjectId,
    mobile: given.mobile ?? MOBILE,
  });
const check = (code: string, at = NOW, given: { subjectId?: string; purpose?: 'registration' | 'bind-mobile' } = {}) =>
  checkSmsCode(world.visitor({ at }), { purpose: 'registration', subjectId, code, ...given });

/** Sends what waits and reads the newest SMS like the person at the telephone. */
async function readCodeOf(): Promise<string> {
  const ports = { ...world.ports, sms: outboxSms(world.db), mail: outboxMail(world.db) };
  const queued = await world.db.message.findMany({ where: { status: 'QUEUED' }, orderBy: { id: 'asc' } });
  for (const { id } of queued) await send({ ...world.as(systemActor('send')), ports }, { messageId: id });
  const newest = await world.db.devOutbox.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const code = /验证码(\d{6})/.exec(newest.body)?.[1];
  if (!code) throw new Error(newest.body);
  return code;
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a code by SMS', () => {
  it('opens what it was sent for, once', async () => {
    expect(await ask()).toEqual({ ok: true, value: { nextInSeconds: 60, expiresInSeconds: 300 } });
    const code = await readCodeOf();
    expect(await check(code)).toEqual({ ok: true });
    expect(await check(code)).toMatchObject({ refusal: { code: 'code-expired' } });
  });

  it('opens nothing for another subject or another purpose', async () => {
    await ask();
    const code = await readCodeOf();
    expect(await check(code, NOW, { subjectId: newId() })).toMatchObject({ refusal: { code: 'code-expired' } });
    expect(await check(code, NOW, { purpose: 'bind-mobile' })).toMatchObject({ refusal: { code: 'code-expired' } });
    expect(await check(code)).toEqual({ ok: true });
  });

  it('is good for five minutes and not a moment longer', async () => {
    await ask();
    const code = await readCodeOf();
    expect(await check(code, later(300))).toMatchObject({ refusal: { code: 'code-expired' } });
    expect(await check(code, later(299.999))).toEqual({ ok: true });
  });

  it('takes five wrong answers, says how many are left, and then not even the right one', async () => {
    await ask();
    const code = await readCodeOf();
    for (let left = 4; left >= 0; left -= 1)
      expect(await check(other(code))).toEqual({ ok: false, refusal: { code: 'code-wrong', triesLeft: left } });
    expect(await check(code)).toMatchObject({ refusal: { code: 'code-expired' } });
  });

  it('takes no more than five when fifty come at once', async () => {
    await ask();
    const code = await readCodeOf();
    const answers = await Promise.all(Array.from({ length: 50 }, () => check(other(code))));
    expect(answers.filter((one) => !one.ok && one.refusal.code === 'code-wrong')).toHaveLength(5);
  });

  it('opens once when the right one is handed in twenty times at once', async () => {
    await ask();
    const code = await readCodeOf();
    const answers = await Promise.all(Array.from({ length: 20 }, () => check(code)));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
  });

  it('is replaced by the next one', async () => {
    await ask();
    const first = await readCodeOf();
    await ask(later(60));
    const second = await readCodeOf();
    if (first !== second) expect(await check(first, later(61))).toMatchObject({ refusal: { code: 'code-wrong' } });
    expect(await check(second, later(61))).toEqual({ ok: true });
  });

  it('is not checked inside a transaction, where a refusal would give the try back', async () => {
    await ask();
    const inside = transact(world.visitor(), (tx) =>
      checkSmsCode(tx, { purpose: 'registration', subjectId, code: '000000' }),
    );
    await expect(inside).rejects.toThrow('before the transaction');
  });
});

describe('how often codes go out', () => {
  it('to one number once in sixty seconds, and the refusal says the seconds', async () => {
    await ask();
    const again = await ask(later(18));
    expect(again).toEqual({ ok: false, refusal: { code: 'code-too-often', waitSeconds: 42 } });
    if (!again.ok && again.refusal.code === 'code-too-often')
      expect(explainSmsCode['code-too-often'](again.refusal)).toMatchObject({
        title: '发送过于频繁',
        why: expect.stringContaining('42 秒'),
      });
    expect(await ask(later(60))).toMatchObject({ ok: true });
  });

  it('to one number five times a day, whatever they are for', async () => {
    for (let time = 0; time < 5; time += 1)
      expect(await ask(later(time * 3600), { subjectId: newId() })).toMatchObject({ ok: true });
    expect(await ask(later(5 * 3600))).toMatchObject({ refusal: { code: 'code-too-often', waitSeconds: 19 * 3600 } });
    expect(await ask(later(24 * 3600))).toMatchObject({ ok: true });
  });

  it('for one network address ten times an hour, to whatever numbers', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => ask(NOW, { mobile: `1380000010${n}` }));
    expect((await Promise.all(ten)).every((one) => one.ok)).toBe(true);
    expect(await ask(NOW, { mobile: '13800000200' })).toMatchObject({ refusal: { code: 'code-too-often' } });
    expect(await ask(NOW, { mobile: '13800000200', address: '198.51.100.4' })).toMatchObject({ ok: true });
  });

  it('once when twenty are asked for at the same moment', async () => {
    const asked = Array.from({ length: 20 }, (_, n) => ask(NOW, { address: `198.51.100.${n}` }));
    expect((await Promise.all(asked)).filter((one) => one.ok)).toHaveLength(1);
    expect(await world.db.smsCode.count()).toBe(1);
  });

  it('no more in a day than the operator pays for; the log tells before it is spent', async () => {
    await world.db.setting.create({ data: { key: SMS_BUDGET_SETTING, value: 5, updatedAt: NOW } });
    const before = await world.db.auditEntry.count({ where: { action: 'sms.budget' } });
    for (let n = 0; n < 5; n += 1) expect(await ask(NOW, { mobile: `1380000030${n}` })).toMatchObject({ ok: true });
    expect(await ask(NOW, { mobile: '13800000400' })).toMatchObject({ refusal: { code: 'codes-spent' } });
    expect(await world.db.auditEntry.count({ where: { action: 'sms.budget' } })).toBe(before + 1);
    expect(await ask(later(24 * 3600), { mobile: '13800000400' })).toMatchObject({ ok: true });
  });
});

describe('what is kept of a code', () => {
  it('neither code nor number stand in the clear anywhere, and the sealed text is gone once it was sent', async () => {
    await ask();
    const [queued] = await world.db.message.findMany({ where: { kind: 'code' }, orderBy: { id: 'desc' }, take: 1 });
    const place = { tableName: 'message', columnName: 'body', rowId: queued?.id };
    expect(await world.db.sealedValue.count({ where: place })).toBe(1);
    const code = await readCodeOf();
    const kept = JSON.stringify([
      await world.db.smsCode.findMany(),
      await world.db.message.findMany(),
      await world.db.auditEntry.findMany(),
      await world.db.sealedValue.findMany(),
      await world.db.rateCount.findMany(),
    ]);
    expect(kept).not.toContain(MOBILE);
    // Digits may turn up by chance inside an id or a hash; as a value of their own, or in a text, they may not.
    expect(kept).not.toMatch(new RegExp(`(?<![\\w-])${code}(?![\\w-])`));
    expect(queued).toMatchObject({ body: SEALED_BODY, enterpriseId: null });
    expect(await world.db.sealedValue.count({ where: place })).toBe(0);
  });
});
