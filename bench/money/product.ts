import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { adjustContact } from '@/lib/disbursement/commands/adjust-contact';
import { agreeUnmatched } from '@/lib/disbursement/commands/agree-unmatched';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { confirmPaymentFile } from '@/lib/disbursement/commands/confirm-payment-file';
import { decideLeft } from '@/lib/disbursement/commands/decide-left';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { closeBatch, discardBatch } from '@/lib/disbursement/commands/discard-batch';
import { explainUnmatched } from '@/lib/disbursement/commands/explain-unmatched';
import { liftHold, putHold } from '@/lib/disbursement/commands/hold';
import { lapseIdle } from '@/lib/disbursement/commands/lapse-idle';
import { remindDisbursements } from '@/lib/disbursement/commands/remind-disbursements';
import { leaveBatch } from '@/lib/disbursement/commands/leave-batch';
import { makeBatch } from '@/lib/disbursement/commands/make-batch';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { mendAccount } from '@/lib/disbursement/commands/mend-account';
import { releaseBatch } from '@/lib/disbursement/commands/release-batch';
import { reopenReceipt } from '@/lib/disbursement/commands/reopen-receipt';
import { retryPayment } from '@/lib/disbursement/commands/retry-payment';
import { returnProof } from '@/lib/disbursement/commands/return-proof';
import { revive } from '@/lib/disbursement/commands/revive';
import { stopTalents } from '@/lib/disbursement/commands/stop-talents';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { uploadProof } from '@/lib/disbursement/commands/upload-proof';
import {
  discardPaymentFile,
  stateNeverSent,
  withdrawPaymentFile,
} from '@/lib/disbursement/commands/withdraw-payment-file';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { BuiltLayout } from '@/__tests__/builders/bank-layouts';
import { aProofPaper } from '@/__tests__/builders/disbursement';
import { caseOf, type Act, type MatterAct } from './acts';
import type { Books, Case, Matter } from './books';
import type { Ids } from './ids';
import { movePaper, print } from './papers';
import { YEAR, type Moment, type Stage } from './people';
import { writeResult } from './result-file';

export type Answer = { readonly ok: boolean; readonly refusal?: { readonly code: string } };

const reason = '随机运行';

