import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { systemActor } from '@/lib/access/actor';
import { attachRegistrationPaper } from '@/lib/enterprise/commands/attach-registration-paper';
import { amendRegistration } from '@/lib/enterprise/commands/amend-registration';
import { askSupport } from '@/lib/enterprise/commands/ask-support';
import { expireRegistrations } from '@/lib/enterprise/commands/expire-registrations';
import { finishRegistration } from '@/lib/enterprise/commands/finish-registration';
import { openRegistration } from '@/lib/enterprise/commands/open-registration';
import { saveRegistration } from '@/lib/enterprise/commands/save-registration';
import { sendRegistrationCode } from '@/lib/enterprise/commands/send-registration-code';
import { submitRegistration } from '@/lib/enterprise/commands/submit-registration';
import { registrationHere, registrationFile } from '@/lib/enterprise/registration-queries';
import { photographPdf } from '../../builders/receipt';
import { registrationAnswers } from '../../builders/registration';
import { lastSmsCode } from '../../builders/registering';
import { streamOf } from '../../builders/stream-of';
import { minutesLater, registrationWorld, type RegistrationWorld } from './registration-world';

let world: RegistrationWorld;
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.drop());

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code);
const statusOf = async (id: string) => (await world.db.registration.findUniqueOrThrow({ where: { id } })).status;

const smsCode = () => lastSmsCode(world);

async function handedIn() {
  const one = await world.aWholeOne();
  expect(code(await submitRegistration(world.visitor(), one))).toBe('ok');
  return one;
}

describe('a firm that registers', () => {
  it('gets what the register knows filled in, and name and USCC from the proof alone', async () => {
    const [firm, browser] = [await world.aFirm(), world.aBrowser()];
    await openRegistration(world.visitor(), { proofId: await world.aProof(firm, browser), browser });
    const changes = [
      { fieldId: 'uscc', value: '91320599MA00000000' },
      { fieldId: 'name', value: '别家公司' },
      { fieldId: 'telephone', value: '0512-66680000' },
    ];
    await saveRegistration(world.visitor(), { browser, changes });
    const view = await registrationHere(world.visitor(), browser);
    expect(view).toMatchObject({ uscc: firm.uscc, enterpriseName: firm.name, status: 'PROVEN' });
    expect(view?.answers).toEqual({ type: '有限责任公司', legalRepresentative: '郑知远', telephone: '0512-66680000' });
    expect(view?.fromRegister).toEqual({ type: '2026-11-02', legalRepresentative: '2026-11-02' });
  });

  it('keeps everything that was typed, right or wrong, and shows of personal numbers the mask only', async () => {
    const [firm, browser] = [await world.aFirm(), world.aBrowser()];
    await openRegistration(world.visitor(), { proofId: await world.aProof(firm, browser), browser });
    const typed = registrationAnswers(7);
    const changes = [
      { fieldId: 'administratorIdType', value: 'RESIDENT_ID' },
      { fieldId: 'administratorIdNumber', value: '320599199001011234' },
      { fieldId: 'administratorMobile', value: typed.administratorMobile ?? '' },
      { fieldId: 'postcode', value: '2150' },
    ];
    const saved = await saveRegistration(world.visitor(), { browser, changes });
    const value = saved.ok ? saved.value : null;
    expect(value?.answers.postcode).toBe('2150');
    expect(value?.sealed.administratorIdNumber?.ok).toContain('校验码');
    expect(value?.sealed.administratorMobile).toMatchObject({ ok: true });
    const row = await world.db.registration.findFirstOrThrow({ where: { uscc: firm.uscc } });
    expect(JSON.stringify(row)).not.toContain(typed.administratorMobile);
    expect(JSON.stringify(value)).not.toContain(typed.administratorMobile);
  });

  it('takes the same registration up again in another browser with the same key, and the first browser lets go', async () => {
    const [firm, first, second] = [await world.aFirm(), world.aBrowser(), world.aBrowser()];
    const begun = await openRegistration(world.visitor(), { proofId: await world.aProof(firm, first), browser: first });
    await saveRegistration(world.visitor(), { browser: first, changes: [{ fieldId: 'postcode', value: '215000' }] });
    const again = await openRegistration(world.visitor(minutesLater(600)), {
      proofId: await world.aProof(firm, second, minutesLater(600)),
      browser: second,
    });
    expect(again).toMatchObject({ ok: true, value: { isResumed: true } });
    expect(again.ok && begun.ok && again.value.registrationId === begun.value.registrationId).toBe(true);
    expect((await registrationHere(world.visitor(), second))?.answers.postcode).toBe('215000');
    expect(await registrationHere(world.visitor(), first)).toBeNull();
  });

  it('begins once, however often the proof is sent in', async () => {
    const [firm, browser] = [await world.aFirm(), world.aBrowser()];
    const proofId = await world.aProof(firm, browser);
    await Promise.all(
      Array.from({ length: 20 }, () => openRegistration(world.visitor(), { proofId, browser }).catch(() => null)),
    );
    expect(await world.db.registration.count({ where: { uscc: firm.uscc } })).toBe(1);
  });

  it('is refused with 无法匹配法人库 when the register has another name, and with 该企业已注册 once it is registered', async () => {
    const [firm, browser] = [await world.aFirm(), world.aBrowser()];
    const renamed = { ...firm, name: '苏州别名有限公司' };
    const proofId = await world.aProof(renamed, browser);
    expect(code(await openRegistration(world.visitor(), { proofId, browser }))).toBe('not-in-register');

    const done = await handedIn();
    await sendRegistrationCode(world.visitor(), done);
    await finishRegistration(world.visitor(), { ...done, code: await smsCode() });
    const again = world.aBrowser();
    const late = { proofId: await world.aProof(done.firm, again), browser: again };
    expect(code(await openRegistration(world.visitor(), late))).toBe('already-registered');
  });

  it('is refused without a proof of this very browser and purpose', async () => {
    const [firm, browser] = [await world.aFirm(), world.aBrowser()];
    const proofId = await world.aProof(firm, browser);
    expect(code(await openRegistration(world.visitor(), { proofId, browser: world.aBrowser() }))).toBe('proof-missing');
    expect(code(await openRegistration(world.visitor(minutesLater(31)), { proofId, browser }))).toBe('proof-missing');
  });
});

