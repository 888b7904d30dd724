import { describe, expect, it } from '@jest/globals';
import type { Later } from '@/components/application/draft/timer';
import { createDraftSession } from '@/components/application/draft/draft-session';
import type { Failure, Sending, Transport } from '@/components/application/draft/draft-state';
import { draftAsTyped, type Pending } from '@/components/application/draft/draft-values';
import type { DraftView } from '@/lib/application/rules/draft';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { inventedResidentId } from '../../builders/answers';

const DRAFT: DraftView = {
  id: 'application-1',
  status: 'DRAFT',
  revision: 7,
  answers: { employees: '128', mainBusiness: '检测设备的研发与销售。' },
  contact: null,
  talents: [
    {
      ...{ id: 'talent-1', position: 1, name: '欧阳文静', idType: 'RESIDENT_ID', category: 'B', answers: {} },
      ...{ sealed: { idNumber: { masked: '320***********7003', ok: true } }, amountFen: 50_000_00, samePersonAs: null },
    },
  ],
  attachments: [],
  acceptedInstructions: '2026-1',
  firstSubmittedOn: null,
};
const EMPLOYEES = { talentId: null, fieldId: 'employees' };
const ID_NUMBER = { talentId: 'talent-1', fieldId: 'idNumber' };

/** A server that keeps what it is sent, and a clock that a test turns. */
function aServer() {
  let stored: DraftView = DRAFT;
  let failure: Failure | null = null;
  const sent: (Sending & { keepalive: boolean })[] = [];
  const waiting: { work: () => void; ms: number }[] = [];
  let hold: Promise<void> | null = null;
  let holdLoad: Promise<void> | null = null;
  const transport: Transport = {
    async send(batch, { keepalive }) {
      sent.push({ ...batch, keepalive });
      await hold;
      if (failure) return { ok: false, failure };
      if (batch.talentId !== null && !stored.talents.some(({ id }) => id === batch.talentId))
        return { ok: false, failure: { kind: 'failed', why: 'refused', says: '没有找到' } };
      return { ok: true, value: accept(batch) };
    },
    async load() {
      await holdLoad;
      return { ok: true, draft: stored };
    },
  };
  function accept(batch: Sending) {
    const conflicts = batch.changes.flatMap(({ fieldId, was, value, tried = [] }) => {
      const theirs = stored.answers[fieldId] ?? '';
      const isKnown = [was, value, ...tried].includes(theirs);
      const isFree = batch.talentId !== null || isKnown;
      return isFree ? [] : [{ fieldId, mine: value, theirs }];
    });
    const taken = batch.changes.filter(({ fieldId }) => !conflicts.some((one) => one.fieldId === fieldId));
    const values = Object.fromEntries(taken.map(({ fieldId, value }) => [fieldId, value]));
    const answers = batch.talentId === null ? { ...stored.answers, ...values } : stored.answers;
    const talents = stored.talents.map((talent) =>
      talent.id === batch.talentId
        ? { ...talent, sealed: { idNumber: { masked: '320***********9999', ok: true as const } } }
        : talent,
    );
    stored = { ...stored, answers, talents, revision: stored.revision + 1 };
    const talent = talents.find(({ id }) => id === batch.talentId) ?? null;
    return { revision: stored.revision, savedAt: '2026-11-23T06:03:00.000Z', conflicts, answers, talent };
  }
  const later: Later = (work, ms) => {
    const entry = { work, ms };
    waiting.push(entry);
    return () => void waiting.splice(waiting.indexOf(entry), waiting.includes(entry) ? 1 : 0);
  };
  return {
    ...{ transport, later, sent, waiting },
    stored: () => stored,
    inAnotherWindow: (answers: Record<string, string>) => {
      stored = { ...stored, answers: { ...stored.answers, ...answers }, revision: stored.revision + 1 };
    },
    fails: (with_: typeof failure) => {
      failure = with_;
    },
    holdUntil: (release: Promise<void> | null) => {
      hold = release;
    },
    holdLoadUntil: (release: Promise<void> | null) => {
      holdLoad = release;
    },
    /** A request arrives and its answer is lost on the way back. */
    takesWithoutAnswer: (values: Record<string, string>) => {
      stored = { ...stored, answers: { ...stored.answers, ...values }, revision: stored.revision + 1 };
    },
    removes: (talentId: string) => {
      stored = {
        ...stored,
        talents: stored.talents.filter(({ id }) => id !== talentId),
        revision: stored.revision + 1,
      };
    },
    /** Everything that waits is due now. */
    due: () => waiting.splice(0).forEach(({ work }) => work()),
    session: () => createDraftSession({ draft: DRAFT, transport, later, window: 'window-1', now: () => 0 }),
  };
}

