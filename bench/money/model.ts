import {
  BEFORE_REVIEW,
  caseOf,
  dangersOf,
  endUnpaid,
  ENDS,
  fall,
  free,
  isIdle,
  liveOrder,
  moveOn,
  moveOnWhenComplete,
  putHold,
  liftHold,
  remind,
  PROOF_DAYS,
  type Act,
  type MatterAct,
} from './acts';
import type { Books, Case, Matter, Status } from './books';
import { takeResult } from './bank-model';
import { makeBatch, onBatch } from './model-batches';
import { isSent, makeFile, onFile, onItem } from './model-files';
import { carryOutStops, stop } from './model-stop';

/** What the reference books make of an act: true when it was done, false when it is refused, null after a crash. */
export function perform(books: Books, act: Act, crashAt = Infinity): boolean | null {
  return books.atomically(() => actOn(books, act), crashAt);
}

function actOn(books: Books, act: Act): boolean {
  switch (act.kind) {
    case 'approve':
      return approve(books, act);
    case 'makeBatch':
      return makeBatch(books, act.cases);
    case 'releaseBatch':
    case 'discardBatch':
    case 'closeBatch':
      return onBatch(books, act.kind, act.batch);
    case 'declareLeft':
    case 'decideLeft':
      return onPart(books, act);
    case 'stop':
      return stop(books, books.cases[act.case] as Case, act.persons);
    case 'makeFile':
      return makeFile(books, act.matters);
    case 'discardFile':
    case 'confirmFile':
    case 'stateNeverSent':
    case 'withdrawFile':
      return onFile(books, act.kind, act.file);
    case 'result':
      return takeResult(books, act.file, act.said);
    case 'explain':
    case 'agree':
      return onItem(books, act);
    case 'budget': {
      const used = books.budget - books.sums.free;
      if (act.fen < used) return false;
      books.set(books.sums, 'free', act.fen - used);
      books.set(books, 'budget', act.fen);
      return true;
    }
    case 'clock':
      books.set(books, 'day', books.day + act.days);
      return true;
    case 'lapse':
      for (const matter of books.matters) remind(books, matter);
      for (const matter of books.matters) if (isIdle(books, matter)) endUnpaid(books, matter, 'LAPSED');
      return true;
    default:
      return onMatter(books, act.kind, books.matters[act.matter] as Matter);
  }
}

function approve(books: Books, { enterprise, talents }: Extract<Act, { kind: 'approve' }>): boolean {
  const fen = talents.reduce((sum, one) => sum + one.fen, 0);
  const granted = (books.granted[enterprise] ?? 0) + fen;
  if (granted > (books.caps[enterprise] ?? 0)) return false;
  if (talents.some(({ person }) => books.persons.has(person))) return false;
  const id = books.cases.length;
  const rows = talents.map((one) => ({ ...one, fallen: false }));
  books.add(books.cases, {
    id,
    enterprise,
    status: 'CLEARED',
    talents: rows,
    matters: [],
    stopped: [],
    draftBatch: null,
  });
  books.set(books.granted, enterprise, granted);
  for (const { person } of talents) books.grant(person, id);
  return true;
}

function onPart(books: Books, act: Extract<Act, { kind: 'declareLeft' | 'decideLeft' }>): boolean {
  const matter = books.matters[act.matter] as Matter;
  const part = matter.parts[act.part];
  if (!part || matter.hold) return false;
  if (act.kind === 'declareLeft') {
    if (!BEFORE_REVIEW.includes(matter.status) || part.state !== 'KEPT' || part.decided) return false;
    books.set(part, 'state', 'LEFT');
    moveOn(books, matter, 'AWAITING_PROOF');
    return true;
  }
  if (matter.status !== 'AWAITING_PROOF' || part.state !== 'LEFT') return false;
  if (!act.falls) {
    books.set(part, 'state', 'KEPT');
    books.set(part, 'decided', true);
    moveOn(books, matter, 'AWAITING_PROOF');
  } else if (matter.parts.every((one) => one === part || one.state === 'FALLEN')) {
    fall(books, matter, act.part);
    endUnpaid(books, matter, 'FALLEN_AWAY');
  } else {
    fall(books, matter, act.part);
    free(books, caseOf(books, matter), part.fen, part.person);
    moveOn(books, matter, 'AWAITING_PROOF', matter.fen - part.fen);
  }
  moveOnWhenComplete(books, matter);
  return true;
}