describe('提交注册', () => {
  it('names every field and paper that is missing', async () => {
    const [firm, browser] = [await world.aFirm(), world.aBrowser()];
    await openRegistration(world.visitor(), { proofId: await world.aProof(firm, browser), browser });
    const refused = await submitRegistration(world.visitor(), { browser });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'registration-incomplete' } });
    const missing = !refused.ok && refused.refusal.code === 'registration-incomplete' ? refused.refusal.missing : [];
    expect(missing.length).toBe(26);
  });

  it('needs a proof not older than thirty minutes, and keeps everything for the next one', async () => {
    const one = await world.aWholeOne();
    expect(code(await submitRegistration(world.visitor(minutesLater(30)), one))).toBe('proof-too-old');
    const proofId = await world.aProof(one.firm, one.browser, minutesLater(31));
    await openRegistration(world.visitor(minutesLater(31)), { proofId, browser: one.browser });
    expect(code(await submitRegistration(world.visitor(minutesLater(32)), one))).toBe('ok');
    expect(await statusOf(one.id)).toBe('SUBMITTED');
  });

  it('does its work once for twenty clicks, and spends the proof', async () => {
    const one = await world.aWholeOne();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitRegistration(world.visitor(), one)));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const acts = await world.db.auditEntry.count({ where: { subjectId: one.id, action: 'registration.submit' } });
    expect(acts).toBe(1);
    const proof = await world.db.caProof.findFirstOrThrow({ where: { uscc: one.firm.uscc } });
    expect(proof.spentAt).not.toBeNull();
    expect(
      code(await saveRegistration(world.visitor(), { ...one, changes: [{ fieldId: 'postcode', value: '1' }] })),
    ).toBe('registration-closed');
  });

  it('refuses a form that says what no longer holds, and takes it once it is printed, stamped and uploaded anew', async () => {
    const one = await world.aWholeOne();
    const upload = async () => {
      const pdf = await world.printed(one.browser, 'administrator-filing');
      const jpeg = await photographPdf(pdf, { owner: one.firm.name, seed: 7 });
      const paper = { browser: one.browser, kind: 'administrator-filing' as const, name: '备案.jpg' };
      return attachRegistrationPaper(world.visitor(), paper, streamOf(jpeg));
    };
    expect(await upload()).toMatchObject({ ok: true, value: { check: { state: 'match', version: 1 } } });
    const changes = [{ fieldId: 'administratorDepartment', value: '人力资源部' }];
    await saveRegistration(world.visitor(), { ...one, changes });
    const refused = await submitRegistration(world.visitor(), one);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'registration-incomplete', missing: [{ id: 'administrator-filing', kind: 'wrong' }] },
    });
    expect(await upload()).toMatchObject({ ok: true, value: { check: { state: 'match', version: 2 } } });
    expect(code(await submitRegistration(world.visitor(), one))).toBe('ok');
  });

  it('can be taken back to mend the mobile, and then asks for the key again', async () => {
    const one = await handedIn();
    expect(code(await amendRegistration(world.visitor(), one))).toBe('ok');
    expect(await statusOf(one.id)).toBe('PROVEN');
    await saveRegistration(world.visitor(), {
      ...one,
      changes: [{ fieldId: 'administratorMobile', value: '13800009999' }],
    });
    expect(code(await submitRegistration(world.visitor(), one))).toBe('proof-too-old');
  });
});

