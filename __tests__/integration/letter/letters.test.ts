import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PUBLIC, systemActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { ok } from '@/lib/kernel/result';
import { sha256 } from '@/lib/paper/render/content-hash';
import { issueLetter, type LetterPayload } from '@/lib/letter/commands/issue-letter';
import { caseLetters, letterFile } from '@/lib/letter/queries';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { aSubmitted } from '../../builders/application';
import { anEnterprise } from '../../builders/people';
import { approveFinal, passFirst, refuseByTwo, returnWith } from '../../builders/review';
import { printedText } from '../../unit/receipt/support/printed-text';
import { enterpriseActor } from '../../support/context';
import { applicationWorld, type ApplicationWorld } from '../application/application-world';

jest.setTimeout(120_000);

let world: ApplicationWorld;
let close: () => Promise<void>;
const system = () => world.as(systemActor('letter'));

beforeAll(async () => {
  world = await applicationWorld();
  const workerPath = join(process.cwd(), '.cache', 'workers', 'receipt-worker.mjs');
  const printing = workerRenderer({ workerPath, secret: Buffer.alloc(32, 7), fonts: receiptFonts() });
  Object.assign(world.ports, { letters: printing.letters });
  close = () => printing.close();
});
afterAll(async () => {
  await close();
  await world.drop();
});

/** What the transaction of the last such act asked the queue for. */
async function asked(applicationId: string, event: string): Promise<LetterPayload> {
  const { id, action } = await world.db.auditEntry.findFirstOrThrow({
    where: { subjectId: applicationId, action: `application.${event}` },
    orderBy: { sequence: 'desc' },
  });
  const kind = { submit: 'receipt', returnFirst: 'correction', reject: 'refusal', approve: 'result' }[event] ?? action;
  return { kind, subjectId: applicationId, eventId: id };
}

/** The newest letter of a case with what is printed on it. */
async function theLetter(ctx: Context, applicationId: string) {
  const [line] = await caseLetters(ctx, applicationId);
  const file = line && (await letterFile(ctx, line.id));
  if (!line || !file) throw new Error('no letter');
  return { line, file, text: (await printedText(file.bytes)).flat().join('').replace(/\s/g, '') };
}

async function people() {
  const first = world.as(await world.reviewer(['FIRST_REVIEWER']));
  return { first, final: world.as(await world.reviewer(['FINAL_REVIEWER'])) };
}

