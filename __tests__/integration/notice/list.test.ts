import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { contentHash } from '@/lib/db/content-hash';
import { addToNotice, removeFromNotice } from '@/lib/notice/commands/change-draft';
import { makeNotice } from '@/lib/notice/commands/make-notice';
import { proposeNotice } from '@/lib/notice/commands/propose-notice';
import { publishNotice } from '@/lib/notice/commands/publish-notice';
import { keepDaily } from '@/lib/notice/commands/take-snapshot';
import { confirmWithdrawal, proposeWithdrawal } from '@/lib/notice/commands/withdraw-notice';
import { endNotices } from '@/lib/notice/commands/end-notices';
import { noticeForStaff, publicNotice } from '@/lib/notice/queries';
import { noticeSnapshots, snapshotFile } from '@/lib/notice/snapshot-queries';
import { done } from '../../builders/disbursement';
import { approveFinal, passFirst, publishAll } from '../../builders/review';
import { aSubmittedCase, someone } from '../review/a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from '../review/review-world';

jest.setTimeout(120_000);

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.drop());

const office = (now = MONDAY) => ({
  notice: world.at(world.people.notice, now),
  final: world.at(world.people.final1, now),
});
async function approved(): Promise<string> {
  const { id } = await aSubmittedCase(world, { talents: [someone('D')], enterprise: await world.anotherEnterprise() });
  await passFirst(world.people.first1, id);
  await approveFinal(world.people.final2, id);
  return id;
}
const places = async (noticeId: string) =>
  (await world.db.noticeEntry.findMany({ where: { noticeId }, orderBy: { position: 'asc' } })).map(
    ({ position, applicationId }) => [position, applicationId],
  );
const numberOf = async (id: string) => (await world.db.publicNotice.findUniqueOrThrow({ where: { id } })).number;

describe('a list that is drawn up', () => {
  it('takes cases in and lets them go, numbered without gaps, and is proposed anew after a change', async () => {
    const [a, b, c] = [await approved(), await approved(), await approved()];
    const { notice, final } = office();
    const { id: noticeId } = done('make', await makeNotice(notice, { applicationIds: [a, b] }));
    done('propose', await proposeNotice(notice, { noticeId }));
    done('add', await addToNotice(notice, { noticeId, applicationIds: [c] }));
    expect(await publishNotice(final, { noticeId })).toEqual({ ok: false, refusal: { code: 'not-proposed' } });
    done('remove', await removeFromNotice(notice, { noticeId, applicationIds: [a] }));
    expect(await places(noticeId)).toEqual([
      [1, b],
      [2, c],
    ]);
    const last = await removeFromNotice(notice, { noticeId, applicationIds: [b, c] });
    expect(last).toEqual({ ok: false, refusal: { code: 'last-case' } });
  });

  it('is confirmed by somebody else, as that person saw it; the public then reads exactly what the desk previewed', async () => {
    const both = await world.aStaff('maker-and-final', 'NOTICE_CLERK', 'FINAL_REVIEWER');
    const [a, b] = [await approved(), await approved()];
    const { id: noticeId } = done('make', await makeNotice(both, { applicationIds: [a] }));
    done('propose', await proposeNotice(both, { noticeId }));
    expect(await publishNotice(both, { noticeId })).toEqual({ ok: false, refusal: { code: 'made-by-you' } });
    const { notice, final } = office();
    const seen = (await noticeForStaff(final, noticeId))?.version;
    done('add', await addToNotice(notice, { noticeId, applicationIds: [b] }));
    done('propose', await proposeNotice(notice, { noticeId }));
    const stale = await publishNotice(final, { noticeId, version: seen });
    expect(stale).toEqual({ ok: false, refusal: { code: 'somebody-was-faster' } });
    const preview = await noticeForStaff(final, noticeId);
    done('publish', await publishNotice(final, { noticeId, version: preview?.version }));
    const open = await publicNotice({ db: world.db, now: MONDAY }, await numberOf(noticeId));
    expect(open?.sheet).toEqual(preview?.sheet);
  });
});

describe('what hung out', () => {
  it('is kept at the opening, once a day and at the end, in a chain whose files prove themselves', async () => {
    const noticeId = await publishAll(office(), [await approved()]);
    for (const day of ['24', '24', '25']) await keepDaily(world.clock(new Date(`2026-11-${day}T03:00:00Z`)));
    await Promise.all([keepDaily(world.clock(new Date('2026-11-26T03:00:00Z'))), keepDaily(world.clock(MONDAY))]);
    await endNotices(world.clock(new Date('2026-12-01T03:00:00Z')));
    const { lines, broken } = await noticeSnapshots(world.people.notice, noticeId);
    expect(lines.map(({ kind }) => kind)).toEqual(['OPENING', 'DAILY', 'DAILY', 'DAILY', 'CLOSING']);
    expect([broken, new Set(lines.map(({ contentSha256 }) => contentSha256)).size]).toEqual([null, 1]);
    const file = await snapshotFile(world.people.notice, lines[1]?.id ?? '');
    expect(contentHash(JSON.parse(file?.text ?? ''))).toBe(lines[1]?.contentSha256);
    expect(file?.text).toMatch(/李\*\*/);
  });

  it('is never changed afterwards', async () => {
    const noticeId = await publishAll(office(), [await approved()]);
    await keepDaily(world.clock(new Date('2026-11-24T03:00:00Z')));
    const change = () => world.db.$executeRaw`
      UPDATE notice_snapshot SET content = jsonb_set(content, '{totalFen}', '1') WHERE notice_id = ${noticeId}::uuid AND sequence = 1`;
    await expect(change()).rejects.toThrow();
  });
});

describe('taking a list down', () => {
  it('takes two people; its cases are approved again, the page says so, and the corrected list runs the whole period', async () => {
    const id = await approved();
    const both = await world.aStaff('down', 'NOTICE_CLERK', 'FINAL_REVIEWER');
    const noticeId = await publishAll(office(), [id]);
    const early = await confirmWithdrawal(world.people.final1, { noticeId });
    expect(early).toEqual({ ok: false, refusal: { code: 'not-proposed' } });
    done('propose', await proposeWithdrawal(both, { noticeId, reason: '类别有误，需要更正' }));
    expect(await confirmWithdrawal(both, { noticeId })).toEqual({ ok: false, refusal: { code: 'made-by-you' } });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => confirmWithdrawal(world.people.final1, { noticeId })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await world.db.application.findUniqueOrThrow({ where: { id } })).status).toBe('APPROVED');
    const page = await publicNotice({ db: world.db, now: MONDAY }, await numberOf(noticeId));
    expect(page).toMatchObject({ isWithdrawn: true, sheet: null });
    const again = await publishAll(office(new Date('2026-11-26T02:00:00Z')), [id]);
    const row = await world.db.publicNotice.findUniqueOrThrow({ where: { id: again } });
    expect([row.startsOn, row.endsOn]).toEqual(['2026-11-26', '2026-12-03']);
  });
});