/** Carries an act out by the product's own commands; the reference books only say whose case it is. */
export async function carryOut(stage: Stage, ids: Ids, books: Books, act: Act, at: Moment): Promise<Answer> {
  const { programmeId } = stage.programme;
  const maker = stage.staff('maker', at);
  const checker = stage.staff('checker', at);
  switch (act.kind) {
    case 'approve':
      return approve(stage, ids, act, at);
    case 'makeBatch':
      return makeBatch(maker, { programmeId, year: YEAR, applicationIds: act.cases.map((id) => ids.cases[id] ?? '') });
    case 'releaseBatch': {
      const members = books.batches[act.batch]?.members ?? [];
      const stated = { count: members.length, totalFen: members.reduce((sum, { fen }) => sum + fen, 0) };
      return releaseBatch(checker, { batchId: ids.batches[act.batch] ?? '', stated });
    }
    case 'discardBatch':
      return discardBatch(maker, { batchId: ids.batches[act.batch] ?? '' });
    case 'closeBatch':
      return closeBatch(checker, { batchId: ids.batches[act.batch] ?? '' });
    case 'declareLeft':
    case 'decideLeft':
      return onPart(stage, ids, books, act, at);
    case 'stop': {
      const of = books.cases[act.case] as Case;
      const talentIds = act.persons.map((person) => ids.talent(of.id, person));
      const input = { applicationId: ids.cases[of.id] ?? '', talentIds, reason };
      return transact(stage.staff('final', at), (tx) => stopTalents(tx, input));
    }
    case 'makeFile':
      return makePaymentFile(maker, {
        ...{ programmeId, layoutVersionId: bankOf(stage, ids.files.length).versionId },
        disbursementIds: act.matters.map((id) => ids.matters[id] ?? ''),
      });
    case 'discardFile':
      return discardPaymentFile(maker, { paymentFileId: ids.files[act.file]?.id ?? '', reason });
    case 'confirmFile': {
      const { id = '', sha256 = '', count = 0, totalFen = 0 } = ids.files[act.file] ?? {};
      const stated = { count, totalFen };
      return confirmPaymentFile(checker, { paymentFileId: id, stated, sha256, hashHead: sha256.slice(0, 8) });
    }
    case 'stateNeverSent':
      return stateNeverSent(maker, { paymentFileId: ids.files[act.file]?.id ?? '', reason });
    case 'withdrawFile':
      return withdrawPaymentFile(checker, { paymentFileId: ids.files[act.file]?.id ?? '', reason });
    case 'result': {
      const { id = '', number = '' } = ids.files[act.file] ?? {};
      const bank = { layout: bankOf(stage, act.file).layout, fileNumber: number };
      const bytes = writeResult(ids, books, act.said, shanghaiDayOf(checker.now), bank);
      return takeResultFile(checker, { paymentFileId: id, bytes });
    }
    case 'explain':
      return explainUnmatched(maker, { itemId: ids.items[act.item] ?? '', verdict: act.verdict, explanation: reason });
    case 'agree':
      return agreeUnmatched(checker, { itemId: ids.items[act.item] ?? '', agrees: act.agrees });
    case 'budget':
      return byConstraint(() =>
        at.db.programmeYear.updateMany({ where: { programmeId }, data: { budgetFen: BigInt(act.fen) } }),
      );
    case 'clock':
      return { ok: true };
    case 'lapse': {
      const clock = { ...maker, actor: { kind: 'system', name: 'clock' } as never };
      await remindDisbursements(clock);
      await lapseIdle(clock);
      return { ok: true };
    }
    default:
      return onMatter(stage, ids, books, act.kind, books.matters[act.matter] as Matter, at);
  }
}

/** Files go to the banks in turn, each with a layout of its own. */
const bankOf = ({ layouts }: Stage, file: number) => layouts[file % layouts.length] as BuiltLayout;

/** A write that nothing but a constraint of the database refuses. */
async function byConstraint(write: () => Promise<unknown>): Promise<Answer> {
  try {
    await write();
    return { ok: true };
  } catch (error) {
    const said = `${(error as { code?: string }).code} ${String(error)} ${JSON.stringify((error as { meta?: unknown }).meta ?? {})}`;
    if (/P2002|P2004|23514|23505|violates|check constraint/.test(said))
      return { ok: false, refusal: { code: 'constraint' } };
    throw error;
  }
}

function approve(stage: Stage, ids: Ids, act: Extract<Act, { kind: 'approve' }>, at: Moment): Promise<Answer> {
  const { programmeId, versionId } = stage.programme;
  const enterprise = stage.enterprises[act.enterprise];
  if (!enterprise) throw new Error(`no enterprise ${act.enterprise}`);
  const id = newId();
  const talents = act.talents.map(({ person, fen }) => ({ talentId: newId(), person, fen }));
  const fen = BigInt(talents.reduce((sum, one) => sum + one.fen, 0));
  const now = stage.staff('final', at).now;
  const enterpriseId = enterprise.id;
  return byConstraint(async () => {
    await at.db.$transaction(async (db) => {
      await db.application.create({
        data: {
          ...{ id, number: ids.nextCaseNumber(), enterpriseId, programmeId, programmeVersionId: versionId },
          ...{ programmeYear: YEAR, status: 'CLEARED', answers: {}, contactId: enterprise.contactIds[0] ?? null },
          ...{
            submissionCount: 1,
            approvedFen: fen,
            createdById: enterprise.users.super,
            createdAt: now,
            updatedAt: now,
          },
          awardLines: talents.map((one) => ({
            ...{ talentId: one.talentId, name: `人才${one.person}`, category: 'B', categoryLabel: 'B 类' },
            ...{ standardFen: one.fen, supported: true, grantedFen: one.fen, cutFen: 0 },
          })),
        },
      });
      await db.enterpriseYear.updateMany({ where: { enterpriseId }, data: { grantedFen: { increment: fen } } });
      await db.grantedPerson.createMany({
        data: talents.map((one) => ({
          ...{ programmeId, person: `person-${one.person}`, applicationId: id, talentId: one.talentId, at: now },
        })),
      });
    });
    ids.approved(id, talents);
  });
}

