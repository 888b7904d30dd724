import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issuePictureCode } from '@/lib/access/picture-code/issue';
import { latestPictureCodes } from '@/lib/access/picture-code/latest';
import { spendPictureCode } from '@/lib/access/picture-code/spend';
import { answerOf } from '@/lib/access/rules/picture-code';
import { newId } from '@/lib/db/ids';
import { accessWorld, later, tokenOf, type AccessWorld } from './access-world';

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.drop());

const PURPOSE = 'enterprise-sign-in' as const;

describe('a picture code', () => {
  it('opens the form once: replayed with the right password it is refused', async () => {
    const code = await world.picture(world.visitor());
    await tokenOf(world.enter(world.visitor(), code));
    expect(await world.enter(world.visitor(), code)).toMatchObject({ refusal: { code: 'picture-code-stale' } });
  });

  it('is used up by a wrong answer too', async () => {
    const code = await world.picture(world.visitor());
    const wrong = await world.enter(world.visitor(), { ...code, pictureCode: 'WRNG' });
    expect(wrong).toEqual({ ok: false, refusal: { code: 'picture-code-wrong' } });
    expect(await world.enter(world.visitor(), code)).toMatchObject({ refusal: { code: 'picture-code-stale' } });
  });

  it('is judged before the password, so a wrong picture tells nothing about it', async () => {
    const code = { ...(await world.picture(world.visitor())), pictureCode: 'WRNG' };
    const answer = await world.enter(world.visitor(), { ...code, username: 'nobody', password: 'x' });
    expect(answer).toMatchObject({ refusal: { code: 'picture-code-wrong' } });
  });

  it('is good for one of twenty that answer it at once', async () => {
    const { pictureCodeId: id, pictureCode: answer } = await world.picture(world.visitor());
    const spent = await Promise.all(
      Array.from({ length: 20 }, () => spendPictureCode(world.visitor(), { id, answer, purpose: PURPOSE })),
    );
    expect(spent.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('forgives small letters and lasts two minutes, not longer', async () => {
    const inTime = await world.picture(world.visitor());
    await tokenOf(
      world.enter(world.visitor({ at: later(119.999) }), { ...inTime, pictureCode: inTime.pictureCode.toLowerCase() }),
    );
    const late = await world.picture(world.visitor());
    expect(await world.enter(world.visitor({ at: later(120) }), late)).toMatchObject({
      refusal: { code: 'picture-code-stale' },
    });
  });

  it('stands in the database only as a hash', async () => {
    const { pictureCodeId, pictureCode } = await world.picture(world.visitor());
    const row = await world.db.pictureCode.findUniqueOrThrow({ where: { id: pictureCodeId } });
    expect(JSON.stringify(row)).not.toContain(pictureCode);
    expect(row.answerHash).toMatch(/^[\w-]{43}$/);
  });

  it('shows the same picture again while it lasts, and none once it is used', async () => {
    const id = newId();
    const [first, again] = [
      await issuePictureCode(world.visitor(), { id, purpose: PURPOSE }),
      await issuePictureCode(world.visitor({ at: later(60) }), { id, purpose: PURPOSE }),
    ];
    if (!first.ok || !again.ok) throw new Error('no picture');
    expect(answerOf(again.value.seed)).toBe(answerOf(first.value.seed));
    await spendPictureCode(world.visitor(), { id, answer: 'WRNG', purpose: PURPOSE });
    expect(await issuePictureCode(world.visitor(), { id, purpose: PURPOSE })).toMatchObject({
      refusal: { code: 'picture-code-stale' },
    });
  });

  it('has another answer when its id comes again after the row was removed', async () => {
    const id = newId();
    const answers = [];
    for (const at of [later(0), later(1), later(2)]) {
      const issued = await issuePictureCode(world.visitor({ at }), { id, purpose: PURPOSE });
      if (!issued.ok) throw new Error('no picture');
      answers.push(answerOf(issued.value.seed));
      await world.db.pictureCode.delete({ where: { id } });
    }
    expect(new Set(answers).size).toBeGreaterThan(1);
  });

  it('is told to the demo page in a demo, and to nobody anywhere else', async () => {
    const { pictureCodeId, pictureCode } = await world.picture(world.visitor());
    const shown = await latestPictureCodes(world.visitor(), true);
    expect(shown).toContainEqual(expect.objectContaining({ id: pictureCodeId, answer: pictureCode }));
    expect(await latestPictureCodes(world.visitor(), false)).toEqual([]);
  });

  it('is drawn for one network three hundred times in ten minutes, and then not', async () => {
    const draw = (at = later(0)) => {
      const ctx = world.visitor({ address: '198.51.100.200', at });
      return issuePictureCode(ctx, { id: newId(), purpose: PURPOSE });
    };
    await world.db.rateCount.deleteMany();
    expect(await draw()).toMatchObject({ ok: true });
    await world.db.rateCount.updateMany({ where: { key: { startsWith: 'picture ' } }, data: { count: 299 } });
    expect(await draw()).toMatchObject({ ok: true });
    expect(await draw()).toMatchObject({ refusal: { code: 'too-many-tries' } });
    await world.picture(world.visitor({ address: '198.51.101.1' }));
    expect(await draw(later(600))).toMatchObject({ ok: true });
  });
});
