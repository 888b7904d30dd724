import 'server-only';
import type { Context } from '@/lib/access/context';
import { browserWords } from '@/lib/access/rules/device-words';
import type { Db } from '@/lib/db/client';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import * as figures from './rules/upload-figures';
import type { BrowserFigures, UploadOutcome } from './rules/upload-figures';

/** What an upload is counted under; empty where no browser sent it, the demo's own files among them. */
export const browserOf = ({ request: { userAgent } }: Pick<Context, 'request'>) =>
  userAgent ? browserWords(userAgent) : '';

/** Counts how an upload of this browser ended. What no browser sent says nothing of one and is not counted. */
export async function tallyUpload(
  { db, now }: Pick<Context, 'db' | 'now'>,
  browser: string,
  outcome: UploadOutcome,
): Promise<void> {
  if (browser === '') return;
  const key = { day: shanghaiDayOf(now), browser, outcome };
  await db.uploadTally.upsert({
    where: { day_browser_outcome: key },
    create: { ...key, count: 1 },
    update: { count: { increment: 1 } },
  });
}

/** How uploads ended from this day on, browser by browser, with those that are stuck now; most failures first. */
export async function uploadFigures(db: Db, from: ShanghaiDay, now: Date): Promise<BrowserFigures[]> {
  const begunBefore = new Date(now.getTime() - figures.STUCK_AFTER_MINUTES * 60_000);
  const tallies = await db.uploadTally.groupBy({
    by: ['browser', 'outcome'],
    where: { day: { gte: from } },
    _sum: { count: true },
  });
  const stuck = await db.uploadInParts.groupBy({
    by: ['browser'],
    where: { fileId: null, browser: { not: '' }, createdAt: { lte: begunBefore }, expiresAt: { gt: now } },
    _count: true,
  });
  const found = new Map<string, BrowserFigures>();
  const of = (browser: string) => found.get(browser) ?? { browser, ...figures.NO_UPLOADS, stuck: 0 };
  for (const { browser, outcome, _sum } of tallies) {
    const known = figures.UPLOAD_OUTCOMES.find((one) => one === outcome);
    if (known) found.set(browser, { ...of(browser), [known]: _sum.count ?? 0 });
  }
  for (const { browser, _count } of stuck) found.set(browser, { ...of(browser), stuck: _count });
  return [...found.values()].sort((a, b) => b.broken + b.stuck - a.broken - a.stuck || b.stored - a.stored);
}