/** Acts that need one status and no hold, and lead to one status. */
const PLAIN: Partial<Record<MatterAct, readonly [from: readonly Status[], to: Status]>> = {
  print: [['AWAITING_PRINT'], 'AWAITING_RECEIPT'],
  submit: [['AWAITING_RECEIPT'], 'RECEIPT_REVIEW'],
  accept: [['RECEIPT_REVIEW'], 'PAYABLE'],
  returnReceipt: [['RECEIPT_REVIEW'], 'AWAITING_RECEIPT'],
  mend: [['PAYMENT_FAILED'], 'AWAITING_CONFIRMATION'],
};

function onMatter(books: Books, kind: MatterAct, matter: Matter): boolean {
  const { status, hold } = matter;
  if (kind === 'hold') return hold === null && (status === 'PAID' || !ENDS.includes(status)) && held(books, matter);
  if (kind === 'lift') {
    if (hold === null || dangersOf(books, matter.id) > 0) return false;
    liftHold(books, matter);
    return true;
  }
  if (kind === 'leaveBatch') {
    const wasAtBank = matter.orders.some((id) => isSent(books, id));
    if (!BEFORE_REVIEW.includes(status) || hold !== null || wasAtBank) return false;
    books.set(caseOf(books, matter), 'status', 'CLEARED');
    moveOn(books, matter, 'CANCELLED');
    return true;
  }
  if (kind === 'reopen') {
    if (status !== 'PAYABLE' || liveOrder(books, matter.id)) return false;
    moveOn(books, matter, 'RECEIPT_REVIEW');
    return true;
  }
  if (kind === 'revive') return (hold === null || hold === 'bank') && revive(books, matter);
  if (hold) return false;
  const plain = PLAIN[kind];
  if (plain) {
    if (!plain[0].includes(status)) return false;
    if (kind === 'print') books.set(matter, 'receipt', matter.receipt + 1);
    moveOn(books, matter, plain[1]);
    return true;
  }
  return freely(books, kind, matter);
}

function held(books: Books, matter: Matter): boolean {
  putHold(books, matter, 'people');
  return true;
}

function freely(books: Books, kind: MatterAct, matter: Matter): boolean {
  const { status } = matter;
  switch (kind) {
    case 'prove': {
      const kept = matter.parts.filter(({ state }) => state === 'KEPT');
      if (status !== 'AWAITING_PROOF' && status !== 'AWAITING_CONFIRMATION') return false;
      for (const part of kept) books.set(part, 'proofDay', books.day - 3);
      books.set(matter, 'actDay', books.day);
      moveOnWhenComplete(books, matter);
      return true;
    }
    case 'confirm': {
      if (status !== 'AWAITING_CONFIRMATION') return false;
      const isOld = matter.parts.some(
        ({ state, decided, proofDay }) =>
          state === 'KEPT' && !decided && proofDay !== null && books.day - proofDay > PROOF_DAYS,
      );
      // Refused and yet kept: the step back to the proofs; the run knows that this answer is a refusal.
      moveOn(books, matter, isOld ? 'AWAITING_PROOF' : 'AWAITING_PRINT');
      return true;
    }
    case 'adjust':
      if (!['AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT'].includes(status)) return false;
      books.set(matter, 'contact', 1 - matter.contact);
      moveOn(books, matter, 'AWAITING_CONFIRMATION');
      return true;
    case 'returnProof':
      if (status !== 'RECEIPT_REVIEW') return false;
      for (const part of matter.parts) if (part.state === 'KEPT') books.set(part, 'proofDay', null);
      moveOn(books, matter, 'AWAITING_PROOF');
      return true;
    case 'retry':
      if (status !== 'PAYMENT_FAILED' || matter.cause === 'account') return false;
      books.set(matter, 'cause', null);
      moveOn(books, matter, 'PAYABLE');
      return true;
    default:
      return false;
  }
}

function revive(books: Books, matter: Matter): boolean {
  if (matter.status !== 'LAPSED' || matter.fen > books.sums.free) return false;
  const of = caseOf(books, matter);
  const granted = (books.granted[of.enterprise] ?? 0) + matter.fen;
  if (granted > (books.caps[of.enterprise] ?? 0)) return false;
  const kept = matter.parts.filter(({ state }) => state !== 'FALLEN');
  if (kept.some(({ person }) => books.persons.has(person))) return false;
  books.set(books.granted, of.enterprise, granted);
  for (const { person } of kept) books.grant(person, of.id);
  books.set(of, 'status', 'DISBURSING');
  books.set(matter, 'openedDay', books.day);
  books.set(matter, 'remindedDay', null);
  moveOn(books, matter, 'AWAITING_PROOF');
  carryOutStops(books, matter);
  return true;
}
