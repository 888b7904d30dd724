import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { adjustAccount } from '@/lib/disbursement/commands/adjust-account';
import { adjustContact } from '@/lib/disbursement/commands/adjust-contact';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { confirmPaymentFile } from '@/lib/disbursement/commands/confirm-payment-file';
import { decideLeft } from '@/lib/disbursement/commands/decide-left';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { leaveBatch } from '@/lib/disbursement/commands/leave-batch';
import { makeBatch } from '@/lib/disbursement/commands/make-batch';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { releaseBatch } from '@/lib/disbursement/commands/release-batch';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { uploadProof } from '@/lib/disbursement/commands/upload-proof';
import { bankLayoutSchema } from '@/lib/disbursement/rules/bank-layout.schema';
import { resultBytes, resultText } from '@/lib/disbursement/rules/bank-result-sample';
import type { BankOutcome } from '@/lib/disbursement/rules/bank-result';
import type { DisbursementStatus } from '@/lib/disbursement/rules/states';
import type { Result } from '@/lib/kernel/result';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';

/** The people whom a disbursement needs, each at the instant of the act. */
export type Finance = {
  readonly clerk: Context<EnterpriseActor>;
  readonly maker: Context<StaffActor>;
  readonly checker: Context<StaffActor>;
  readonly final: Context<StaffActor>;
};

/** What is done about the paper: print it, photograph and hand it in, look at it and accept it. */
export type Papers = {
  print(clerk: Context<EnterpriseActor>, disbursementId: string): Promise<void>;
  submit(clerk: Context<EnterpriseActor>, disbursementId: string): Promise<void>;
  accept(maker: Context<StaffActor>, disbursementId: string): Promise<void>;
};

