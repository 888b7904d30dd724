import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { contentHash } from '@/lib/db/content-hash';
import { newId } from '@/lib/db/ids';
import { downloadPaymentFile } from '@/lib/disbursement/commands/download-payment-file';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { publishBankLayout } from '@/lib/disbursement/commands/publish-bank-layout';
import { discardBankLayout, retireBankLayout } from '@/lib/disbursement/commands/retire-bank-layout';
import { takeBankLayout } from '@/lib/disbursement/commands/take-bank-layout';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { layoutChoices, layoutFile, layoutVersionDetail, layoutVersionLines } from '@/lib/disbursement/layout-queries';
import { paymentFileDetail } from '@/lib/disbursement/payment-queries';
import { decodeFor } from '@/lib/disbursement/rules/bank-layout';
import type { BankLayout } from '@/lib/disbursement/rules/bank-layout.schema';
import { FIRST_LAYOUTS, SAMPLE_LAYOUTS } from '@/lib/disbursement/rules/bank-layouts';
import { readPaymentFile } from '@/lib/disbursement/rules/payment-file';
import { bankAnswer, bringTo, confirmFile, done, payByFile } from '../../builders/disbursement';
import { staffActor } from '../../support/context';
import {
  aClearedCase,
  assertSound,
  disbursementWorld,
  NOW,
  PAPERS,
  type DisbursementWorld,
} from './disbursement-world';

let world: DisbursementWorld;
let admin: Context<StaffActor>;
beforeAll(async () => {
  world = await disbursementWorld();
  admin = world.as(staffActor(newId(), 'admin', 'SYSTEM_ADMIN'), NOW);
});
afterAll(() => world.drop());

const REASON = '按银行新的接口说明';
const [TAB] = SAMPLE_LAYOUTS as [BankLayout];
const payable = async () => bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYABLE');
const taken = async (layout: BankLayout) => done('take', await takeBankLayout(admin, { text: JSON.stringify(layout) }));
const published = async (layout: BankLayout) => {
  const { versionId } = await taken(layout);
  done('publish', await publishBankLayout(admin, { versionId, reason: REASON }));
  return versionId;
};
const choices = () => layoutChoices(world.finance.maker, [world.programme.programmeId]);
const usual = async () => (await choices()).usual[world.programme.programmeId];

describe('the layouts of banks', () => {
  it('stand in a new database as the program knew them, each by its hash', async () => {
    const rows = await world.db.bankLayoutVersion.findMany({ orderBy: { layoutId: 'asc' } });
    expect(rows.map(({ config }) => config)).toEqual(FIRST_LAYOUTS);
    expect(rows.map(({ sha256 }) => sha256)).toEqual(FIRST_LAYOUTS.map((layout) => contentHash(layout)));
  });

  it('are kept by the administrator alone', async () => {
    const { maker } = world.finance;
    await expect(takeBankLayout(maker, { text: '{}' })).rejects.toThrow(Denied);
    await expect(layoutVersionLines(maker)).rejects.toThrow(Denied);
  });

  it('are refused whole where they are wrong, and nothing is kept', async () => {
    const before = await world.db.bankLayoutVersion.count();
    expect(await takeBankLayout(admin, { text: '{"code": "X",, }' })).toMatchObject({
      refusal: { code: 'layout-not-json' },
    });
    expect(await takeBankLayout(admin, { text: JSON.stringify({ ...TAB, name: '' }) })).toMatchObject({
      refusal: { code: 'layout-wrong', faults: [expect.stringMatching(/^name：/)] },
    });
    expect(await takeBankLayout(admin, { text: JSON.stringify(FIRST_LAYOUTS[0]) })).toMatchObject({
      refusal: { code: 'layout-same' },
    });
    expect(await world.db.bankLayoutVersion.count()).toBe(before);
  });

  it('wait as one draft that nobody can choose, come out as they went in, and can be discarded', async () => {
    const first = await taken({ ...TAB, name: '第一次' });
    const second = await taken(TAB);
    expect(second.versionId).toBe(first.versionId);
    expect((await choices()).options).toHaveLength(3);
    expect(JSON.parse((await layoutFile(admin, second.versionId))?.text ?? '')).toEqual(TAB);
    const file = { programmeId: world.programme.programmeId, disbursementIds: [await payable()] };
    expect(await makePaymentFile(world.finance.maker, { ...file, layoutVersionId: second.versionId })).toMatchObject({
      refusal: { code: 'layout-not-in-use' },
    });
    done('discard', await discardBankLayout(admin, { versionId: second.versionId, reason: REASON }));
    expect(await layoutVersionDetail(admin, second.versionId)).toBeNull();
    expect(await world.db.bankLayout.count()).toBe(3);
  });

  it('are published with who did it, compared with the version before, and that one is retired', async () => {
    const first = await published(TAB);
    const { versionId } = await taken({ ...TAB, order: { ...TAB.order, remarkMax: 50 } });
    expect(await layoutVersionDetail(admin, versionId)).toMatchObject({
      ...{ number: 2, status: 'DRAFT', faults: [], code: 'YB-TAB' },
      changes: { against: 1, lines: [{ what: '附言', before: '不超过 32 字', after: '不超过 50 字' }] },
    });
    done('publish', await publishBankLayout(admin, { versionId, reason: REASON }));
    expect(await publishBankLayout(admin, { versionId, reason: REASON })).toMatchObject({
      refusal: { code: 'layout-not-a-draft' },
    });
    const rows = await world.db.bankLayoutVersion.findMany({ where: { id: { in: [first, versionId] } } });
    expect(rows.map(({ number, status, publishedById }) => [number, status, publishedById]).sort()).toEqual([
      [1, 'RETIRED', admin.actor.id],
      [2, 'PUBLISHED', admin.actor.id],
    ]);
    const log = await world.db.auditEntry.findMany({ where: { subjectId: versionId } });
    expect(log.map(({ action, detail }) => [action, (detail as { reason?: string }).reason])).toEqual([
      ['bankLayoutVersion.publish', REASON],
    ]);
  });

  it('once published are changed by nobody, nor does a payment file leave its own', async () => {
    const one = await world.db.bankLayoutVersion.findFirstOrThrow({ where: { status: 'PUBLISHED' } });
    const where = { id: one.id };
    await expect(world.db.bankLayoutVersion.update({ where, data: { config: {} } })).rejects.toThrow(/never changed/);
    await expect(world.db.bankLayoutVersion.delete({ where })).rejects.toThrow(/never changed/);
    const id = await payByFile(world.finance, [await payable()]);
    const file = await world.db.paymentFile.findUniqueOrThrow({ where: { id } });
    const other = await world.db.bankLayoutVersion.findFirstOrThrow({ where: { id: { not: file.layoutVersionId } } });
    await expect(world.db.paymentFile.update({ where: { id }, data: { layoutVersionId: other.id } })).rejects.toThrow(
      /keeps its layout/,
    );
  });
});