/** Everything that is already answered has been taken in. */
async function settled() {
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
}

describe('what is typed into a draft', () => {
  it('is sent once one pauses, the last text only, within two seconds at the latest', async () => {
    const server = aServer();
    const session = server.session();
    for (const text of ['1', '13', '130']) session.change(EMPLOYEES, text);
    expect(server.sent).toEqual([]);
    expect(Math.max(...server.waiting.map(({ ms }) => ms))).toBeLessThanOrEqual(2000);
    server.due();
    await session.flush();
    expect(server.sent.map(({ changes }) => changes)).toEqual([[{ fieldId: 'employees', was: '128', value: '130' }]]);
    expect(session.getState().save).toEqual({ kind: 'saved', at: new Date('2026-11-23T06:03:00.000Z') });
  });

  it('goes on being typed while it is saved, and none of it is lost', async () => {
    const server = aServer();
    const session = server.session();
    let release = () => {};
    server.holdUntil(new Promise((resolve) => (release = resolve)));
    session.change(EMPLOYEES, '1');
    const saving = session.flush();
    session.change(EMPLOYEES, '12');
    release();
    await saving;
    expect(server.stored().answers.employees).toBe('12');
    expect(session.getState().pending.size).toBe(0);
  });

  it('is put back to what stood there, even while the other value is on its way', async () => {
    const server = aServer();
    const session = server.session();
    let release = () => {};
    server.holdUntil(new Promise((resolve) => (release = resolve)));
    session.change(EMPLOYEES, '999');
    const saving = session.flush();
    session.change(EMPLOYEES, '128');
    release();
    await saving;
    expect(server.stored().answers.employees).toBe('128');
  });

  it('stays on the page when saving fails, says why, and is sent again by itself', async () => {
    const server = aServer();
    const session = server.session();
    server.fails({ kind: 'failed', why: 'network', says: '网络断开' });
    session.change(EMPLOYEES, '130');
    await session.flush();
    expect(session.getState().save).toMatchObject({ kind: 'failed', why: 'network' });
    session.change(EMPLOYEES, '131');
    expect(session.getState().save.kind).toBe('failed');
    server.fails(null);
    server.due();
    await session.flush();
    expect(server.stored().answers.employees).toBe('131');
    expect(session.getState().save.kind).toBe('saved');
  });

  it('is saved though it was typed while the draft is fetched anew, however long that takes', async () => {
    const server = aServer();
    const session = server.session();
    server.holdLoadUntil(new Promise(() => {}));
    session.change(ID_NUMBER, inventedResidentId(1));
    void session.flush();
    await settled();
    expect(session.getState().pending.size).toBe(0);
    session.change(EMPLOYEES, '130');
    server.due();
    await settled();
    expect(server.stored().answers.employees).toBe('130');
    expect(session.getState().save.kind).toBe('saved');
  });

  it.each(['131', '128'])('is nobody else’s when its answer was lost and it became %s since', async (since) => {
    const server = aServer();
    const session = server.session();
    server.fails({ kind: 'failed', why: 'network', says: '网络断开' });
    session.change(EMPLOYEES, '130');
    await session.flush();
    server.takesWithoutAnswer({ employees: '130' });
    server.fails(null);
    session.change(EMPLOYEES, since);
    await session.flush();
    expect(session.getState().conflicts).toEqual([]);
    expect(server.stored().answers.employees).toBe(since);
    expect(session.getState().pending.size).toBe(0);
  });

  it('about a talent whom another window removed does not hold up the rest', async () => {
    const server = aServer();
    const session = server.session();
    server.removes('talent-1');
    session.change(ID_NUMBER, inventedResidentId(1));
    session.change(EMPLOYEES, '130');
    await session.flush();
    expect(server.stored().answers.employees).toBe('130');
    expect(session.getState().save.kind).toBe('saved');
  });

  it('is not sent again and again when the case cannot be edited any more', async () => {
    const server = aServer();
    const session = server.session();
    server.fails({ kind: 'failed', why: 'refused', says: '本申请目前是“已提交”' });
    session.change(EMPLOYEES, '130');
    await session.flush();
    expect(server.waiting).toEqual([]);
  });

  it('is sent without waiting for an answer when the page goes away', async () => {
    const server = aServer();
    const session = server.session();
    session.change(EMPLOYEES, '130');
    session.change(ID_NUMBER, inventedResidentId(1));
    session.leave();
    expect(server.sent.map(({ talentId, keepalive }) => [talentId, keepalive])).toEqual([
      [null, true],
      ['talent-1', true],
    ]);
  });

  it('and what another window saved meet: both values are kept until one is chosen', async () => {
    const server = aServer();
    const session = server.session();
    server.inAnotherWindow({ employees: '200' });
    session.change(EMPLOYEES, '300');
    await session.flush();
    expect(session.getState().conflicts).toEqual([{ ...EMPLOYEES, was: '128', mine: '300', theirs: '200' }]);
    expect(server.stored().answers.employees).toBe('200');
    session.choose(EMPLOYEES, 'mine');
    await session.flush();
    expect(server.stored().answers.employees).toBe('300');
    expect(session.getState().conflicts).toEqual([]);
  });
});

