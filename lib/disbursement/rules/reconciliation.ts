import type { Fen } from '@/lib/kernel/fen';
import type { BankOutcome, BankResult, BankResultLine, ResultComplaint, UnreadLine, WaitingLine } from './bank-result';

export type OurLineStatus = 'PENDING' | 'PAID' | 'FAILED' | 'WITHDRAWN';

/** A payment line as we have it; `inThisFile` is false for a line of another payment file that the bank named here. */
export type OurLine = {
  readonly lineNumber: string;
  readonly accountTail: string;
  readonly amountFen: Fen;
  readonly status: OurLineStatus;
  readonly bankReference: string | null;
  readonly inThisFile: boolean;
};

export type UnmatchedReason =
  | 'unread'
  | 'unknown-line'
  | 'other-file'
  | 'amount-differs'
  | 'account-differs'
  | 'contradictory'
  | 'doubled'
  | 'paid-twice'
  | 'already-settled'
  | 'contradicts-settled'
  | 'still-at-bank'
  | 'withdrawn';

export type UnmatchedLine = {
  readonly line: number;
  readonly lineNumber: string | null;
  readonly reason: UnmatchedReason;
  readonly complaint: ResultComplaint | null;
  readonly text: string;
  /** What the line said; null where it could not be read. */
  readonly said: BankResultLine | null;
  /** Speaks against our books: two people look before anything more is paid. */
  readonly isDangerous: boolean;
};

type Listed = Omit<UnmatchedLine, 'isDangerous'> & {
  /** Whether the bank may have paid by it, or may still pay. */
  readonly mayBePaid: boolean;
  /** Whether it says plainly that it did not. */
  readonly isNotPaid: boolean;
};

export type Reconciliation = {
  /** What takes effect, one per line of ours. */
  readonly settle: readonly BankResultLine[];
  readonly unmatched: readonly UnmatchedLine[];
  /** Lines whose disbursement is held, because the bank may have paid what we think unpaid, or the other way round. */
  readonly hold: readonly string[];
};

/** Reasons that speak against our books whatever our line is. */
const DANGEROUS: ReadonlySet<UnmatchedReason> = new Set(['withdrawn', 'contradicts-settled', 'paid-twice']);

/**
 * Holds a result file against our lines. A line is matched by line id, amount and account tail together; what does not
 * match, comes late, twice or against what is known changes nothing and is listed with the reason; what the bank is
 * still about is listed where it is not one of ours that can be. Whatever a row that may mean a payment names, be it in
 * another file, of another amount or unreadable: where our line has failed or was withdrawn it holds the disbursement,
 * since the same money could be ordered again; where ours is paid, so does a row that says it was not. The answer does
 * not depend on the order of the rows.
 */
export function reconcile(
  ours: readonly OurLine[],
  { lines: said, waiting = [], unread = [] }: Pick<BankResult, 'lines'> & Partial<BankResult>,
): Reconciliation {
  const known = new Map(ours.map((line) => [line.lineNumber, line]));
  const settle: BankResultLine[] = [];
  const unmatched = unread.map(unreadable);
  const fitting = new Map<string, BankResultLine[]>();
  for (const one of said) {
    const reason = misfit(known.get(one.lineNumber), one);
    if (reason) unmatched.push(listed(one, reason));
    else fitting.set(one.lineNumber, [...(fitting.get(one.lineNumber) ?? []), one]);
  }
  for (const [lineNumber, group] of fitting) {
    const answered = judge(known.get(lineNumber) ?? NEVER_SEEN, group);
    if (answered.effect) settle.push(answered.effect);
    unmatched.push(...answered.unmatched);
  }
  const statusAfter = statusesAfter(ours, settle);
  for (const one of waiting) {
    const isFailed = statusAfter.get(one.lineNumber) === 'FAILED';
    const reason = misfit(known.get(one.lineNumber), one) ?? (isFailed ? 'still-at-bank' : null);
    if (reason) unmatched.push(unanswered(one, reason));
  }
  const judged = unmatched.map(({ mayBePaid, isNotPaid, ...line }): UnmatchedLine => {
    const status = line.lineNumber === null ? undefined : statusAfter.get(line.lineNumber);
    const isOursUnpaid = status === 'FAILED' || status === 'WITHDRAWN';
    const isAgainst = (mayBePaid && isOursUnpaid) || (isNotPaid && status === 'PAID');
    return { ...line, isDangerous: DANGEROUS.has(line.reason) || isAgainst };
  });
  judged.sort((a, b) => a.line - b.line);
  const hold = judged.filter(({ isDangerous }) => isDangerous).flatMap(({ lineNumber }) => lineNumber ?? []);
  return { settle, unmatched: judged, hold: [...new Set(hold)].sort() };
}

