import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSaver, type Send } from '@/components/registration/saver';
import type { Answers } from '@/lib/programme/rules/config';

/** A clock of our own: work is kept until it is told to run. */
function hands() {
  let waiting: (() => void)[] = [];
  return {
    later: (work: () => void) => {
      waiting.push(work);
      return () => {
        waiting = waiting.filter((one) => one !== work);
      };
    },
    turn: () => {
      const due = waiting;
      waiting = [];
      for (const work of due) work();
    },
    count: () => waiting.length,
  };
}

/** A server that fails as told and keeps what it took. */
function server(fails: boolean[] = []) {
  const kept: Record<string, string> = {};
  const send: Send = async (changes) => {
    await Promise.resolve();
    if (fails.shift()) return { ok: false, says: '网络断开', isFinal: false };
    Object.assign(kept, changes);
    return { ok: true, value: { answers: { ...kept }, sealed: {}, at: new Date(0) } };
  };
  return { kept, send };
}

describe('what is typed into a registration', () => {
  it('reaches the server whatever fails in between, the last value of each field', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string({ maxLength: 5 }), fc.boolean()), {
          maxLength: 20,
        }),
        fc.array(fc.boolean(), { maxLength: 12 }),
        async (edits, fails) => {
          const { later, turn, count } = hands();
          const { kept, send } = server([...fails]);
          const saver = createSaver({ answers: {}, sealed: {} }, send, later);
          const last: Record<string, string> = {};
          for (const [fieldId, value, leaves] of edits) {
            saver.change(fieldId, value);
            last[fieldId] = value;
            if (leaves) await saver.flush();
          }
          for (
            let rounds = 0;
            rounds < 40 && (count() > 0 || Object.keys(saver.getState().pending).length > 0);
            rounds += 1
          ) {
            turn();
            await saver.flush();
          }
          expect(kept).toEqual(last);
          expect(saver.getState().pending).toEqual({});
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps what was typed while a request was under way for the next one', async () => {
    const { later } = hands();
    let release: (() => void) | undefined;
    const seen: Answers[] = [];
    const send: Send = async (changes) => {
      seen.push(changes);
      if (seen.length === 1) await new Promise<void>((go) => (release = go));
      return { ok: true, value: { answers: changes, sealed: {}, at: new Date(0) } };
    };
    const saver = createSaver({ answers: {}, sealed: {} }, send, later);
    saver.change('a', '1');
    const done = saver.flush();
    saver.change('a', '12');
    release?.();
    await done;
    expect(seen).toEqual([{ a: '1' }, { a: '12' }]);
    expect(saver.getState().save.kind).toBe('saved');
  });

  it('says a failure aloud, keeps the text and tries again; a refusal is final', async () => {
    const { later, turn, count } = hands();
    const { send } = server([true]);
    const saver = createSaver({ answers: {}, sealed: {} }, send, later);
    saver.change('a', 'x');
    await saver.flush();
    expect(saver.getState().save).toEqual({ kind: 'failed', says: '网络断开', isFinal: false });
    expect(saver.getState().pending).toEqual({ a: 'x' });
    turn();
    await saver.flush();
    expect(saver.getState().pending).toEqual({});

    const refused = createSaver(
      { answers: {}, sealed: {} },
      async () => ({ ok: false, says: '已经提交', isFinal: true }),
      later,
    );
    refused.change('a', 'x');
    await refused.flush();
    expect(count()).toBe(0);
    expect(refused.getState().save.kind).toBe('failed');
  });
});
