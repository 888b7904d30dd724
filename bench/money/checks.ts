import { PLACES, placeOf, type Books, type Matter } from './books';

const DEAD = new Set(['CANCELLED', 'LAPSED', 'FALLEN_AWAY']);

/** What is wrong with the rows that an act touched, or nothing. */
export function checkTouched(books: Books): string[] {
  const found = checkSums(books);
  for (const matter of books.touched) found.push(...checkMatter(books, matter));
  return found;
}

/** What is wrong with the whole. */
export function checkAll(books: Books): string[] {
  const found = checkSums(books);
  const sums = { free: books.budget, reserved: 0, inPayment: 0, paid: 0, returned: 0 };
  const used = books.caps.map(() => 0);
  const persons = new Map<number, number>();
  for (const matter of books.matters) {
    found.push(...checkMatter(books, matter));
    const place = placeOf(matter.status);
    if (place === 'free') continue;
    sums[place] += matter.fen;
    sums.free -= matter.fen;
    const of = books.cases[matter.caseId]?.enterprise ?? 0;
    used[of] = (used[of] ?? 0) + matter.fen;
    for (const part of matter.parts) {
      if (part.state === 'FALLEN') continue;
      if (persons.has(part.person)) found.push(`person ${part.person} is to be paid twice`);
      persons.set(part.person, matter.id);
      if (books.persons.get(part.person) !== matter.caseId) found.push(`person ${part.person} is not granted here`);
    }
  }
  for (const place of PLACES) if (sums[place] !== books.sums[place]) found.push(`${place} is not what its matters are`);
  for (const [enterprise, cap] of books.caps.entries()) {
    const granted = books.granted[enterprise] ?? 0;
    if (granted > cap || (used[enterprise] ?? 0) > granted) found.push(`enterprise ${enterprise} is over its cap`);
  }
  const live = new Map<number, number>();
  for (const order of books.orders) {
    if (order.status !== 'PENDING' && order.status !== 'PAID') continue;
    if (live.has(order.matterId)) found.push(`matter ${order.matterId} stands in two live lines`);
    live.set(order.matterId, order.id);
  }
  return found;
}

function checkSums({ budget, sums }: Books): string[] {
  const total = PLACES.reduce((sum, place) => sum + sums[place], 0);
  const found = total === budget ? [] : [`the places hold ${total}, the budget is ${budget}`];
  for (const place of PLACES) if (sums[place] < 0) found.push(`${place} is below nought`);
  return found;
}

function checkMatter(books: Books, matter: Matter): string[] {
  const found: string[] = [];
  const place = placeOf(matter.status);
  for (const one of PLACES) {
    const due = one === 'free' ? (place === 'free' ? 0 : -matter.fen) : one === place ? matter.fen : 0;
    if (matter.ledger[one] !== due) found.push(`matter ${matter.id} has ${matter.ledger[one]} in ${one}, not ${due}`);
  }
  const parts = matter.parts.filter(({ state }) => state !== 'FALLEN').reduce((sum, { fen }) => sum + fen, 0);
  if (place !== 'free' && parts !== matter.fen) found.push(`matter ${matter.id} is not the sum of its talents`);
  const of = books.cases[matter.caseId];
  if (!DEAD.has(matter.status) && of?.status !== (matter.status === 'PAID' ? 'COMPLETED' : 'DISBURSING')) {
    found.push(`matter ${matter.id} is ${matter.status} and its case ${of?.status}`);
  }
  return found;
}
