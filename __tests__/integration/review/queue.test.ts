import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { claim } from '@/lib/review/commands/claim';
import { reviewQueue } from '@/lib/review/queue-queries';
import type { QueueView } from '@/lib/review/rules/queue';
import { passFirst } from '../../builders/review';
import { aSubmittedCase, newSeed, someone, type BuiltCase } from './a-submitted-case';
import { reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
const cases: BuiltCase[] = [];
/** 2 to 26 November 2026, one case on each working day and one each weekend, oldest first; the 25th is resubmitted. */
beforeAll(async () => {
  world = await reviewWorld();
  for (let day = 2; day <= 22; day += 1) {
    const submittedAt = new Date(Date.UTC(2026, 10, day, 1));
    const plan = day === 20 ? { submission: 2 } : {};
    const talents =
      day === 13 ? [{ category: 'B', name: '㛃诺瓦克', seed: newSeed() } as const, someone('D')] : undefined;
    cases.push(await aSubmittedCase(world, { submittedAt, ...plan, ...(talents && { talents }) }));
  }
  const [oldest, second] = cases;
  await claim(world.people.first1, { applicationId: oldest?.id ?? '' });
  await claim(world.people.first2, { applicationId: second?.id ?? '' });
});
afterAll(() => world.drop());

const queue = (view: QueueView, more: { search?: string; after?: string; before?: string } = {}) =>
  reviewQueue(world.people.first1, { stage: 'FIRST', view, ...more });
const numbersOf = (rows: readonly { number: string }[]) => rows.map(({ number }) => number);

describe('the queue', () => {
  it('shows what waits for this person, the longest waiting first, and counts every view as its list does', async () => {
    const { rows, views, waiting, next } = await queue('todo');
    const [oldest, , third] = cases;
    expect(numbersOf(rows).slice(0, 2)).toEqual([oldest?.number, third?.number]);
    expect(rows[0]?.claim).toMatchObject({ mine: true });
    expect(rows[1]).toMatchObject({ claim: null, mayClaim: true, talents: 2, firstTalent: '李慕白' });
    expect(next).toBeNull();
    const red = rows.filter(({ due }) => due.tone === 'red').length;
    expect(views).toMatchObject({ todo: { count: 20 }, due: { count: red }, mine: { count: 1 } });
    expect(waiting).toMatchObject({ todo: 20 });
    expect(waiting.overdue + waiting.today).toBe(red);
    for (const view of ['due', 'again', 'mine', 'others'] as const) {
      expect((await queue(view)).rows).toHaveLength(views[view].count);
    }
    expect(views.todo.sumFen).toBe(20 * 60_000_00);
  });

  it('marks what is due by word: overdue, today, days left', async () => {
    const words = Object.fromEntries((await queue('todo')).rows.map(({ since, due }) => [since.getUTCDate(), due]));
    // Five working days: what came on Monday the 16th is due on Monday the 23rd.
    expect(words[13]).toMatchObject({ words: '超期 1 个工作日', tone: 'red', shown: '11月20日' });
    expect(words[16]).toMatchObject({ words: '今天到期', tone: 'red' });
    expect(words[17]).toMatchObject({ words: '剩 1 个工作日', tone: 'amber' });
    expect(words[20]).toMatchObject({ words: '剩 4 个工作日', tone: 'neutral' });
  });

  it('shows a colleague’s case in a view of its own, with name and time', async () => {
    const { rows } = await queue('others');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ claim: { mine: false, name: 'first2' }, mayClaim: false });
  });

  it('is not for people without business in the review', async () => {
    await expect(reviewQueue(world.people.notice, { stage: 'FIRST', view: 'todo' })).rejects.toThrow(Denied);
  });

  it('waits at the final stage from the moment it was passed on', async () => {
    const { id, number } = await aSubmittedCase(world, { submittedAt: new Date('2026-10-09T01:00:00Z') });
    await passFirst(world.people.both, id);
    const { rows } = await reviewQueue(world.people.final1, { stage: 'FINAL', view: 'todo' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ number, since: world.people.both.now, mayClaim: true });
    expect(rows[0]?.due).toMatchObject({ day: '2026-11-30', words: '剩 5 个工作日' });
    const own = await reviewQueue(world.people.both, { stage: 'FINAL', view: 'todo' });
    expect(own.rows[0]?.mayClaim).toBe(false);
  });
});

describe('searching the queue', () => {
  it.each(['㛃诺', '诺瓦克', ' 诺 瓦'])('finds a talent by “%s”', async (search) => {
    expect(numbersOf((await queue('todo', { search })).rows)).toEqual([cases[11]?.number]);
  });

  it('finds a number by its end and an enterprise by its credit code', async () => {
    const number = cases[7]?.number ?? '';
    expect(numbersOf((await queue('todo', { search: number.slice(-6) })).rows)).toEqual([number]);
    const { rows } = await queue('todo', { search: world.enterprise.uscc.slice(6, 15).toLowerCase() });
    expect(rows).toHaveLength(20);
  });

  it('finds a colleague’s case too, whatever the view', async () => {
    expect(numbersOf((await queue('todo', { search: cases[1]?.number })).rows)).toEqual([cases[1]?.number]);
  });

  it('takes pairs from different words for no match', async () => {
    expect((await queue('todo', { search: '白张' })).rows).toEqual([]);
    // All three pairs stand in the case, the word does not.
    expect((await queue('todo', { search: '李慕白慕' })).rows).toEqual([]);
  });

  it('asks for two characters: one alone narrows nothing', async () => {
    expect(await queue('todo', { search: '李' })).toMatchObject({ searched: false });
  });
});

describe('paging the queue', () => {
  it('goes through every case once, forwards and back, though cases leave it meanwhile', async () => {
    for (let count = 0; count < 25; count += 1)
      await aSubmittedCase(world, { submittedAt: new Date('2026-11-22T09:00:00Z') });
    const first = await queue('todo');
    expect(first).toMatchObject({ previous: null });
    expect(first.rows).toHaveLength(20);
    // The last row of the page is taken by a colleague before the page is turned.
    await claim(world.people.first2, { applicationId: first.rows.at(-1)?.id ?? '' });
    const second = await queue('todo', { after: first.next ?? '' });
    expect(second.rows).toHaveLength(20);
    const third = await queue('todo', { after: second.next ?? '' });
    expect(third).toMatchObject({ next: null });
    const all = [...first.rows, ...second.rows, ...third.rows].map(({ id }) => id);
    expect(new Set(all).size).toBe(45);
    expect(all).toHaveLength(45);
    const back = await queue('todo', { before: third.previous ?? '' });
    expect(numbersOf(back.rows)).toEqual(numbersOf(second.rows));
    const start = await queue('todo', { before: back.previous ?? '' });
    expect(start).toMatchObject({ previous: null });
    expect(numbersOf(start.rows)).toEqual(numbersOf(first.rows.slice(0, -1)));
  });

  it('begins at the top for a place that is none', async () => {
    expect((await queue('todo', { after: 'x' })).rows[0]?.number).toBe(cases[0]?.number);
  });
});