describe('letters of a case', () => {
  it('one number, one file and one row of the log however many runs are under way, and nothing changes it after', async () => {
    const { applicationId } = await aSubmitted(world.stranger, {});
    const payload = await asked(applicationId, 'submit');
    const pdf = new TextEncoder().encode('%PDF-');
    const drawn = { pdf, sha256: sha256(pdf), contentSha256: '', codes: ['code'] };
    const ctx = { ...system(), ports: { ...world.ports, letters: { render: async () => ok(drawn) } } };
    await Promise.all(Array.from({ length: 20 }, () => issueLetter(ctx, payload)));
    expect(await world.db.letter.count({ where: { applicationId, pdfSha256: drawn.sha256 } })).toBe(1);
    expect(await world.db.auditEntry.count({ where: { subjectId: applicationId, action: 'letter.issue' } })).toBe(1);
    expect((await world.db.numberCounter.findFirst({ where: { kind: 'SL' } }))?.last).toBe(1);
    await expect(world.db.letter.updateMany({ data: { pdfBytes: 1 } })).rejects.toThrow(/kept as issued/);
  });

  it('收件凭证: a run that was cut off is taken up under the same number; read by the case’s readers alone', async () => {
    const { applicationId, number } = await aSubmitted(world.clerk, {});
    const payload = await asked(applicationId, 'submit');
    const cut = { render: () => Promise.reject(new Error('cut')) };
    await expect(issueLetter({ ...system(), ports: { ...world.ports, letters: cut } }, payload)).rejects.toThrow('cut');
    const frozen = await world.db.letter.findFirstOrThrow({ where: { applicationId } });
    expect(await caseLetters(world.clerk, applicationId)).toEqual([]);
    await issueLetter(system(), payload);
    const { line, file, text } = await theLetter(world.clerk, applicationId);
    expect(line.number).toBe(frozen.number);
    const kept = await world.db.letter.findFirstOrThrow({ where: { applicationId } });
    expect(sha256(file.bytes)).toBe(kept.pdfSha256);
    for (const value of [number, world.own.name, world.own.uscc, '欧阳文静', '2026年11月23日10:00', '第1次提交'])
      expect(text).toContain(value);
    const submission = await world.db.submission.findFirstOrThrow({ where: { applicationId } });
    const { attachments } = submission.snapshot as { attachments: { sha256: string }[] };
    for (const one of attachments) expect(text).toContain(one.sha256.slice(0, 12));
    expect(text).not.toMatch(/\d{17}[\dX]/);
    const { first } = await people();
    expect((await letterFile(first, line.id))?.name).toBe(`收件凭证${line.number}.pdf`);
    for (const ctx of [world.stranger, world.as(PUBLIC)]) expect(await letterFile(ctx, line.id)).toBeNull();
    await expect(caseLetters(world.stranger, applicationId)).rejects.toThrow(Denied);
  });

  it('补正通知书 tells every comment with its place, all at once, and the last day', async () => {
    const { first } = await people();
    const { applicationId, talentIds } = await aSubmitted(await another(), {});
    const deadline = await returnWith(first, applicationId, [
      { target: `talent:${talentIds[0]}:contractTo`, text: '合同结束日期与劳动合同不一致。' },
      { target: `attachment:labourContract:${talentIds[1]}`, text: '第 3 页不清晰，请重新上传。' },
    ]);
    await issueLetter(system(), await asked(applicationId, 'returnFirst'));
    const { line, text } = await theLetter(first, applicationId);
    const [year, month, day] = deadline.split('-').map(Number);
    for (const value of ['欧阳文静，', '合同结束日期与劳动合同不一致。', '张明远，劳动合同', '第3页不清晰', '一次告知'])
      expect(text).toContain(value);
    expect(text).toContain(`${year}年${month}月${day}日24:00`);
    expect(line.number).toMatch(/^BZ2026/);
  });

  it('不予支持通知书 gives the reason with its clause, the remedies and the day until which 复核 can be asked for', async () => {
    const { first, final } = await people();
    const { applicationId } = await aSubmitted(await another(), {});
    await refuseByTwo(first, final, applicationId, '所在岗位不在紧缺岗位目录内（实施细则第六条）。');
    await issueLetter(system(), await asked(applicationId, 'reject'));
    const { text } = await theLetter(final, applicationId);
    for (const value of ['实施细则第六条', '救济途径', '2026年12月7日24:00', '10个工作日'])
      expect(text).toContain(value);
  });

  it('审核结果通知书 says of each talent whether and why not, and how the amount came about with the cap', async () => {
    const { first, final } = await people();
    const { applicationId } = await aSubmitted(await another(), {});
    await passFirst(first, applicationId, [{ index: 1, reason: '合同期少于 36 个月（实施细则第五条）。' }]);
    await approveFinal(final, applicationId);
    await issueLetter(system(), await asked(applicationId, 'approve'));
    const { text } = await theLetter(final, applicationId);
    for (const value of ['张明远', '不予支持', '实施细则第五条', '年度上限', '500,000.00', '50,000.00', '伍万元整'])
      expect(text).toContain(value);
  });
});

/** Another enterprise, since one has one draft a year. */
async function another() {
  const {
    id: enterpriseId,
    name: enterpriseName,
    uscc,
    users,
  } = await anEnterprise(world.db, world.vault, {
    passwordHash: 'none',
  });
  return world.as(enterpriseActor({ id: users.super, enterpriseId, enterpriseName, uscc }));
}
