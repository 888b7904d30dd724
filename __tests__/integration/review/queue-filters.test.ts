import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { claim } from '@/lib/review/commands/claim';
import { claimNext } from '@/lib/review/commands/claim-next';
import { deleteView, moveViewUp, renameView, saveView, setDefaultView } from '@/lib/review/commands/keep-view';
import { noteFacts } from '@/lib/review/commands/note-facts';
import { defaultView, nextCase, reviewQueue } from '@/lib/review/queue-queries';
import { QUEUE_VIEWS, type QueueRow } from '@/lib/review/rules/queue';
import { parseWish, QUEUE_SORTS, type QueueFilter, type QueueSort } from '@/lib/review/rules/queue-filter';
import { aSubmittedCase, someone } from './a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
const DAY = 86_400_000;
/** Thirty cases over six weeks: every category, some resubmitted, some with a condition that does not hold. */
beforeAll(async () => {
  world = await reviewWorld();
  for (let index = 0; index < 30; index += 1) {
    const category = (['A', 'B', 'C', 'D'] as const)[index % 4];
    await aSubmittedCase(world, {
      submittedAt: new Date(MONDAY.getTime() - (index % 7 === 1 ? 7 : (index * 5) % 42) * DAY),
      submission: index % 5 === 0 ? 2 : 1,
      talents: index % 3 === 0 ? [someone(category ?? 'B'), someone('D')] : [someone(category ?? 'B')],
      more: {
        ...(index % 4 === 3 ? { checkTone: index % 8 === 3 ? 'red' : 'amber' } : {}),
        ...(index % 6 === 0 ? { scale: '小型' } : {}),
      },
    });
  }
  const { rows } = await reviewQueue(world.people.first1, { stage: 'FIRST', view: 'todo' });
  for (const row of rows.slice(0, 3)) await claim(world.people.first2, { applicationId: row.id });
  for (const row of rows.slice(5, 7)) await claim(world.people.first1, { applicationId: row.id });
});
afterAll(() => world.drop());

const asFirst = () => world.people.first1;

/** Every page of a list, one after another. */
async function whole(view: (typeof QUEUE_VIEWS)[number], filter: QueueFilter, sort: QueueSort): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (let after: string | undefined; ;) {
    const page = await reviewQueue(asFirst(), { stage: 'FIRST', view, filter, sort, ...(after && { after }) });
    rows.push(...page.rows);
    if (!page.next) return rows;
    after = page.next;
  }
}

const filters: fc.Arbitrary<QueueFilter> = fc
  .record(
    {
      category: fc.constantFrom('A', 'B', 'C', 'D'),
      scale: fc.constantFrom('小型', '中型'),
      due: fc.constantFrom('overdue' as const, 'today' as const, 'soon' as const, 'later' as const),
      again: fc.constantFrom('yes' as const, 'no' as const),
      checks: fc.constantFrom('green' as const, 'amber' as const, 'red' as const),
      min: fc.constantFrom(0, 20_000, 50_000),
      max: fc.constantFrom(10_000, 60_000, 200_000),
    },
    { requiredKeys: [] },
  )
  .filter((filter) => Object.keys(filter).length < 4);

describe('a filtered queue', () => {
  it('counts every view as long as its list is and what it comes to, whatever is filtered and however it is ordered', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...QUEUE_VIEWS),
        fc.constantFrom(...QUEUE_SORTS),
        async (filter, view, sort) => {
          const { views } = await reviewQueue(asFirst(), { stage: 'FIRST', view, filter, sort });
          const rows = await whole(view, filter, sort);
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          expect(views[view]).toEqual({
            count: rows.length,
            sumFen: rows.reduce((sum, { expectedFen }) => sum + expectedFen, 0),
          });
          const keys = rows.map(({ due, since, expectedFen }) =>
            sort === 'due' ? `${due.day} ${since.toISOString()}` : sort === 'amount' ? -expectedFen : -since.getTime(),
          );
          expect([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))).toEqual(keys);
          const { min = 0, max = Infinity, again } = filter;
          expect(rows.every(({ expectedFen: fen }) => fen >= min * 100 && fen <= max * 100)).toBe(true);
          if (again) expect(rows.every(({ submission }) => submission > 1 === (again === 'yes'))).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('shows by the due day what its filter says', async () => {
    for (const [due, words] of [
      ['overdue', /超期/],
      ['today', /今天到期/],
      ['soon', /剩 \d/],
      ['later', /剩 \d/],
    ] as const) {
      const rows = await whole('todo', { due }, 'due');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((row) => words.test(row.due.words))).toBe(true);
    }
  });

  it('asks the database the same number of times however many rows there are', async () => {
    const asked = async (filter: QueueFilter) => {
      let count = 0;
      const db = world.db.$extends({
        query: {
          $allOperations({ args, query }) {
            count += 1;
            return query(args);
          },
        },
      });
      const ctx = { ...asFirst(), db } as unknown as Context<StaffActor>;
      const { rows } = await reviewQueue(ctx, { stage: 'FIRST', view: 'todo', filter });
      return { count, rows: rows.length };
    };
    const many = await asked({});
    const few = await asked({ checks: 'red', again: 'no', category: 'D' });
    expect(many.rows).toBe(20);
    expect(few.rows).toBeGreaterThan(0);
    expect(few.rows).toBeLessThan(5);
    expect(many.count).toBe(few.count);
    expect(many.count).toBeLessThan(16);
  });

  it('reads an address that was bent without a fault', () => {
    const wish = parseWish({
      view: 'x',
      sort: 'y',
      min: 'many',
      max: '-1',
      checks: 'blue',
      programme: '1',
      category: 'ab',
    });
    expect(wish).toEqual({ view: 'todo', sort: 'due', filter: {} });
  });

  it('knows also what was handed in before filters were', async () => {
    const { id } = await aSubmittedCase(world, { more: { checkTone: null, categories: [] } });
    expect(await noteFacts(world.clock(MONDAY))).toBe(1);
    const row = await world.db.application.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ checkTone: 'green', categories: ['B', 'D'] });
  });
});

