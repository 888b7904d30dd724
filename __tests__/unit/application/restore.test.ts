import 'fake-indexeddb/auto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { createDraftSession } from '@/components/application/draft/draft-session';
import { keepLocalCopy } from '@/components/application/draft/local-copy';
import { forgetDrafts } from '@/components/journal/journal-store';
import type { DraftView } from '@/lib/application/rules/draft';
import { aSavingServer, type Fate } from './a-saving-server';

const FIELDS = ['employees', 'mainBusiness', 'recruitmentPlan'] as const;
const place = (fieldId: string) => ({ talentId: null, fieldId });
const key = { owner: 'user-1', key: Buffer.alloc(32, 7).toString('base64') };

/**
 * A window with its copy on this computer; `crash` ends it without a word. `atOnce`: even before the copy has let go
 * of what the server has taken.
 */
async function openWindow(server: ReturnType<typeof aSavingServer>, draft: DraftView, copies: string) {
  const window = v4();
  const session = createDraftSession({ draft, transport: server.transport, later: () => () => {}, window });
  const copy = keepLocalCopy({ session, window, draft: copies, key });
  while (session.getState().copy !== 'on') await turn();
  return {
    session,
    async crash(atOnce = false) {
      while (!copy.isSafe()) await turn();
      const gone = copy.stop();
      if (!atOnce) await gone;
    },
  };
}
const turn = () => new Promise((done) => setImmediate(done));

type Act =
  { kind: 'type'; field: (typeof FIELDS)[number] } | { kind: 'send'; fate: Fate } | { kind: 'crash' | 'deliver' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), field: fc.constantFrom(...FIELDS) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      fate: fc.constantFrom<Fate>('answered', 'unanswered', 'lost', 'late'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deliver' as const) }) },
);

/** Does it all in one window after the other; answers what was typed last, field by field, and the last window. */
async function live(acts: readonly Act[], server: ReturnType<typeof aSavingServer>, atOnce: boolean) {
  const copies = v4();
  const typed = new Map<string, string>([['employees', '128']]);
  let at = await openWindow(server, server.draft(), copies);
  const crash = async () => {
    await at.crash(atOnce);
    at = await openWindow(server, server.draft(), copies);
  };
  for (const [index, one] of acts.entries()) {
    if (one.kind === 'type') {
      at.session.change(place(one.field), `${one.field} ${index}`);
      typed.set(one.field, `${one.field} ${index}`);
    } else if (one.kind === 'send') {
      server.fates.push(one.fate);
      await at.session.flush();
    } else if (one.kind === 'deliver') server.deliver();
    else await crash();
  }
  server.fates.length = 0;
  await crash();
  await at.session.flush();
  server.deliver();
  return { typed, at };
}

describe('what one window after the other typed', () => {
  it('stands as it was typed last, whatever request failed and wherever a window crashed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 24 }), async (acts) => {
        const server = aSavingServer({ employees: '128' });
        const { typed, at } = await live(acts, server, false);
        expect(at.session.getState().conflicts).toEqual([]);
        expect(server.draft().answers).toEqual(Object.fromEntries(typed));
        await at.crash();
      }),
      { numRuns: 40 },
    );
    await forgetDrafts('user-1');
  });

  it('stands or is asked for, where a window crashed before its copy let go of what was saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 24 }), async (acts) => {
        const server = aSavingServer({ employees: '128' });
        const { typed, at } = await live(acts, server, true);
        const { conflicts } = at.session.getState();
        for (const [fieldId, value] of typed) {
          const asked = conflicts.find((one) => one.fieldId === fieldId);
          expect([server.draft().answers[fieldId], asked?.mine]).toContain(value);
        }
        await at.crash();
      }),
      { numRuns: 40 },
    );
    await forgetDrafts('user-1');
  });

  it('restored without anything typed, sends nothing', async () => {
    const server = aSavingServer({ employees: '128' });
    const copies = v4();
    const first = await openWindow(server, server.draft(), copies);
    first.session.change(place('employees'), '130');
    await first.session.flush();
    await first.crash();
    const count = server.sent.length;
    const second = await openWindow(server, server.draft(), copies);
    await second.session.flush();
    second.session.leave();
    expect(server.sent).toHaveLength(count);
    expect(second.session.getState().restored).toEqual([]);
    await second.crash();
  });

  it('meets what somebody else saved meanwhile: both are shown, after every reload until one is chosen', async () => {
    const server = aSavingServer({ employees: '128' });
    const copies = v4();
    const first = await openWindow(server, server.draft(), copies);
    first.session.change(place('employees'), '130');
    await first.crash();
    const other = createDraftSession({
      draft: server.draft(),
      transport: server.transport,
      later: () => () => {},
      window: v4(),
    });
    other.change(place('employees'), '200');
    await other.flush();
    for (let reload = 0; reload < 2; reload += 1) {
      const again = await openWindow(server, server.draft(), copies);
      await again.session.flush();
      expect(again.session.getState().conflicts).toMatchObject([{ mine: '130', theirs: '200' }]);
      expect(server.draft().answers.employees).toBe('200');
      await again.crash();
    }
  });

  it('goes back to what stood before when it is done without', async () => {
    const server = aSavingServer({ employees: '128' });
    const copies = v4();
    const first = await openWindow(server, server.draft(), copies);
    first.session.change(place('employees'), '130');
    await first.crash();
    const second = await openWindow(server, server.draft(), copies);
    await second.session.flush();
    second.session.forgo();
    await second.session.flush();
    expect(server.draft().answers.employees).toBe('128');
    await second.crash();
  });

  it('never goes over what was typed here before it was laid on top', async () => {
    const server = aSavingServer({ employees: '128' });
    const copies = v4();
    const left = await openWindow(server, server.draft(), copies);
    left.session.change(place('employees'), '130');
    await left.crash();
    const window = v4();
    const session = createDraftSession({
      draft: server.draft(),
      transport: server.transport,
      later: () => () => {},
      window,
    });
    session.change(place('employees'), '200');
    const copy = keepLocalCopy({ session, window, draft: copies, key });
    while (session.getState().copy !== 'on') await turn();
    await session.flush();
    expect(server.draft().answers.employees).toBe('200');
    expect(session.getState().conflicts).toMatchObject([{ mine: '130', theirs: '200' }]);
    while (!copy.isSafe()) await turn();
    await copy.stop();
  });
});
