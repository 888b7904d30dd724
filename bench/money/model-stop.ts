import { caseOf, dangersOf, endUnpaid, fall, free, moveOn, moveOnWhenComplete, payable } from './acts';
import type { Books, Case, Matter, Status } from './books';

export function stop(books: Books, of: Case, persons: number[]): boolean {
  const theirs = of.talents.filter(({ person, fen, fallen }) => persons.includes(person) && fen > 0 && !fallen);
  if (theirs.length === 0) return true;
  if (of.status === 'CLEARED') {
    for (const talent of theirs) {
      free(books, of, talent.fen, talent.person);
      books.set(talent, 'fen', 0);
    }
    if (payable(of) === 0) books.set(of, 'status', 'CLOSED_UNPAID');
    return true;
  }
  const matter = of.matters.map((id) => books.matters[id] as Matter).find(({ status }) => placeIsLive(status));
  const isHere =
    of.status === 'DISBURSING' && matter && matter.status !== 'PAYING' && dangersOf(books, matter.id) === 0;
  if (isHere) return stopIn(books, of, matter, theirs);
  for (const { person } of theirs) books.add(of.stopped, person);
  return true;
}

/** Carries out what was written down while the money of a matter was away. */
export function carryOutStops(books: Books, matter: Matter): void {
  const of = caseOf(books, matter);
  if (of.stopped.length > 0) stop(books, of, [...of.stopped]);
}

const placeIsLive = (status: Status) => !['CANCELLED', 'LAPSED', 'FALLEN_AWAY'].includes(status);

function stopIn(books: Books, of: Case, matter: Matter, theirs: Case['talents']): boolean {
  const indexes = matter.parts.flatMap((part, index) =>
    part.state !== 'FALLEN' && theirs.some(({ person }) => person === part.person) ? [index] : [],
  );
  for (const talent of theirs) books.set(talent, 'fen', 0);
  for (const index of indexes) fall(books, matter, index);
  if (matter.parts.every(({ state }) => state === 'FALLEN')) {
    endUnpaid(books, matter, 'FALLEN_AWAY');
    return true;
  }
  let fen = 0;
  for (const index of indexes) {
    const part = matter.parts[index] as Matter['parts'][number];
    free(books, of, part.fen, part.person);
    fen += part.fen;
  }
  const isFirst = matter.status === 'AWAITING_PROOF';
  moveOn(books, matter, isFirst ? 'AWAITING_PROOF' : 'AWAITING_CONFIRMATION', matter.fen - fen);
  moveOnWhenComplete(books, matter);
  return true;
}
