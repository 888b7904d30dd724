import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { approve } from '@/lib/review/commands/approve';
import { caseView } from '@/lib/review/queries';
import { passFirst, takeAndLook } from '../../builders/review';
import { aSubmittedCase, newSeed, someone, type CasePlan } from './a-submitted-case';
import { reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const CAP = 500_000_00;
const year = (enterpriseId: string) =>
  world.db.enterpriseYear.findFirstOrThrow({ where: { enterpriseId, programmeId: world.programme.programmeId } });

/** A case that the final reviewer has before them, all looked at. */
async function atFinal(plan: CasePlan) {
  const built = await aSubmittedCase(world, plan);
  await passFirst(world.people.first1, built.id);
  await takeAndLook(world.people.final1, built.id);
  return built;
}

const granted = async (enterpriseId: string, fen: number) => {
  const { programmeId } = world.programme;
  await world.db.enterpriseYear.create({
    data: { enterpriseId, programmeId, year: 2026, capFen: CAP, grantedFen: fen },
  });
};

describe('approving a case', () => {
  it('grants the standard of each supported talent and takes each person for the programme', async () => {
    const enterprise = await world.anotherEnterprise();
    const talents = [someone('A'), someone('B'), someone('D')];
    const built = await aSubmittedCase(world, { enterprise, talents });
    await passFirst(world.people.first1, built.id, [{ index: 1, reason: '学位未认证。' }]);
    await takeAndLook(world.people.final1, built.id);
    const answer = await approve(world.people.final1, { applicationId: built.id });
    expect(answer).toEqual({ ok: true, value: { approvedFen: 110_000_00 } });
    expect(Number((await year(enterprise.id)).grantedFen)).toBe(110_000_00);
    const persons = await world.db.grantedPerson.findMany({ where: { applicationId: built.id } });
    const [one, , three] = built.talentIds;
    expect(persons.map(({ talentId }) => talentId).sort()).toEqual([one, three].sort());
    const view = await caseView(world.people.final1, built.id);
    expect(view?.award.lines.map(({ grantedFen }) => grantedFen)).toEqual([100_000_00, 0, 10_000_00]);
    expect(view).toMatchObject({ status: 'APPROVED', approvedFen: 110_000_00, stage: null });
  });

  it('lets the cap cut the last talents first and says so line by line', async () => {
    const enterprise = await world.anotherEnterprise();
    await granted(enterprise.id, 440_000_00);
    const built = await atFinal({ enterprise, talents: [someone('B'), someone('C'), someone('D')] });
    const before = await caseView(world.people.final1, built.id);
    expect(before?.award.lines.map(({ grantedFen }) => grantedFen)).toEqual([50_000_00, 10_000_00, 0]);
    expect(await approve(world.people.final1, { applicationId: built.id })).toEqual({
      ok: true,
      value: { approvedFen: 60_000_00 },
    });
    const after = await caseView(world.people.final1, built.id);
    expect(after?.award).toMatchObject({ usedFen: 440_000_00, roomFen: 60_000_00, totalFen: 60_000_00 });
    expect(after?.award.lines.at(-1)).toMatchObject({ grantedFen: 0, note: '支持（额度已用完）' });
    // Who gets nothing has not used up the one time either.
    expect(await world.db.grantedPerson.count({ where: { applicationId: built.id } })).toBe(2);
  });

  it('is refused where the cap leaves nothing', async () => {
    const enterprise = await world.anotherEnterprise();
    await granted(enterprise.id, CAP);
    const built = await atFinal({ enterprise, talents: [someone('D')] });
    expect(await approve(world.people.final1, { applicationId: built.id })).toEqual({
      ok: false,
      refusal: { code: 'cap-exhausted', capFen: CAP, usedFen: CAP },
    });
    expect((await caseView(world.people.final1, built.id))?.status).toBe('FINAL_REVIEW');
  });

  it('never lets parallel approvals of one enterprise pass its cap by a fen', async () => {
    const enterprise = await world.anotherEnterprise();
    await granted(enterprise.id, 435_000_00);
    const cases = [];
    for (let count = 0; count < 4; count += 1) {
      cases.push(await atFinal({ enterprise, talents: [someone('C'), someone('D')] }));
    }
    const answers = await Promise.all(cases.map(({ id }) => approve(world.people.final1, { applicationId: id })));
    const amounts = answers.flatMap((answer) => (answer.ok ? [answer.value.approvedFen] : []));
    expect(amounts.sort((a, b) => a - b)).toEqual([5_000_00, 30_000_00, 30_000_00]);
    expect(Number((await year(enterprise.id)).grantedFen)).toBe(CAP);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'cap-exhausted' } });
  });

  it('done twice at once is done once', async () => {
    const enterprise = await world.anotherEnterprise();
    const built = await atFinal({ enterprise, talents: [someone('D')] });
    const twenty = Array.from({ length: 20 }, () => approve(world.people.final1, { applicationId: built.id }));
    const answers = await Promise.all(twenty);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(Number((await year(enterprise.id)).grantedFen)).toBe(10_000_00);
  });
});

describe('a person in two cases', () => {
  const same = (seed: number) => [{ category: 'B', name: '欧阳文静', seed } as const];

  it('is refused in the second, which names the first to staff', async () => {
    const seed = newSeed();
    const first = await atFinal({ enterprise: await world.anotherEnterprise(), talents: same(seed) });
    const second = await atFinal({ enterprise: await world.anotherEnterprise(), talents: same(seed) });
    expect((await approve(world.people.final1, { applicationId: first.id })).ok).toBe(true);
    expect(await approve(world.people.final1, { applicationId: second.id })).toEqual({
      ok: false,
      refusal: { code: 'person-already-granted', name: '欧阳文静', number: first.number },
    });
    const view = await caseView(world.people.final1, second.id);
    expect(view?.grantedElsewhere).toEqual({ [second.talentIds[0] ?? '']: { id: first.id, number: first.number } });
  });

  it('is granted once when both are approved in the same instant', async () => {
    const seed = newSeed();
    const cases = [
      await atFinal({ enterprise: await world.anotherEnterprise(), talents: same(seed) }),
      await atFinal({ enterprise: await world.anotherEnterprise(), talents: same(seed) }),
    ];
    const answers = await Promise.all(cases.map(({ id }) => approve(world.people.final1, { applicationId: id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = cases[answers.findIndex(({ ok }) => ok)];
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: { code: 'person-already-granted', name: '欧阳文静', number: winner?.number },
    });
  });
});