describe('a payment file', () => {
  it('keeps the version that it was made with: retired, it is still confirmed, downloaded and its result read', async () => {
    const { maker, checker } = world.finance;
    const { programmeId } = world.programme;
    const layout = { ...TAB, code: 'YB-OLD' };
    const versionId = await published(layout);
    const input = { programmeId, disbursementIds: [await payable()], layoutVersionId: versionId };
    const { id, number } = done('make', await makePaymentFile(maker, input));
    expect(await usual()).toBe(versionId);
    expect(await paymentFileDetail(checker, id)).toMatchObject({ layout: { name: layout.name, number: 1 } });
    const next = await published({
      ...layout,
      result: { ...layout.result, words: { PAID: ['好'], FAILED: ['坏'], RETURNED: [] } },
    });
    expect(await usual()).toBe(next);
    done('retire', await retireBankLayout(admin, { versionId: next, reason: REASON }));
    expect((await choices()).options.map((one) => one.id)).not.toContain(next);
    expect(await usual()).not.toBe(next);

    await confirmFile(checker, id);
    const { bytes, name } = done('download', await downloadPaymentFile(maker, { paymentFileId: id }));
    expect(name).toBe(`${number}.txt`);
    expect(readPaymentFile(decodeFor(layout.order, bytes), layout)).toMatchObject({ value: { number } });
    const answer = await bankAnswer(checker, id, { outcome: 'PAID' });
    const take = (of: Uint8Array) => takeResultFile(checker, { paymentFileId: id, bytes: of });
    expect(await take(new TextEncoder().encode(new TextDecoder('gb18030').decode(answer)))).toMatchObject({
      refusal: { code: 'result-encoding' },
    });
    expect(await take(answer.slice(0, -10))).toMatchObject({ refusal: { code: 'result-control' } });
    expect(await world.db.bankResult.count({ where: { paymentFileId: id } })).toBe(0);
    expect(done('take', await take(answer))).toMatchObject({ paid: 1, unmatched: 0 });
    await assertSound(world);
  });

  it('can always be made: the last layout in use is not retired', async () => {
    const rows = await world.db.bankLayoutVersion.findMany({ where: { status: 'PUBLISHED' } });
    const answers = [];
    for (const { id } of rows) answers.push(await retireBankLayout(admin, { versionId: id, reason: REASON }));
    expect(answers.slice(0, -1).every(({ ok }) => ok)).toBe(true);
    expect(answers.at(-1)).toMatchObject({ refusal: { code: 'layout-is-last' } });
  });
});
