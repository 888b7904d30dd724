import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { discardDraft } from '@/lib/application/commands/discard-draft';
import { saveBatch } from '@/lib/application/commands/save-batch';
import { submit } from '@/lib/application/commands/submit';
import { draftForEdit, journalKey } from '@/lib/application/queries';
import { newId } from '@/lib/db/ids';
import { inventedResidentId } from '../../builders/answers';
import { aDraft, attachPapers } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from './application-world';

let world: ApplicationWorld;
let applicationId: string;
let talentId: string;
beforeAll(async () => {
  world = await applicationWorld();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.application.updateMany({ where: { status: 'DRAFT' }, data: { discardedAt: new Date() } });
  const built = await aDraft(world.clerk, { withoutPapers: true });
  applicationId = built.applicationId;
  talentId = built.talentIds[0] ?? '';
});

const draft = async () => (await draftForEdit(world.clerk, applicationId)).draft;
type Change = { fieldId: string; was: string; value: string; tried?: string[] };
const send = (window: string, number: number, change: Change, form: string | null = null, ctx = world.clerk) =>
  saveBatch(ctx, { applicationId, talentId: form, base: 0, changes: [change], order: { window, number } });

describe('what one window sends', () => {
  it('stands as it was sent last, however many deliveries come at once and in whatever order', async () => {
    const window = newId();
    const numbers = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
    const answers = await Promise.all(
      numbers.map((number) => send(window, number, { fieldId: 'employees', was: '128', value: String(1000 + number) })),
    );
    expect((await draft()).answers.employees).toBe('1020');
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.every((answer) => !answer.ok && answer.refusal.code === 'superseded')).toBe(true);
    expect(answers.flatMap((answer) => (answer.ok ? answer.value.conflicts : []))).toEqual([]);
  }, 60_000);

  it('is not written, nor counted as a change, when it arrives after its retry', async () => {
    const window = newId();
    await send(window, 2, { fieldId: 'employees', was: '128', value: '202' });
    const before = await draft();
    const late = await send(window, 1, { fieldId: 'employees', was: '128', value: '201' });
    expect(late).toEqual({ ok: false, refusal: { code: 'superseded' } });
    expect(await draft()).toEqual(before);
  });

  it('keeps each form in an order of its own', async () => {
    const window = newId();
    await send(
      window,
      2,
      { fieldId: 'position', was: (await draft()).talents[0]?.answers.position ?? '', value: '工程师' },
      talentId,
    );
    const other = await send(window, 1, { fieldId: 'employees', was: '128', value: '201' });
    expect(other.ok).toBe(true);
  });

  it('goes before what it had seen itself: a number sealed by this very window is its own', async () => {
    const window = newId();
    const seen = (await draft()).talents[0]?.sealed.idNumber?.masked ?? '';
    await send(window, 1, { fieldId: 'idNumber', was: seen, value: inventedResidentId(777) }, talentId);
    const next = await send(window, 2, { fieldId: 'idNumber', was: seen, value: inventedResidentId(778) }, talentId);
    expect(next).toMatchObject({ ok: true, value: { conflicts: [] } });
  });

  it('is answered with what stood in the same moment, not with what another window saved since', async () => {
    const [one, two] = await Promise.all([
      send(newId(), 1, { fieldId: 'employees', was: '128', value: '201' }),
      send(newId(), 1, { fieldId: 'employees', was: '128', value: '202' }),
    ]);
    const values = [one, two].map((answer) => answer.ok && answer.value.answers.employees);
    expect(values[0]).toBe(values[1]);
  });

  it('has no order left once the draft is handed in or deleted', async () => {
    await attachPapers(world.clerk, applicationId);
    await send(newId(), 1, { fieldId: 'employees', was: '128', value: '201' });
    const { revision } = await draft();
    expect((await submit(world.clerk, { applicationId, seenRevision: revision, submission: 1 })).ok).toBe(true);
    expect(await world.db.draftWindow.count({ where: { applicationId } })).toBe(0);
    const other = await aDraft(world.clerk, { withoutPapers: true });
    applicationId = other.applicationId;
    await send(newId(), 1, { fieldId: 'employees', was: '128', value: '201' });
    await discardDraft(world.clerk, { applicationId });
    expect(await world.db.draftWindow.count({ where: { applicationId } })).toBe(0);
  });
});

describe('a value that somebody else saved meanwhile', () => {
  const mine = { fieldId: 'employees', was: '128', value: '300' };

  it('is named by colleague and time, or as one’s own other window', async () => {
    await send(newId(), 1, { fieldId: 'employees', was: '128', value: '200' });
    const by = { name: null, at: '2026-11-23T02:00:00.000Z' };
    expect(await send(newId(), 1, mine)).toMatchObject({ ok: true, value: { conflicts: [{ theirs: '200', by }] } });
    const colleague = { ...world.clerk, actor: { ...world.clerk.actor, id: newId() } };
    const seen = await send(newId(), 1, mine, null, colleague);
    expect(seen).toMatchObject({ ok: true, value: { conflicts: [{ by: { name: expect.any(String) } }] } });
  });

  it('is never written over because the draft was fetched anew in between', async () => {
    await send(newId(), 1, { fieldId: 'employees', was: '128', value: '200' });
    const { revision } = await draft();
    const order = { window: newId(), number: 1 };
    const answer = await saveBatch(world.clerk, {
      applicationId,
      talentId: null,
      base: revision,
      changes: [mine],
      order,
    });
    expect(answer).toMatchObject({ ok: true, value: { conflicts: [{ mine: '300', theirs: '200' }] } });
    expect((await draft()).answers.employees).toBe('200');
  });
});

describe('the key of the copy on one’s own computer', () => {
  it('is the same for the same person and draft, and another one for everybody and everything else', async () => {
    const other = (await aDraft(world.stranger, { withoutPapers: true })).applicationId;
    const colleague = { ...world.clerk, actor: { ...world.clerk.actor, id: newId() } };
    const keys = [
      await journalKey(world.clerk, applicationId),
      await journalKey(colleague, applicationId),
      await journalKey(world.stranger, other),
    ];
    expect(await journalKey(world.clerk, applicationId)).toEqual(keys[0]);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(3);
    expect(keys.map(({ key }) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32]);
    expect(keys[0]?.owner).toBe(world.clerk.actor.id);
  });

  it('is refused to another enterprise, to a handler without a grant, and to who may only read', async () => {
    const handler = world.clerkAt(world.clerk.now, 'HANDLER');
    const ungranted = { ...handler, actor: { ...handler.actor, programmeIds: [] } };
    const admin = world.clerkAt(world.clerk.now, 'ADMIN');
    for (const ctx of [world.stranger, ungranted, admin]) {
      await expect(journalKey(ctx, applicationId)).rejects.toThrow(Denied);
    }
  });
});
