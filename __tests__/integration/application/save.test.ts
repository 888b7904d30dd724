import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addTalent } from '@/lib/application/commands/add-talent';
import { discardDraft, restoreDraft } from '@/lib/application/commands/discard-draft';
import { removeTalents } from '@/lib/application/commands/remove-talents';
import { reorderTalents } from '@/lib/application/commands/reorder-talents';
import { restoreTalents } from '@/lib/application/commands/restore-talents';
import { saveBatch } from '@/lib/application/commands/save-batch';
import { saveAnswers } from '@/lib/application/commands/save-answers';
import { saveTalent } from '@/lib/application/commands/save-talent';
import { startApplication } from '@/lib/application/commands/start-application';
import { draftForEdit } from '@/lib/application/queries';
import { newId } from '@/lib/db/ids';
import { inventedResidentId } from '../../builders/answers';
import { aDraft } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from './application-world';

let world: ApplicationWorld;
let applicationId: string;
let talentIds: readonly string[];
beforeAll(async () => {
  world = await applicationWorld();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.application.updateMany({ where: { status: 'DRAFT' }, data: { discardedAt: new Date() } });
  ({ applicationId, talentIds } = await aDraft(world.clerk, { withoutPapers: true }));
});

const draft = async () => (await draftForEdit(world.clerk, applicationId)).draft;
const save = (base: number, fieldId: string, was: string, value: string) =>
  saveAnswers(world.clerk, { applicationId, base, changes: [{ fieldId, was, value }] });
const saveOf = (talentId: string, base: number, fieldId: string, was: string, value: string) =>
  saveTalent(world.clerk, { applicationId, talentId, base, changes: [{ fieldId, was, value }] });

describe('starting', () => {
  const input = { programme: 'talent-recruitment', instructions: '2026-1', accepted: 'yes' as const };

  it('meets the one open draft, however often and however parallel 开始申请 is clicked', async () => {
    await discardDraft(world.clerk, { applicationId });
    const begun = await Promise.all(Array.from({ length: 10 }, () => startApplication(world.clerk, input)));
    const ids = new Set(begun.map((answer) => (answer.ok ? answer.value.applicationId : answer.refusal.code)));
    expect(ids.size).toBe(1);
    expect(ids).not.toContain(applicationId);
  });

  it('keeps which instructions were accepted and when, and prefills from the register', async () => {
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(row.acceptedNotice).toEqual({ version: '2026-1', at: '2026-11-23T02:00:00.000Z' });
    expect(row.answers).toMatchObject({ enterpriseName: world.own.name, uscc: world.own.uscc });
    expect(row.contactId).toBe(world.own.contactIds[0]);
  });

  it('refuses instructions that are not the present ones, and a window that is not open', async () => {
    await discardDraft(world.clerk, { applicationId });
    const old = await startApplication(world.clerk, { ...input, instructions: '2025-1' });
    expect(old).toMatchObject({ ok: false, refusal: { code: 'instructions-not-accepted' } });
    const late = await startApplication(world.clerkAt(new Date('2026-12-16T00:00:00Z')), input);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'window-closed' } });
  });
});

describe('saving', () => {
  it('merges changes to different fields from two windows', async () => {
    const { revision } = await draft();
    const [one, two] = await Promise.all([
      save(revision, 'employees', '128', '200'),
      save(revision, 'insuredEmployees', '126', '190'),
    ]);
    expect([one.ok, two.ok]).toEqual([true, true]);
    expect((await draft()).answers).toMatchObject({ employees: '200', insuredEmployees: '190' });
  });

  it('answers both values when the same field was changed in another window, and keeps the other fields', async () => {
    const { revision } = await draft();
    await save(revision, 'employees', '128', '200');
    const changes = [
      { fieldId: 'employees', was: '128', value: '300' },
      { fieldId: 'insuredEmployees', was: '126', value: '190' },
    ];
    const second = await saveAnswers(world.clerk, { applicationId, base: revision, changes });
    expect(second).toMatchObject({
      ok: true,
      value: { conflicts: [{ fieldId: 'employees', mine: '300', theirs: '200' }], stored: { insuredEmployees: '190' } },
    });
    expect((await draft()).answers).toMatchObject({ employees: '200', insuredEmployees: '190' });
  });

  it('changes nothing when the same change is sent again after a lost answer', async () => {
    const { revision } = await draft();
    await save(revision, 'employees', '128', '200');
    const again = await save(revision, 'employees', '128', '200');
    expect(again).toMatchObject({ ok: true, value: { conflicts: [] } });
    expect((await draft()).answers.employees).toBe('200');
  });

  it('takes what the same window sent without an answer for its own, and goes on from there', async () => {
    const { revision } = await draft();
    await save(revision, 'employees', '128', '200');
    const changes = [{ fieldId: 'employees', was: '128', value: '201', tried: [' ２００人 '] }];
    const next = await saveAnswers(world.clerk, { applicationId, base: revision, changes });
    expect(next).toMatchObject({ ok: true, value: { conflicts: [] } });
    expect((await draft()).answers.employees).toBe('201');
  });

  it('keeps what is wrong or missing as it was typed, and brings what is right into its one form', async () => {
    const { revision } = await draft();
    await save(revision, 'lastYearRevenue', '86,500,000.00', '９千万');
    await save(revision, 'employees', '128', ' １，２００人 ');
    const { answers } = await draft();
    expect(answers.lastYearRevenue).toBe('９千万');
    expect(answers.employees).toBe('1200');
  });

  it('refuses fields that come from the register and fields that there are none of', async () => {
    const { revision } = await draft();
    for (const fieldId of ['uscc', 'status', 'approvedFen', 'constructor']) {
      expect((await save(revision, fieldId, '', 'x')).ok).toBe(false);
    }
  });
});

