import { agreeUnmatched } from '@/lib/disbursement/commands/agree-unmatched';
import { closeBatch } from '@/lib/disbursement/commands/discard-batch';
import { explainUnmatched } from '@/lib/disbursement/commands/explain-unmatched';
import { retryPayment } from '@/lib/disbursement/commands/retry-payment';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { bringTo, done, payByFile, settleAll, type Finance, type Papers } from '@/__tests__/builders/disbursement';
import type { BuiltLayout } from '@/__tests__/builders/bank-layouts';
import { LIES, type Lie } from './lies';

export type BankWorld = {
  /** The banks that lie, each with its own layout. */
  readonly banks: readonly BuiltLayout[];
  readonly finance: Finance;
  readonly papers: Papers;
  /** A new cleared case of the clerk's enterprise. */
  clearedCase(): Promise<string>;
};

export type BankTally = {
  lies: number;
  /** Disbursements that the bank paid more than once for orders of ours, or that we have as paid and it did not pay. */
  doublePayments: number;
  unexplainedAtClose: number;
  readonly violations: string[];
};

/** Tells every lie, in the layout of every bank or of one bank in turn, to the real import, lets people clear up, pays what is still to be paid, and closes each batch. */
export async function runLyingBank(world: BankWorld, by: 'every bank' | 'banks in turn'): Promise<BankTally> {
  const { banks } = world;
  const tally: BankTally = { lies: 0, doublePayments: 0, unexplainedAtClose: 0, violations: [] };
  for (const [index, lie] of LIES.entries()) {
    const of = by === 'every bank' ? banks : banks.slice(index % banks.length).slice(0, 1);
    for (const bank of of) await oneLie(world, bank, lie, tally);
    tally.lies += of.length;
  }
  return tally;
}

async function oneLie(world: BankWorld, bank: BuiltLayout, lie: Lie, tally: BankTally): Promise<void> {
  const { finance, papers } = world;
  const { maker, checker } = finance;
  const db = maker.db;
  const ids: string[] = [];
  for (let count = 0; count < 2; count += 1)
    ids.push(await bringTo(finance, papers, await world.clearedCase(), 'PAYABLE'));
  const [first = ''] = ids;
  const { versionId, layout } = bank;
  const fileId = await payByFile(finance, ids, versionId);
  const { number: fileNumber } = await db.paymentFile.findUniqueOrThrow({ where: { id: fileId } });
  const orders = await db.paymentLine.findMany({ where: { paymentFileId: fileId }, orderBy: { position: 'asc' } });
  orders.sort((a) => (a.disbursementId === first ? -1 : 1));
  const lines = orders.map((line) => ({ ...line, amountFen: Number(line.amountFen) }));

  // What left the bank for each of our orders, whatever it says.
  const paidByBank = new Map(ids.map((id) => [id, id === first && lie.truth === 'not-paid' ? 0 : 1]));
  for (const bytes of lie.files(lines, { layout, fileNumber })) {
    const taken = await takeResultFile(checker, { paymentFileId: fileId, bytes });
    // What is broken, cut or of another shape may be refused whole: then nothing of it was booked.
    if (!taken.ok && !taken.refusal.code.startsWith('result-'))
      tally.violations.push(`${layout.code} ${lie.name}: ${taken.refusal.code}`);
  }

  const open = await openItems(world, fileId);
  if (open.length > 0) {
    const batches = await db.disbursement.findMany({ where: { id: { in: ids } }, select: { batchId: true } });
    for (const { batchId } of batches) {
      const closed = await closeBatch(checker, { batchId });
      if (closed.ok) tally.violations.push(`${lie.name}: a batch was closed over ${open.length} unexplained lines`);
    }
  }
  await clearUp(world, lie, fileId);
  await payTheRest(world, bank, ids, paidByBank);

  for (const id of ids) {
    const { status, batchId } = await db.disbursement.findUniqueOrThrow({ where: { id } });
    if (status !== 'PAID') tally.violations.push(`${layout.code} ${lie.name}: ${status} in the end`);
    if (paidByBank.get(id) !== 1) tally.doublePayments += 1;
    const closed = await closeBatch(checker, { batchId });
    if (!closed.ok) tally.violations.push(`${lie.name}: not closed, ${closed.refusal.code}`);
  }
  tally.unexplainedAtClose += (await openItems(world, fileId)).length;
}

const openItems = ({ finance }: BankWorld, paymentFileId: string) =>
  finance.maker.db.unmatchedItem.findMany({
    where: { closedAt: null, bankResult: { paymentFileId } },
    orderBy: { line: 'asc' },
  });

/** People ask the bank: they take it at its word where that is the truth, and our books where they are. */
async function clearUp(world: BankWorld, lie: Lie, fileId: string): Promise<void> {
  const { maker, checker } = world.finance;
  for (const { id: itemId, isDangerous, said } of await openItems(world, fileId)) {
    const outcome = (said as { outcome?: string } | null)?.outcome;
    const isTrue = outcome === (lie.truth === 'paid' ? 'PAID' : 'FAILED');
    const explanation = `经向银行核实：${lie.name}`;
    const asSaid = isDangerous && isTrue;
    const first = asSaid && (await explainUnmatched(maker, { itemId, verdict: 'AS_BANK_SAYS', explanation }));
    if (!first || !first.ok) {
      done('explain', await explainUnmatched(maker, { itemId, verdict: 'AS_BOOKED', explanation }));
    }
    if (isDangerous) done('agree', await agreeUnmatched(checker, { itemId, agrees: true }));
  }
}

/** What the bank did not pay is tried again and is paid by an honest file. */
async function payTheRest(
  { finance }: BankWorld,
  bank: BuiltLayout,
  ids: readonly string[],
  paidByBank: Map<string, number>,
): Promise<void> {
  const { maker, checker } = finance;
  const failed = await maker.db.disbursement.findMany({ where: { id: { in: [...ids] }, status: 'PAYMENT_FAILED' } });
  for (const { id } of failed) {
    done('retry', await retryPayment(maker, { disbursementId: id }));
    const fileId = await payByFile(finance, [id], bank.versionId);
    paidByBank.set(id, (paidByBank.get(id) ?? 0) + 1);
    await settleAll(checker, fileId, { outcome: 'PAID' });
  }
}
