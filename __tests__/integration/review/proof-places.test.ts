import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { draftForEdit } from '@/lib/application/queries';
import { markPlace } from '@/lib/review/commands/mark-place';
import { addComment, withdrawComment } from '@/lib/review/commands/note';
import { claim } from '@/lib/review/commands/claim';
import { caseView } from '@/lib/review/queries';
import { deskView } from '@/lib/review/rules/desk-view';
import { fieldRows } from '@/lib/review/rules/desk';
import { passFirst, takeAndLook } from '../../builders/review';
import { enterpriseActor } from '../../support/context';
import { returnCase } from '@/lib/review/commands/return-case';
import { aSubmittedCase, someone, type BuiltCase } from './a-submitted-case';
import { reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

const BOX = { x: 0.1, y: 0.25, width: 0.6, height: 0.05 };

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const rowsOf = async (who: ReviewWorld['people']['first1'], { id }: BuiltCase) => {
  const view = await caseView(who, id);
  if (!view) throw new Error('no case');
  return { view, rows: deskView(view).parts.flatMap(fieldRows) };
};

/** The contract of the first talent, and the field that it shows. */
async function contractOf(built: BuiltCase) {
  const { view } = await rowsOf(world.people.first1, built);
  const talentId = built.talentIds[0] ?? '';
  const file = view.snapshot.attachments.find(
    (one) => one.talentId === talentId && one.requirementId === 'labourContract',
  );
  return {
    pin: `talent:${talentId}:contractTo`,
    paper: `attachment:labourContract:${talentId}`,
    region: { fileId: file?.fileId ?? '', page: 2, box: BOX },
  };
}

describe('a place that shows a field', () => {
  it('is known to the final reviewer, and in another file of the paper as a likely page; the log has who marked it', async () => {
    const { first1, first2, final1 } = world.people;
    const [one, other] = [
      await aSubmittedCase(world, { talents: [someone('D')] }),
      await aSubmittedCase(world, { talents: [someone('D')] }),
    ];
    const marked = await contractOf(one);
    expect((await markPlace(first1, { applicationId: one.id, ...marked })).ok).toBe(false);
    await claim(first1, { applicationId: one.id });
    expect(await markPlace(first1, { applicationId: one.id, ...marked })).toEqual({ ok: true, value: undefined });
    await passFirst(first1, one.id);
    const { rows } = await rowsOf(final1, one);
    const proof = rows.find(({ pin }) => pin === marked.pin)?.proof;
    expect(proof).toEqual({ paper: marked.paper, fileIndex: 0, page: 2, box: BOX });
    const elsewhere = await rowsOf(first2, other);
    const [talentId] = other.talentIds;
    const hint = elsewhere.rows.find(({ pin }) => pin === `talent:${talentId}:contractTo`)?.proof;
    expect(hint).toMatchObject({ page: 2, box: null });
    const entry = await world.db.auditEntry.findFirst({ where: { subjectId: one.id, action: 'review.markPlace' } });
    expect(entry).toMatchObject({ actorId: first1.actor.id, word: '标出证明位置' });
  });

  it('is refused in a file of another paper or person, and off the page by the database too', async () => {
    const { first1 } = world.people;
    const built = await aSubmittedCase(world, { talents: [someone('D'), someone('D')] });
    await claim(first1, { applicationId: built.id });
    const marked = await contractOf(built);
    const wrong = { ...marked, paper: `attachment:consent:${built.talentIds[0]}` };
    expect(await markPlace(first1, { applicationId: built.id, ...wrong })).toMatchObject({ ok: false });
    const foreign = { ...marked, pin: `talent:${built.talentIds[1]}:contractTo` };
    expect(await markPlace(first1, { applicationId: built.id, ...foreign })).toMatchObject({ ok: false });
    const off = { ...marked, region: { ...marked.region, box: { ...BOX, x: 0.9 } } };
    await expect(markPlace(first1, { applicationId: built.id, ...off })).rejects.toThrow(/proof_place_on_page/);
  });
});

describe('a comment on a marked region', () => {
  it('goes out with the return, and the clerk is shown the place; one in a file of another paper is refused', async () => {
    const { first1 } = world.people;
    const built = await aSubmittedCase(world, { talents: [someone('D')] });
    await takeAndLook(first1, built.id);
    const { paper: target, region } = await contractOf(built);
    const said = { applicationId: built.id, target, text: '结束日期看不清。', region };
    const other = { ...said, target: `attachment:consent:${built.talentIds[0]}` };
    expect(await addComment(first1, other)).toMatchObject({ ok: false });
    const first = await addComment(first1, said);
    expect(await addComment(first1, said)).toMatchObject({ ok: true });
    if (first.ok) await withdrawComment(first1, { applicationId: built.id, commentId: first.value.id });
    expect(await returnCase(first1, { applicationId: built.id })).toMatchObject({ ok: true });
    const { enterprise } = world;
    const clerk = world.as(
      enterpriseActor({
        ...{ id: enterprise.users.super, enterpriseId: enterprise.id },
        ...{ enterpriseName: enterprise.name, uscc: enterprise.uscc },
      }),
    );
    const { comments } = await draftForEdit(clerk, built.id);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ part: target, region: { ...region, isPdf: false } });
  });
});
