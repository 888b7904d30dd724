import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askReset } from '@/lib/access/commands/ask-reset';
import type { Context } from '@/lib/access/context';
import { issuePictureCode } from '@/lib/access/picture-code/issue';
import { givePuzzle } from '@/lib/access/picture-code/puzzle';
import { secretOf } from '@/lib/access/picture-code/seed';
import { spendPictureCode } from '@/lib/access/picture-code/spend';
import { answerOf, type PictureCodePurpose } from '@/lib/access/rules/picture-code';
import { answerOfSecret, PUZZLE_SECRET_DIGITS, solvePuzzle } from '@/lib/access/rules/puzzle';
import { newId } from '@/lib/db/ids';
import { requestReset } from '@/lib/enterprise/commands/request-reset';
import { accessWorld, later, tokenOf, type AccessWorld } from './access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());
beforeEach(() => world.db.rateCount.deleteMany());

const PURPOSE = 'enterprise-sign-in' as const;
const STALE = { ok: false, refusal: { code: 'puzzle-stale' } };

async function puzzleFor(ctx: Context, id: string, purpose: PictureCodePurpose = PURPOSE) {
  const given = await givePuzzle(ctx, { id, purpose });
  if (!given.ok) throw new Error(given.refusal.code);
  return given.value;
}

/** A code whose puzzle was given, and its solution: what solving finds, without the seconds that it takes. */
async function worked(purpose: PictureCodePurpose = PURPOSE, ctx = world.visitor()) {
  const pictureCodeId = newId();
  await puzzleFor(ctx, pictureCodeId, purpose);
  const row = await world.db.pictureCode.findUniqueOrThrow({ where: { id: pictureCodeId } });
  return { pictureCodeId, pictureCode: answerOfSecret(secretOf(ctx.vault, row)) };
}

describe('a code that the computer works out', () => {
  it('opens the form like a picture, by what solving its puzzle finds', async () => {
    const pictureCodeId = newId();
    const pictureCode = solvePuzzle(await puzzleFor(world.visitor(), pictureCodeId)) ?? '';
    await tokenOf(world.enter(world.visitor(), { pictureCodeId, pictureCode }));
  });

  it('serves every form that has a picture', async () => {
    expect(await world.enterStaff(world.visitor(), await worked('staff-sign-in'))).toMatchObject({ ok: true });
    const who = { enterprise: world.enterprise.name, username: 'super', channel: 'SMS' as const };
    expect(await askReset(world.visitor(), { ...who, ...(await worked('forgot-password')) })).toMatchObject({
      ok: true,
    });
    const whose = { enterprise: world.enterprise.name, account: 'admin' as const, mobile: '13800009999' };
    expect(await requestReset(world.visitor(), { ...whose, ...(await worked('reset-request')) })).toEqual({ ok: true });
  });

  it('is spent once: by its solution, replayed with the right password, or read off its picture afterwards', async () => {
    const code = await worked();
    await tokenOf(world.enter(world.visitor(), code));
    expect(await world.enter(world.visitor(), code)).toEqual(STALE);

    const id = newId();
    const issued = await issuePictureCode(world.visitor(), { id, purpose: PURPOSE });
    if (!issued.ok) throw new Error('no picture');
    const solution = answerOfSecret(secretOf(world.vault, issued.value));
    expect(await spendPictureCode(world.visitor(), { id, answer: solution, purpose: PURPOSE })).toEqual({ ok: true });
    const read = { id, answer: answerOf(issued.value.seed), purpose: PURPOSE };
    expect(await spendPictureCode(world.visitor(), read)).toMatchObject({ refusal: { code: 'picture-code-stale' } });
  });

  it('is good for one of twenty that send its solution at once', async () => {
    const { pictureCodeId: id, pictureCode: answer } = await worked();
    const spent = await Promise.all(
      Array.from({ length: 20 }, () => spendPictureCode(world.visitor(), { id, answer, purpose: PURPOSE })),
    );
    expect(spent.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is used up by a wrong solution too, and one of another code is wrong', async () => {
    const [one, other] = [await worked(), await worked()];
    expect(await world.enter(world.visitor(), { ...one, pictureCode: other.pictureCode })).toEqual(STALE);
    expect(await world.enter(world.visitor(), one)).toEqual(STALE);
    await tokenOf(world.enter(world.visitor(), other));
  });

  it('of one form opens no other, and none that was never given opens any', async () => {
    expect(await world.enterStaff(world.visitor(), await worked(PURPOSE))).toEqual(STALE);
    const { pictureCode } = await worked();
    expect(await world.enter(world.visitor(), { pictureCodeId: newId(), pictureCode })).toEqual(STALE);
  });

  it('lasts two minutes from when it was given, not longer', async () => {
    const inTime = await worked();
    await tokenOf(world.enter(world.visitor({ at: later(119.999) }), inTime));
    expect(await world.enter(world.visitor({ at: later(120) }), await worked())).toEqual(STALE);
  });

  it('has the same puzzle again while it lasts, none once it is used, and another when its row was removed', async () => {
    const id = newId();
    const first = await puzzleFor(world.visitor(), id);
    expect(await puzzleFor(world.visitor({ at: later(60) }), id)).toEqual(first);
    await spendPictureCode(world.visitor(), { id, answer: 'WRNG', purpose: PURPOSE });
    expect(await givePuzzle(world.visitor(), { id, purpose: PURPOSE })).toMatchObject({
      refusal: { code: 'picture-code-stale' },
    });
    await world.db.pictureCode.delete({ where: { id } });
    const again = await puzzleFor(world.visitor({ at: later(1) }), id);
    expect(again.salt).not.toBe(first.salt);
    expect(again.marks).not.toEqual(first.marks);
  });

  it('is judged before the password and counted like any try', async () => {
    const wrong = { ...(await worked()), pictureCode: answerOfSecret('0'.repeat(PUZZLE_SECRET_DIGITS)), password: 'x' };
    expect(await world.enter(world.visitor(), wrong)).toEqual(STALE);
    const answers = [];
    for (let tries = 0; tries < 4; tries += 1)
      answers.push(await world.enter(world.visitor(), { ...(await worked()), password: 'Wrong-horse-7' }));
    expect(answers.map((answer) => !answer.ok && answer.refusal.code)).toEqual([
      ...['credentials-wrong', 'credentials-wrong', 'credentials-wrong', 'too-many-tries'],
    ]);
  });

  it('is given out of the same three hundred as the pictures of a network', async () => {
    const ctx = world.visitor({ address: '198.51.100.201' });
    await world.picture(ctx);
    await world.db.rateCount.updateMany({ where: { key: { startsWith: 'picture ' } }, data: { count: 299 } });
    expect(await givePuzzle(ctx, { id: newId(), purpose: PURPOSE })).toMatchObject({ ok: true });
    expect(await givePuzzle(ctx, { id: newId(), purpose: PURPOSE })).toMatchObject({
      refusal: { code: 'too-many-tries' },
    });
    expect(await issuePictureCode(ctx, { id: newId(), purpose: PURPOSE })).toMatchObject({
      refusal: { code: 'too-many-tries' },
    });
  });
});