describe('the next case', () => {
  it('is the one that is due first, not the one that came first', async () => {
    const anew = await reviewWorld();
    const late = await aSubmittedCase(anew, { submittedAt: new Date('2026-11-10T02:00:00Z') });
    const config = await anew.db.programmeVersion.findFirstOrThrow();
    const urgent = { ...(config.config as object), reviewWorkingDays: { first: 1, final: 1 } };
    const { programmeId, sha256, publishedAt } = config;
    const version = await anew.db.programmeVersion.create({
      data: {
        ...{ id: '0198c000-0000-7000-8000-00000000aaaa', programmeId, number: 2, status: 'RETIRED' },
        ...{ config: urgent, sha256, publishedAt },
      },
    });
    const soon = await aSubmittedCase(anew, {
      submittedAt: new Date('2026-11-11T02:00:00Z'),
      more: { programmeVersionId: version.id },
    });
    expect(await nextCase(anew.people.first1, 'FIRST')).toBe(soon.id);
    await claim(anew.people.first1, { applicationId: late.id });
    expect(await nextCase(anew.people.first1, 'FIRST')).toBe(late.id);
    await anew.drop();
  });
});

describe('the next case of a filtered list', () => {
  it('is the best of that list that may be taken, and none beside it', async () => {
    const anew = await reviewWorld();
    await aSubmittedCase(anew, { submittedAt: new Date('2026-11-10T02:00:00Z'), talents: [someone('B')] });
    const narrow = await aSubmittedCase(anew, {
      submittedAt: new Date('2026-11-12T02:00:00Z'),
      talents: [someone('A')],
    });
    const among = { view: 'todo', category: 'A' };
    const taken = await claimNext(anew.people.first1, { stage: 'FIRST', among });
    expect(taken).toEqual({ ok: true, value: { applicationId: narrow.id } });
    const others = await claimNext(anew.people.first2, { stage: 'FIRST', among });
    expect(others).toMatchObject({ ok: false, refusal: { code: 'nothing-to-claim' } });
    await anew.drop();
  });
});

describe('saved views', () => {
  const query = { view: 'todo', checks: 'green', min: '20000', sort: 'amount' };
  const save = (name: string) => saveView(asFirst(), { stage: 'FIRST', name, query });
  const names = async () =>
    (await reviewQueue(asFirst(), { stage: 'FIRST', view: 'todo' })).saved.map(({ name }) => name);

  it('keep filters and order under a name, counted as their list is; another person has none of them', async () => {
    await save('2 万以上');
    await save('另一个');
    const { saved } = await reviewQueue(asFirst(), { stage: 'FIRST', view: 'mine' });
    const [first] = saved;
    expect(first).toMatchObject({
      name: '2 万以上',
      wish: { sort: 'amount', filter: { checks: 'green', min: 20_000 } },
    });
    expect(first?.count).toBe((await whole('todo', first?.wish.filter ?? {}, 'amount')).length);
    expect((await reviewQueue(world.people.first2, { stage: 'FIRST', view: 'todo' })).saved).toEqual([]);
    const theirs = await renameView(world.people.first2, { viewId: first?.id ?? '', name: '我的' });
    expect(theirs).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('are renamed, moved, made the default one at a time, and deleted', async () => {
    const { saved } = await reviewQueue(asFirst(), { stage: 'FIRST', view: 'todo' });
    const [one, two] = saved.map(({ id }) => id);
    const viewId = two ?? '';
    expect(await renameView(asFirst(), { viewId, name: '2 万以上' })).toEqual({
      ok: false,
      refusal: { code: 'view-name-taken', name: '2 万以上' },
    });
    await renameView(asFirst(), { viewId, name: '急件' });
    await moveViewUp(asFirst(), { viewId });
    expect(await names()).toEqual(['急件', '2 万以上']);
    await setDefaultView(asFirst(), { viewId: one ?? '', isDefault: true });
    await setDefaultView(asFirst(), { viewId, isDefault: true });
    expect(await world.db.savedView.count({ where: { isDefault: true } })).toBe(1);
    expect(await defaultView(asFirst(), 'FIRST')).toMatchObject({ sort: 'amount' });
    expect(await defaultView(asFirst(), 'FINAL')).toBeNull();
    await deleteView(asFirst(), { viewId });
    expect(await names()).toEqual(['2 万以上']);
    expect(await defaultView(asFirst(), 'FIRST')).toBeNull();
  });
});