describe('获取验证码 and the end', () => {
  it('sends one code a minute and ends with two accounts whose passwords open the door', async () => {
    const one = await handedIn();
    expect(await sendRegistrationCode(world.visitor(), one)).toMatchObject({ ok: true });
    const sent = await smsCode();
    expect(code(await sendRegistrationCode(world.visitor(), one))).toBe('code-too-often');
    const wrong = sent === '000000' ? '000001' : '000000';
    expect(code(await finishRegistration(world.visitor(), { ...one, code: wrong }))).toBe('code-wrong');
    expect(code(await finishRegistration(world.visitor(), { ...one, code: sent }))).toBe('ok');

    const enterprise = await world.db.enterprise.findUniqueOrThrow({
      where: { uscc: one.firm.uscc },
      include: { users: true, contacts: true },
    });
    expect(enterprise.users.map(({ username, role }) => [username, role]).sort()).toEqual([
      ['admin', 'ADMIN'],
      ['super', 'SUPER'],
    ]);
    expect(enterprise.contacts).toHaveLength(1);
    expect(enterprise.name).toBe(one.firm.name);
    expect(JSON.stringify(enterprise.profile)).toContain('1,000 万元人民币');
    expect(await statusOf(one.id)).toBe('DONE');
    expect((await registrationHere(world.visitor(), one.browser))?.status).toBe('DONE');
  });

  it('is wrong after five minutes', async () => {
    const one = await handedIn();
    await sendRegistrationCode(world.visitor(), one);
    const late = world.visitor(minutesLater(6));
    expect(code(await finishRegistration(late, { ...one, code: await smsCode() }))).toBe('code-expired');
  });

  it('makes one enterprise of twenty clicks', async () => {
    const one = await handedIn();
    await sendRegistrationCode(world.visitor(), one);
    const sent = await smsCode();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => finishRegistration(world.visitor(), { ...one, code: sent })),
    );
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await world.db.enterprise.count({ where: { uscc: one.firm.uscc } })).toBe(1);
    expect(await world.db.enterpriseUser.count({ where: { enterprise: { uscc: one.firm.uscc } } })).toBe(2);
  });

  it('says 注册失败 with a number when the commit fails, keeps all of it, and ends well on the next try without a new code', async () => {
    const one = await handedIn();
    await sendRegistrationCode(world.visitor(), one);
    const sent = await smsCode();
    const mend = await world.breakInsert(one.firm.uscc);
    const failed = await finishRegistration(world.visitor(), { ...one, code: sent });
    await mend();
    expect(failed).toMatchObject({ ok: false, refusal: { code: 'registration-failed' } });
    const errorNumber = !failed.ok && failed.refusal.code === 'registration-failed' ? failed.refusal.errorNumber : '';
    expect(errorNumber).toMatch(/^ZC-[0-9A-F]{8}$/);
    expect(await world.db.enterprise.count({ where: { uscc: one.firm.uscc } })).toBe(0);

    const ask = { browser: one.browser, errorNumber, contact: '周喆堃', telephone: '0512-66680000' };
    await askSupport(world.visitor(), ask);
    await askSupport(world.visitor(), ask);
    const tickets = await world.db.supportTicket.findMany({ where: { errorNumber } });
    expect(tickets).toMatchObject([{ company: one.firm.name, contact: '周喆堃', status: 'OPEN' }]);
    expect(JSON.stringify(tickets)).not.toContain('66680000');

    expect(code(await finishRegistration(world.visitor(minutesLater(8)), { ...one, code: '' }))).toBe('ok');
    expect(await statusOf(one.id)).toBe('DONE');
  });
});

describe('what is left lying', () => {
  it('expires after seven days, and nobody reads it any more', async () => {
    const one = await world.aWholeOne();
    const eightDays = minutesLater(8 * 24 * 60);
    await expireRegistrations(world.as(systemActor('sweep'), eightDays));
    expect(await statusOf(one.id)).toBe('EXPIRED');
    expect(await registrationHere(world.visitor(eightDays), one.browser)).toBeNull();
  });

  it('is shown to no other browser: neither what was typed nor what was uploaded', async () => {
    const one = await world.aWholeOne();
    const other = world.aBrowser();
    const [paper] = await world.db.registrationPaper.findMany({ where: { registrationId: one.id }, take: 1 });
    const fileId = paper?.fileId ?? '';
    expect(await registrationHere(world.visitor(), other)).toBeNull();
    expect(await registrationFile(world.visitor(), other, fileId)).toBeNull();
    expect(await registrationFile(world.visitor(), one.browser, fileId)).not.toBeNull();
    expect(code(await submitRegistration(world.visitor(), { browser: other }))).toBe('no-registration');
  });
});
