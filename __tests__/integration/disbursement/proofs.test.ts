import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { decideLeft } from '@/lib/disbursement/commands/decide-left';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { makeBatch } from '@/lib/disbursement/commands/make-batch';
import { returnProof } from '@/lib/disbursement/commands/return-proof';
import { uploadProof } from '@/lib/disbursement/commands/upload-proof';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { aProofPaper, bringTo, confirmStanding, done, proveAll } from '../../builders/disbursement';
import { aClearedCase, assertSound, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const TODAY = shanghaiDay('2026-11-23');
const file = { bytes: aProofPaper(), name: '在职证明.pdf' };
const linesOf = (disbursementId: string) =>
  world.db.disbursementLine.findMany({ where: { disbursementId }, orderBy: { position: 'asc' } });
const standing = (id: string) => world.db.disbursement.findUniqueOrThrow({ where: { id } });
const reason = '已办理离职手续';

async function opened(amounts?: number[]) {
  const one = await aClearedCase(world, { amounts });
  const id = await bringTo(world.finance, PAPERS, one.id, 'AWAITING_PROOF');
  return { ...one, id, lineIds: (await linesOf(id)).map((line) => line.id) };
}

describe('上传在职证明', () => {
  it('takes one paper for several talents and moves on when the last one is in', async () => {
    const { id, lineIds } = await opened([1, 2, 3]);
    const upload = (lines: string[]) =>
      uploadProof(world.finance.clerk, { disbursementId: id, lineIds: lines, issuedOn: TODAY, file });
    expect(await upload(lineIds.slice(0, 2))).toEqual({ ok: true, value: { complete: false } });
    expect((await standing(id)).status).toBe('AWAITING_PROOF');
    expect(await upload(lineIds.slice(2))).toEqual({ ok: true, value: { complete: true } });
    expect((await standing(id)).status).toBe('AWAITING_CONFIRMATION');
    const proofs = await world.db.employmentProof.findMany({ where: { lineId: { in: lineIds } } });
    expect(new Set(proofs.map((proof) => proof.fileId)).size).toBe(2);
  });

  it('replaces the paper before it, which stays on record', async () => {
    const { id, lineIds } = await opened([1, 2]);
    const [lineId = ''] = lineIds;
    for (const days of [-9, -1]) {
      const issuedOn = addDays(TODAY, days);
      done('upload', await uploadProof(world.finance.clerk, { disbursementId: id, lineIds: [lineId], issuedOn, file }));
    }
    const proofs = await world.db.employmentProof.findMany({ where: { lineId }, orderBy: { id: 'asc' } });
    expect(proofs.map((proof) => [proof.issuedOn, proof.replacedAt === null])).toEqual([
      ['2026-11-14', false],
      ['2026-11-22', true],
    ]);
  });

  it('refuses a day in the future, a day too long ago, and a file that is none', async () => {
    const { id, lineIds } = await opened();
    const upload = (issuedOn: string, bytes = file.bytes) =>
      uploadProof(world.finance.clerk, {
        disbursementId: id,
        lineIds,
        issuedOn: shanghaiDay(issuedOn),
        file: { bytes, name: 'a.pdf' },
      });
    expect(await upload('2026-11-24')).toMatchObject({ refusal: { code: 'proof-in-future' } });
    expect(await upload('2026-10-23')).toMatchObject({ refusal: { code: 'proof-too-old', maxAgeDays: 30 } });
    expect(await upload('2026-11-20', new Uint8Array([1, 2, 3]))).toMatchObject({
      refusal: { code: 'file-type-unknown' },
    });
    expect(await world.db.employmentProof.count({ where: { lineId: { in: lineIds } } })).toBe(0);
  });

  it('belongs to the enterprise: another one is told nothing', async () => {
    const { id, lineIds } = await opened();
    const stranger = world.clerkOf(world.other);
    await expect(uploadProof(stranger, { disbursementId: id, lineIds, issuedOn: TODAY, file })).rejects.toThrow(Denied);
  });

  it('takes no talent of another disbursement', async () => {
    const [one, two] = [await opened(), await opened()];
    const foreign = { disbursementId: one.id, lineIds: two.lineIds, issuedOn: TODAY, file };
    expect(await uploadProof(world.finance.clerk, foreign)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('is done once when twenty send the last paper at once, and moves on once', async () => {
    const { id, lineIds } = await opened([5]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        uploadProof(world.finance.clerk, { disbursementId: id, lineIds, issuedOn: TODAY, file }),
      ),
    );
    expect(answers.some((answer) => answer.ok)).toBe(true);
    expect(await world.db.employmentProof.count({ where: { lineId: { in: lineIds }, replacedAt: null } })).toBe(1);
    const moves = await world.db.auditEntry.count({ where: { subjectId: id, action: 'disbursement.proofsComplete' } });
    expect(moves).toBe(1);
  });
});

describe('a proof that has grown too old', () => {
  it('sends the disbursement back at the confirmation, says whose it is, and lets only that one be wanted', async () => {
    const { id, lineIds } = await opened([1, 2]);
    const [first = '', second = ''] = lineIds;
    const upload = (lineId: string, issuedOn: string) =>
      uploadProof(world.finance.clerk, {
        disbursementId: id,
        lineIds: [lineId],
        issuedOn: shanghaiDay(issuedOn),
        file,
      });
    done('old', await upload(first, '2026-10-25'));
    done('new', await upload(second, '2026-11-20'));
    const later = world.financeAt(new Date('2026-11-26T02:00:00Z'));
    const row = await standing(id);
    const ids = { bankAccountId: row.bankAccountId ?? '', contactId: row.contactId ?? '' };
    expect(await confirm(later.clerk, { disbursementId: id, ...ids })).toEqual({
      ok: false,
      refusal: { code: 'proof-too-old', names: ['甲示例'], maxAgeDays: 30 },
    });
    expect((await standing(id)).status).toBe('AWAITING_PROOF');
    const renewed = { disbursementId: id, lineIds: [first], issuedOn: shanghaiDay('2026-11-25'), file };
    expect(await uploadProof(later.clerk, renewed)).toEqual({ ok: true, value: { complete: true } });
    await confirmStanding(later.clerk, id);
  });
});

describe('已离职', () => {
  it('stops the path and voids a printed receipt until 复审 has decided', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'AWAITING_RECEIPT');
    const [lineId = ''] = (await linesOf(id)).map((line) => line.id);
    done('declare', await declareLeft(world.finance.clerk, { disbursementId: id, lineId, reason }));
    expect((await standing(id)).status).toBe('AWAITING_PROOF');
    expect((await world.db.receipt.findFirstOrThrow({ where: { disbursementId: id } })).voidReason).toBe(
      '有人才申报已离职',
    );
    const again = await declareLeft(world.finance.clerk, { disbursementId: id, lineId, reason });
    expect(again).toMatchObject({ refusal: { code: 'left-not-open' } });
  });

  it('takes the money of that talent out, frees it and the person, and goes on over the rest', async () => {
    const { id, lineIds, talentIds } = await opened([100_000_00, 50_000_00]);
    await proveAll(world.finance.clerk, id);
    const [first = ''] = lineIds;
    done('declare', await declareLeft(world.finance.clerk, { disbursementId: id, lineId: first, reason }));
    const before = await world.db.enterpriseYear.findFirstOrThrow({ where: { enterpriseId: world.own.id } });
    const decision = { disbursementId: id, lineId: first, decision: 'falls-away' as const, reason: '已核实离职' };
    done('decide', await decideLeft(world.finance.final, decision));
    expect(await standing(id)).toMatchObject({ status: 'AWAITING_CONFIRMATION', amountFen: 50_000_00n });
    const after = await world.db.enterpriseYear.findFirstOrThrow({ where: { enterpriseId: world.own.id } });
    expect(before.grantedFen - after.grantedFen).toBe(100_000_00n);
    expect(await world.db.grantedPerson.count({ where: { talentId: talentIds[0] } })).toBe(0);
    expect(await world.db.grantedPerson.count({ where: { talentId: talentIds[1] } })).toBe(1);
    await assertSound(world);
  });

  it('goes on unchanged when 复审 lets the money stay, and wants no proof of that talent', async () => {
    const { id, lineIds } = await opened([7]);
    const [lineId = ''] = lineIds;
    done('declare', await declareLeft(world.finance.clerk, { disbursementId: id, lineId, reason }));
    const decision = { disbursementId: id, lineId, decision: 'stays' as const, reason: '离职前已满服务期' };
    done('decide', await decideLeft(world.finance.final, decision));
    expect(await standing(id)).toMatchObject({ status: 'AWAITING_CONFIRMATION', amountFen: 7n });
  });

  it('ends the disbursement when nobody is left, closes the case and gives everything free', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'FALLEN_AWAY');
    expect((await world.db.application.findUniqueOrThrow({ where: { id: one.id } })).status).toBe('CLOSED_UNPAID');
    expect(await world.db.grantedPerson.count({ where: { applicationId: one.id } })).toBe(0);
    expect((await standing(id)).amountFen).toBeGreaterThan(0n);
    await assertSound(world);
  });

  it('is decided once when twenty decide at once', async () => {
    const { id, lineIds } = await opened([10, 20, 30]);
    const [lineId = ''] = lineIds;
    done('declare', await declareLeft(world.finance.clerk, { disbursementId: id, lineId, reason }));
    const decision = { disbursementId: id, lineId, decision: 'falls-away' as const, reason: '已核实离职' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => decideLeft(world.finance.final, decision)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await standing(id)).amountFen).toBe(50n);
    await assertSound(world);
  });

  it('is decided by 复审 and nobody else', async () => {
    const { id, lineIds } = await opened();
    const decision = { disbursementId: id, lineId: lineIds[0] ?? '', decision: 'stays' as const, reason: '服务期已满' };
    await expect(decideLeft(world.finance.maker, decision)).rejects.toThrow(Denied);
  });

  it('is remembered: a talent who fell away does not come back with the next batch', async () => {
    const { id, number, lineIds } = await opened([100, 50]);
    const [lineId = ''] = lineIds;
    done('declare', await declareLeft(world.finance.clerk, { disbursementId: id, lineId, reason }));
    const decision = { disbursementId: id, lineId, decision: 'falls-away' as const, reason: '已核实离职' };
    done('decide', await decideLeft(world.finance.final, decision));
    const { leaveBatch } = await import('@/lib/disbursement/commands/leave-batch');
    done('leave', await leaveBatch(world.finance.maker, { disbursementId: id, reason: '另行安排' }));
    const { id: applicationId } = await world.db.application.findUniqueOrThrow({ where: { number } });
    const batch = done(
      'make',
      await makeBatch(world.finance.maker, {
        programmeId: world.programme.programmeId,
        year: 2026,
        applicationIds: [applicationId],
      }),
    );
    expect((await world.db.batchMember.findFirstOrThrow({ where: { batchId: batch.id } })).amountFen).toBe(50n);
  });
});

describe('a proof that finance returns', () => {
  it('is wanted anew, the receipt is voided, the other proofs stay', async () => {
    const one = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, one.id, 'RECEIPT_REVIEW');
    const [lineId = ''] = (await linesOf(id)).map((line) => line.id);
    const input = { disbursementId: id, lineIds: [lineId], reason: '证明没有盖章' };
    done('return', await returnProof(world.finance.maker, input));
    expect((await standing(id)).status).toBe('AWAITING_PROOF');
    expect(await world.db.employmentProof.count({ where: { line: { disbursementId: id }, replacedAt: null } })).toBe(1);
    await assertSound(world);
  });
});