/** The value of an answer, or an error that says which act was refused and why. */
export function done<T>(act: string, answer: Result<T, { readonly code: string }>): T {
  if (!answer.ok) throw new Error(`${act}: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

/** A small PDF that says nothing and is whole. */
export function aProofPaper(): Uint8Array {
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object) => {
    const at = body.length;
    body += object;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body + xref + trailer);
}

/** Makes and releases a batch over these cases of one programme year; answers the batch. */
export async function batchOf(
  { maker, checker }: Pick<Finance, 'maker' | 'checker'>,
  applicationIds: readonly string[],
): Promise<{ id: string; number: string }> {
  const [first] = applicationIds;
  const { programmeId, programmeYear: year } = await maker.db.application.findUniqueOrThrow({ where: { id: first } });
  const batch = done('makeBatch', await makeBatch(maker, { programmeId, year, applicationIds }));
  const members = await maker.db.batchMember.findMany({ where: { batchId: batch.id } });
  const totalFen = members.reduce((sum, member) => sum + Number(member.amountFen), 0);
  done('releaseBatch', await releaseBatch(checker, { batchId: batch.id, stated: { count: members.length, totalFen } }));
  return batch;
}

/** The live disbursement of a case. */
export async function disbursementOf(ctx: Context, applicationId: string): Promise<string> {
  const where = { applicationId, status: { notIn: ['CANCELLED', 'LAPSED', 'FALLEN_AWAY'] as DisbursementStatus[] } };
  return (await ctx.db.disbursement.findFirstOrThrow({ where, select: { id: true } })).id;
}

/** Uploads one 在职证明 for everybody of whom one is wanted. */
export async function proveAll(clerk: Context<EnterpriseActor>, disbursementId: string): Promise<void> {
  const lines = await clerk.db.disbursementLine.findMany({ where: { disbursementId, state: 'KEPT' } });
  const input = {
    disbursementId,
    lineIds: lines.map((line) => line.id),
    issuedOn: addDays(shanghaiDayOf(clerk.now), -3),
    file: { bytes: aProofPaper(), name: '在职证明.pdf' },
  };
  done('uploadProof', await uploadProof(clerk, input));
}

/** Confirms the account and the contact that stand there; where none does, the first of the enterprise is chosen. */
export async function confirmStanding(clerk: Context<EnterpriseActor>, disbursementId: string): Promise<void> {
  const row = await clerk.db.disbursement.findUniqueOrThrow({ where: { id: disbursementId } });
  const where = { enterpriseId: clerk.actor.enterpriseId, retiredAt: null };
  const bankAccountId = row.bankAccountId ?? (await clerk.db.bankAccount.findFirstOrThrow({ where })).id;
  const contactId = row.contactId ?? (await clerk.db.contact.findFirstOrThrow({ where })).id;
  if (!row.bankAccountId) done('adjustAccount', await adjustAccount(clerk, { disbursementId, bankAccountId }));
  if (!row.contactId) done('adjustContact', await adjustContact(clerk, { disbursementId, contactId }));
  done('confirm', await confirm(clerk, { disbursementId, bankAccountId, contactId }));
}

/** Makes a payment file over payable disbursements and has it confirmed; answers its id. */
export async function payByFile(
  { maker, checker }: Pick<Finance, 'maker' | 'checker'>,
  disbursementIds: readonly string[],
  layoutVersionId?: string,
): Promise<string> {
  const [first] = disbursementIds;
  const row = await maker.db.disbursement.findUniqueOrThrow({ where: { id: first }, include: { application: true } });
  const { programmeId } = row.application;
  const input = { programmeId, disbursementIds, layoutVersionId };
  const file = done('makePaymentFile', await makePaymentFile(maker, input));
  await confirmFile(checker, file.id);
  return file.id;
}

export async function confirmFile(checker: Context<StaffActor>, paymentFileId: string): Promise<void> {
  const { lineCount, totalFen, sha256 } = await checker.db.paymentFile.findUniqueOrThrow({
    where: { id: paymentFileId },
  });
  const stated = { count: lineCount, totalFen: Number(totalFen) };
  const input = { paymentFileId, stated, sha256, hashHead: sha256.slice(0, 8) };
  done('confirmPaymentFile', await confirmPaymentFile(checker, input));
}

/** The result file as the bank would write it, in the layout of the file: an answer for every line of it. */
export async function bankAnswer(
  ctx: Context,
  paymentFileId: string,
  answer: { readonly outcome: BankOutcome; readonly code?: string; readonly reference?: string },
): Promise<Uint8Array> {
  const { lines, number, layoutVersion } = await ctx.db.paymentFile.findUniqueOrThrow({
    where: { id: paymentFileId },
    include: { lines: { orderBy: { position: 'asc' } }, layoutVersion: true },
  });
  const layout = bankLayoutSchema.parse(layoutVersion.config);
  const said = lines.map(({ lineNumber, accountTail, amountFen }) => ({
    ...{ lineNumber, accountTail, amountFen: Number(amountFen), on: shanghaiDayOf(ctx.now) },
    ...{ outcome: answer.outcome, reasonCode: answer.code ?? '' },
    bankReference: answer.outcome === 'PAID' ? (answer.reference ?? `B${lineNumber.replace(/\D/g, '')}`) : '',
  }));
  return resultBytes(resultText(said, layout, number), layout);
}

export async function settleAll(
  checker: Context<StaffActor>,
  paymentFileId: string,
  answer: { readonly outcome: BankOutcome; readonly code?: string },
): Promise<void> {
  const bytes = await bankAnswer(checker, paymentFileId, answer);
  done('takeResultFile', await takeResultFile(checker, { paymentFileId, bytes }));
}

type Reachable = Exclude<DisbursementStatus, 'LAPSED'>;

/** The way of most: where each status is reached by one act from the one before. */
const WAY: readonly Reachable[] = [
  'AWAITING_PROOF',
  'AWAITING_CONFIRMATION',
  'AWAITING_PRINT',
  'AWAITING_RECEIPT',
  'RECEIPT_REVIEW',
  'PAYABLE',
  'PAYING',
];

/**
 * Brings a cleared case to a status of its disbursement by the acts of the people themselves; answers the disbursement.
 * PAYMENT_FAILED fails for the account unless a bank's code is given.
 */
export async function bringTo(
  finance: Finance,
  papers: Papers,
  applicationId: string,
  status: Reachable,
  failureCode = 'AC04',
): Promise<string> {
  const { clerk, maker, checker } = finance;
  await batchOf(finance, [applicationId]);
  const id = await disbursementOf(maker, applicationId);
  if (status === 'CANCELLED') {
    done('leaveBatch', await leaveBatch(maker, { disbursementId: id, reason: '待补充材料，另行安排批次' }));
    return id;
  }
  if (status === 'FALLEN_AWAY') return allLeft(finance, id);
  const last = WAY.includes(status) ? WAY.indexOf(status) : WAY.length - 1;
  const acts = [
    () => proveAll(clerk, id),
    () => confirmStanding(clerk, id),
    () => papers.print(clerk, id),
    () => papers.submit(clerk, id),
    () => papers.accept(maker, id),
  ];
  for (const act of acts.slice(0, last)) await act();
  if (last < WAY.length - 1) return id;
  const fileId = await payByFile(finance, [id]);
  if (status === 'PAID') await settleAll(checker, fileId, { outcome: 'PAID' });
  if (status === 'PAYMENT_FAILED') await settleAll(checker, fileId, { outcome: 'FAILED', code: failureCode });
  return id;
}

async function allLeft({ clerk, final }: Finance, disbursementId: string): Promise<string> {
  for (const line of await clerk.db.disbursementLine.findMany({ where: { disbursementId } })) {
    const input = { disbursementId, lineId: line.id, reason: '已办理离职手续' };
    done('declareLeft', await declareLeft(clerk, input));
    done('decideLeft', await decideLeft(final, { ...input, decision: 'falls-away', reason: '已核实离职' }));
  }
  return disbursementId;
}