async function onPart(
  stage: Stage,
  ids: Ids,
  books: Books,
  act: Extract<Act, { kind: 'declareLeft' | 'decideLeft' }>,
  at: Moment,
): Promise<Answer> {
  const matter = books.matters[act.matter] as Matter;
  const disbursementId = ids.matters[act.matter] ?? '';
  const person = matter.parts[act.part]?.person ?? -1;
  const talentId = ids.talent(matter.caseId, person);
  const line = await stage.world.db.disbursementLine.findFirst({ where: { disbursementId, talentId } });
  const input = { disbursementId, lineId: line?.id ?? newId(), reason };
  if (act.kind === 'declareLeft') return declareLeft(stage.clerk(caseOf(books, matter).enterprise, at), input);
  return decideLeft(stage.staff('final', at), { ...input, decision: act.falls ? 'falls-away' : 'stays' });
}

async function onMatter(
  stage: Stage,
  ids: Ids,
  books: Books,
  kind: MatterAct,
  matter: Matter,
  at: Moment,
): Promise<Answer> {
  const disbursementId = ids.matters[matter.id] ?? '';
  const maker = stage.staff('maker', at);
  const clerk = stage.clerk(caseOf(books, matter).enterprise, at);
  const withReason = { disbursementId, reason };
  switch (kind) {
    case 'leaveBatch':
      return leaveBatch(maker, withReason);
    case 'reopen':
      return reopenReceipt(maker, withReason);
    case 'revive':
      return revive(maker, withReason);
    case 'hold':
      return putHold(maker, withReason);
    case 'lift':
      return liftHold(maker, withReason);
    case 'retry':
      return retryPayment(maker, { disbursementId });
    case 'print':
      return print(clerk, disbursementId);
    case 'submit':
      return movePaper(clerk, disbursementId, 'submit');
    case 'accept':
    case 'returnReceipt':
      return movePaper(maker, disbursementId, kind);
    case 'prove':
    case 'returnProof':
      return onProofs(stage, kind, disbursementId, { maker, clerk });
    default:
      return choosing(stage, kind, disbursementId, clerk);
  }
}

async function onProofs(
  stage: Stage,
  kind: 'prove' | 'returnProof',
  disbursementId: string,
  { maker, clerk }: { maker: Parameters<typeof returnProof>[0]; clerk: Context<EnterpriseActor> },
): Promise<Answer> {
  const lines = await stage.world.db.disbursementLine.findMany({ where: { disbursementId, state: 'KEPT' } });
  const lineIds = lines.map(({ id }) => id);
  if (kind === 'returnProof') return returnProof(maker, { disbursementId, lineIds, reason });
  const issuedOn = addDays(shanghaiDayOf(clerk.now), -3);
  const file = { bytes: aProofPaper(), name: '在职证明.pdf' };
  return uploadProof(clerk, { disbursementId, lineIds, issuedOn, file });
}

async function choosing(
  stage: Stage,
  kind: 'confirm' | 'adjust' | 'mend',
  disbursementId: string,
  clerk: Context<EnterpriseActor>,
): Promise<Answer> {
  const row = await stage.world.db.disbursement.findUniqueOrThrow({ where: { id: disbursementId } });
  const bankAccountId = row.bankAccountId ?? '';
  if (kind === 'mend') return mendAccount(clerk, { disbursementId, bankAccountId });
  if (kind === 'confirm') return confirm(clerk, { disbursementId, bankAccountId, contactId: row.contactId ?? '' });
  const { contactIds } = stage.enterprises.find(({ id }) => id === row.enterpriseId) ?? { contactIds: [] };
  const contactId = contactIds.find((id) => id !== row.contactId) ?? '';
  return adjustContact(clerk, { disbursementId, contactId });
}