describe('a draft that is taken over', () => {
  it('writes nothing: not on opening, not on coming back, not with what another window saved', async () => {
    const server = aServer();
    const session = server.session();
    server.inAnotherWindow({ employees: '200' });
    await session.refresh();
    session.adopt(server.stored());
    await session.flush();
    session.leave();
    expect(server.sent).toEqual([]);
    expect(session.getState().draft.answers.employees).toBe('200');
  });

  it('is never an older one than the one at hand', async () => {
    const server = aServer();
    const session = server.session();
    session.change(EMPLOYEES, '130');
    await session.flush();
    session.adopt(DRAFT);
    expect(session.getState().draft.answers.employees).toBe('130');
  });
});

describe('the draft as it is typed', () => {
  const overlay = (pending: Pending) => ({
    ...{ pending, typed: new Map<string, string>(), config: talentRecruitment, today: shanghaiDay('2026-11-23') },
  });

  it('is the saved one while nothing is typed', () => {
    expect(draftAsTyped(DRAFT, overlay(new Map()))).toBe(DRAFT);
  });

  it('shows gender and birth date as soon as the number carries them', () => {
    const server = aServer();
    const session = server.session();
    session.change(ID_NUMBER, inventedResidentId(1));
    const { pending, typed } = session.getState();
    const shown = draftAsTyped(DRAFT, { ...overlay(new Map()), pending, typed });
    expect(shown.talents[0]?.answers).toMatchObject({ birthDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(shown.talents[0]?.sealed).toEqual({});
  });

  it('keeps the number that was typed in this window, of which the server gives back a mask', async () => {
    const server = aServer();
    const session = server.session();
    session.change(ID_NUMBER, inventedResidentId(1));
    await session.flush();
    expect(session.getState().typed.get('talent-1/idNumber')).toBe(inventedResidentId(1));
    expect(session.getState().draft.talents[0]?.sealed.idNumber?.masked).toBe('320***********9999');
  });
});