function statusesAfter(ours: readonly OurLine[], settle: readonly BankResultLine[]): Map<string, OurLineStatus> {
  const statuses = new Map(ours.map(({ lineNumber, status }) => [lineNumber, status]));
  for (const { lineNumber, outcome } of settle) statuses.set(lineNumber, outcome === 'PAID' ? 'PAID' : 'FAILED');
  return statuses;
}

function misfit(ours: OurLine | undefined, said: WaitingLine): UnmatchedReason | null {
  if (!ours) return 'unknown-line';
  if (ours.amountFen !== said.amountFen) return 'amount-differs';
  if (ours.accountTail !== said.accountTail) return 'account-differs';
  if (ours.status === 'WITHDRAWN') return 'withdrawn';
  return ours.inThisFile ? null : 'other-file';
}

const NEVER_SEEN = { status: 'PENDING', bankReference: null } as const;

/** All that a file says of one line. Equal answers count once; different ones cancel each other out. */
function judge(ours: Pick<OurLine, 'status' | 'bankReference'>, group: readonly BankResultLine[]) {
  const outcomes = new Set(group.map((one) => one.outcome));
  // 已付 and 退汇 in one file tell one story: the money left and came back.
  if (outcomes.has('RETURNED')) outcomes.delete('PAID');
  const [outcome] = outcomes;
  if (outcomes.size !== 1 || !outcome)
    return { effect: null, unmatched: group.map((one) => listed(one, 'contradictory')) };
  const told = [...group].sort(firstTold).filter((one) => one.outcome === outcome);
  const tooLate = late(ours.status, outcome);
  const effect = tooLate ? null : (told[0] ?? null);
  const reference = effect ? effect.bankReference : ours.bankReference;
  const rest = told.filter((one) => one !== effect);
  const reasonOf = (one: BankResultLine): UnmatchedReason =>
    tooLate !== 'contradicts-settled' && outcome === 'PAID' && one.bankReference !== reference
      ? 'paid-twice'
      : (tooLate ?? 'doubled');
  return { effect, unmatched: rest.map((one) => listed(one, reasonOf(one))) };
}

/** What an answer means for a line that was answered before; null where it takes effect. */
function late(status: OurLineStatus, outcome: BankOutcome): UnmatchedReason | null {
  if (status === 'PENDING') return null;
  if (status === 'PAID')
    return outcome === 'RETURNED' ? null : outcome === 'PAID' ? 'already-settled' : 'contradicts-settled';
  return outcome === 'PAID' ? 'contradicts-settled' : 'already-settled';
}

const SAID = { PAID: '成功', FAILED: '失败', RETURNED: '退汇' } as const;

/** An order over the content alone, so that shuffled rows give the same effect. */
function firstTold(a: BankResultLine, b: BankResultLine): number {
  const key = (one: BankResultLine) => `${one.on} ${one.bankReference} ${one.reasonCode}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.line - b.line;
}

function listed(said: BankResultLine, reason: UnmatchedReason): Listed {
  const { line, lineNumber, outcome, bankReference } = said;
  return {
    line,
    lineNumber,
    reason,
    complaint: null,
    said,
    text: `${shortly(said, SAID[outcome])} ${bankReference}`.trim(),
    ...{ mayBePaid: outcome === 'PAID', isNotPaid: outcome !== 'PAID' },
  };
}

function unanswered(one: WaitingLine, reason: UnmatchedReason): Listed {
  const { line, lineNumber } = one;
  const text = shortly(one, '处理中');
  return { line, lineNumber, reason, complaint: null, said: null, text, mayBePaid: true, isNotPaid: false };
}

function unreadable({ line, lineNumber, complaint, text }: UnreadLine): Listed {
  // A reason is wanted only of what was not paid, so that much was read.
  const mayBePaid = complaint !== 'reason-missing';
  return { line, lineNumber, reason: 'unread', complaint, text, said: null, mayBePaid, isNotPaid: false };
}

const shortly = ({ lineNumber, accountTail }: WaitingLine, word: string) => `${lineNumber} 尾号${accountTail} ${word}`;