describe('talents', () => {
  it('derives gender and birth date from the ID number, and lets go of them when the number carries none', async () => {
    const [talentId = ''] = talentIds;
    const before = (await draft()).talents[0];
    expect(before?.answers).toMatchObject({ gender: expect.any(String), birthDate: expect.stringMatching(/^\d{4}-/) });
    await saveOf(talentId, (await draft()).revision, 'idType', 'RESIDENT_ID', 'PASSPORT');
    const after = (await draft()).talents[0];
    expect(after?.answers.birthDate).toBeUndefined();
    expect(after?.sealed.idNumber?.ok).toMatch(/护照/);
  });

  it('names the earlier one when two have the same ID number', async () => {
    const second = (await draft()).talents[1];
    const seen = second?.sealed.idNumber?.masked ?? '';
    await saveOf(talentIds[1] ?? '', (await draft()).revision, 'idNumber', seen, inventedResidentId(101));
    expect((await draft()).talents[1]?.samePersonAs).toBe(talentIds[0]);
  });

  it('answers of the talent what the whole draft shows of them, the second of two with one number too', async () => {
    const changes = [
      { fieldId: 'idNumber', was: '', value: inventedResidentId(101), tried: [inventedResidentId(102)] },
    ];
    const order = { window: newId(), number: 1 };
    const given = { applicationId, base: 0, changes, order };
    for (const talentId of [...talentIds].reverse()) {
      const answer = await saveBatch(world.clerk, { ...given, talentId });
      expect(answer).toMatchObject({ ok: true, value: { conflicts: [], answers: (await draft()).answers } });
      expect(answer.ok && answer.value.talent).toEqual((await draft()).talents.find(({ id }) => id === talentId));
    }
    expect((await draft()).talents.map(({ samePersonAs }) => samePersonAs)).toEqual([null, talentIds[0]]);
  });

  it('takes the mask that was shown for unchanged, and keeps the number behind it', async () => {
    const [talentId = ''] = talentIds;
    const { revision, talents } = await draft();
    const masked = talents[0]?.sealed.idNumber?.masked ?? '';
    await saveOf(talentId, revision, 'idNumber', masked, masked);
    expect((await draft()).talents[0]?.sealed.idNumber).toEqual({ masked, ok: true });
  });

  it('take the same number again after a lost answer, of which only the mask can be seen', async () => {
    const [talentId = ''] = talentIds;
    const { revision, talents } = await draft();
    const seen = talents[0]?.sealed.idNumber?.masked ?? '';
    const again = () => saveOf(talentId, revision, 'idNumber', seen, inventedResidentId(777));
    await again();
    expect(await again()).toMatchObject({ ok: true, value: { conflicts: [] } });
    const other = await saveOf(talentId, revision, 'idNumber', seen, inventedResidentId(778));
    expect(other).toMatchObject({ ok: true, value: { conflicts: [{ fieldId: 'idNumber' }] } });
  });

  it('cuts the expected amount by what the enterprise was granted this year', async () => {
    const key = { enterpriseId: world.own.id, programmeId: world.programme.programmeId, year: 2026 };
    await world.db.enterpriseYear.create({ data: { ...key, capFen: 500_000_00, grantedFen: 480_000_00 } });
    await addTalent(world.clerk, { applicationId });
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(Number(row.expectedFen)).toBe(20_000_00);
    await world.db.enterpriseYear.deleteMany();
  });

  it('come back in their place with their answers when their removal is undone', async () => {
    const [talentId = ''] = talentIds;
    const before = (await draft()).talents;
    await removeTalents(world.clerk, { applicationId, talentIds: [talentId] });
    expect((await draft()).talents).toHaveLength(1);
    await restoreTalents(world.clerk, { applicationId, talentIds: [talentId] });
    expect((await draft()).talents).toEqual(before);
  });

  it('stand in the order given, and a list of other people is refused', async () => {
    const turned = [...talentIds].reverse();
    expect((await reorderTalents(world.clerk, { applicationId, talentIds: turned })).ok).toBe(true);
    expect((await draft()).talents.map(({ id }) => id)).toEqual(turned);
    const doubled = [turned[0] ?? '', turned[0] ?? ''];
    const refused = await reorderTalents(world.clerk, { applicationId, talentIds: doubled });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'somebody-was-faster' } });
  });

  it('take over contract and schooling in a copy, and nothing personal', async () => {
    const added = await addTalent(world.clerk, { applicationId, copyOf: talentIds[0] });
    const copy = (await draft()).talents.find(({ id }) => added.ok && id === added.value.talentId);
    expect(copy).toMatchObject({ name: '', category: 'B', sealed: {} });
    expect(copy?.answers).toMatchObject({ position: '算法工程师', degree: 'doctor' });
    expect(copy?.answers.birthDate).toBeUndefined();
  });
});

describe('discarding', () => {
  it('is undone for 30 days, unless another draft was begun', async () => {
    await discardDraft(world.clerk, { applicationId });
    expect((await restoreDraft(world.clerk, { applicationId })).ok).toBe(true);
    await discardDraft(world.clerk, { applicationId });
    const late = world.clerkAt(new Date('2026-12-24T02:00:00Z'));
    expect((await restoreDraft(late, { applicationId })).ok).toBe(false);
    await aDraft(world.clerk, { withoutPapers: true });
    expect((await restoreDraft(world.clerk, { applicationId })).ok).toBe(false);
  });
});
