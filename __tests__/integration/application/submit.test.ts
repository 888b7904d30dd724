import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveAnswers } from '@/lib/application/commands/save-answers';
import { saveTalent } from '@/lib/application/commands/save-talent';
import { contentHash } from '@/lib/db/content-hash';
import { submit } from '@/lib/application/commands/submit';
import { takeBack } from '@/lib/application/commands/take-back';
import { withdraw } from '@/lib/application/commands/withdraw';
import { draftForEdit } from '@/lib/application/queries';
import { parseSnapshot } from '@/lib/application/rules/snapshot';
import { parseNumber } from '@/lib/kernel/numbers';
import { aDraft, aSubmitted, handIn } from '../../builders/application';
import { inventedMobile, inventedResidentId } from '../../builders/answers';
import { applicationWorld, type ApplicationWorld } from './application-world';

let world: ApplicationWorld;
beforeAll(async () => {
  world = await applicationWorld();
});
afterAll(() => world.drop());

const discardAll = async () => {
  await world.db.application.updateMany({ where: { status: 'DRAFT' }, data: { discardedAt: new Date() } });
};

describe('submitting', () => {
  it('makes one version and one 受理编号 of twenty parallel clicks, and tells it to everybody who clicked', async () => {
    const { applicationId } = await aDraft(world.clerk);
    const { draft } = await draftForEdit(world.clerk, applicationId);
    const input = { applicationId, seenRevision: draft.revision, submission: 1 };
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(world.clerk, input)));
    const numbers = new Set(answers.map((answer) => (answer.ok ? answer.value.number : answer.refusal.code)));
    expect(numbers.size).toBe(1);
    expect(parseNumber('RC', [...numbers][0] ?? '').ok).toBe(true);
    expect(await world.db.submission.count({ where: { applicationId } })).toBe(1);
    const audits = await world.db.auditEntry.count({
      where: { subjectId: applicationId, action: 'application.submit' },
    });
    expect(audits).toBe(1);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(row).toMatchObject({ status: 'SUBMITTED', submissionCount: 1, version: 1 });
    expect(Number(row.expectedFen)).toBe(60_000_00);
  });

  it('freezes what was handed in: the hash is that of the snapshot, and no later change reaches it', async () => {
    const { applicationId, talentIds } = await aSubmitted(world.clerk);
    const before = await world.db.submission.findFirstOrThrow({ where: { applicationId } });
    expect(contentHash(before.snapshot)).toBe(before.sha256);
    await takeBack(world.clerk, { applicationId });
    const { draft } = await draftForEdit(world.clerk, applicationId);
    const changes = [{ fieldId: 'position', was: '算法工程师', value: '首席科学家' }];
    const saved = await saveTalent(world.clerk, {
      ...{ applicationId, talentId: talentIds[0] ?? '', base: draft.revision, changes },
    });
    expect(saved.ok).toBe(true);
    const after = await world.db.submission.findFirstOrThrow({ where: { applicationId } });
    expect(after.snapshot).toEqual(before.snapshot);
    await expect(world.db.submission.updateMany({ data: { sha256: '0' } })).rejects.toThrow();
    await expect(world.db.submission.deleteMany({})).rejects.toThrow();
    await discardAll();
  });

  it('keeps no ID number and no mobile in the clear, in no column of any table', async () => {
    const { applicationId } = await aSubmitted(world.clerk, {
      talents: [{ category: 'B', name: '陈思睿', seed: 777 }],
    });
    const canaries = [inventedResidentId(777), inventedMobile(777)];
    const tables = await world.db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'`;
    for (const { name } of tables) {
      const rows = await world.db.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS text FROM "${name}" t`);
      for (const canary of canaries) expect(rows.filter(({ text }) => text.includes(canary))).toEqual([]);
    }
    const { snapshot } = await world.db.submission.findFirstOrThrow({ where: { applicationId } });
    const [talent] = parseSnapshot(snapshot).talents;
    expect(talent?.sealed.idNumber?.masked).toMatch(/^320\*+\d{3}[\dX]$/);
    const copies = await world.db.sealedValue.count({ where: { tableName: 'submission' } });
    expect(copies).toBeGreaterThanOrEqual(2);
  });

  it('says everything that is missing at once and writes nothing', async () => {
    const { applicationId } = await aDraft(world.clerk, { withoutPapers: true, answers: { mainBusiness: '' } });
    const { draft } = await draftForEdit(world.clerk, applicationId);
    const answer = await submit(world.clerk, { applicationId, seenRevision: draft.revision, submission: 1 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'obstacles' } });
    const obstacles = !answer.ok && answer.refusal.code === 'obstacles' ? answer.refusal.obstacles : [];
    expect(obstacles.map(({ part }) => part)).toContain('field:mainBusiness');
    expect(obstacles.filter(({ step }) => step === 'attachments').length).toBeGreaterThan(8);
    expect(await world.db.submission.count({ where: { applicationId } })).toBe(0);
    await discardAll();
  });

  it('refuses a preview that is older than what was saved since', async () => {
    const { applicationId } = await aDraft(world.clerk);
    const { draft } = await draftForEdit(world.clerk, applicationId);
    const changes = [{ fieldId: 'employees', was: '128', value: '129' }];
    expect((await saveAnswers(world.clerk, { applicationId, base: draft.revision, changes })).ok).toBe(true);
    const answer = await submit(world.clerk, { applicationId, seenRevision: draft.revision, submission: 1 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'stale-revision' } });
    await discardAll();
  });

  it('takes a draft until 24:00 of the last day in Shanghai, and none a millisecond later', async () => {
    const last = world.clerkAt(new Date('2026-12-15T15:59:59.999Z'));
    const { applicationId } = await aDraft(last);
    const late = world.clerkAt(new Date('2026-12-15T16:00:00.000Z'));
    const { draft } = await draftForEdit(last, applicationId);
    const input = { applicationId, seenRevision: draft.revision, submission: 1 };
    expect(await submit(late, input)).toMatchObject({ ok: false, refusal: { code: 'window-closed' } });
    expect((await submit(last, input)).ok).toBe(true);
  });

  it('warns of somebody who was granted before, without a word about where, and goes on when told to', async () => {
    const seed = 4242;
    const person = world.vault.blind('person', `RESIDENT_ID:${inventedResidentId(seed)}`);
    const elsewhere = await aSubmitted(world.stranger);
    await world.db.grantedPerson.create({
      data: {
        ...{ programmeId: world.programme.programmeId, person, at: new Date() },
        ...{ applicationId: elsewhere.applicationId, talentId: elsewhere.talentIds[0] ?? '' },
      },
    });
    const { applicationId } = await aDraft(world.clerk, { talents: [{ category: 'B', name: '李明', seed }] });
    const { draft } = await draftForEdit(world.clerk, applicationId);
    const input = { applicationId, seenRevision: draft.revision, submission: 1 };
    const warned = await submit(world.clerk, input);
    expect(warned).toMatchObject({ ok: false, refusal: { code: 'person-already-granted' } });
    expect(JSON.stringify(warned)).not.toContain(elsewhere.number);
    expect(JSON.stringify(warned)).not.toContain(world.other.name);
    expect((await submit(world.clerk, { ...input, insists: 'yes' })).ok).toBe(true);
  });
});

describe('after submitting', () => {
  it('takes a submission back to a draft while the window is open, and only withdraws after it', async () => {
    const { applicationId } = await aSubmitted(world.clerk);
    const late = world.clerkAt(new Date('2026-12-20T02:00:00Z'));
    const refused = await takeBack(late, { applicationId });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'window-closed', mayWithdraw: true } });
    expect((await takeBack(world.clerk, { applicationId })).ok).toBe(true);
    expect((await draftForEdit(world.clerk, applicationId)).draft.status).toBe('DRAFT');
    const number = await handIn(world.clerk, applicationId);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(row).toMatchObject({ number, submissionCount: 2, status: 'SUBMITTED' });
    expect((await withdraw(late, { applicationId })).ok).toBe(true);
    expect((await withdraw(late, { applicationId })).ok).toBe(true);
  });

  it('lets neither take back nor withdraw once a reviewer had it, even after it was released', async () => {
    const { applicationId } = await aSubmitted(world.clerk);
    await world.db.application.update({ where: { id: applicationId }, data: { claimedThisVersion: true } });
    for (const act of [takeBack, withdraw]) {
      expect(await act(world.clerk, { applicationId })).toMatchObject({
        ok: false,
        refusal: { code: 'already-claimed' },
      });
    }
  });
});
