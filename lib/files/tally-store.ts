import 'server-only';
import type { Db } from '@/lib/db/client';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { NO_UPLOADS, STUCK_AFTER_MINUTES, UPLOAD_OUTCOMES, type BrowserFigures } from './rules/upload-figures';
import type { UploadOutcome } from './rules/upload-figures';

/** Counts how an upload of this browser ended. */
export async function tallyUpload(db: Db, browser: string, outcome: UploadOutcome, now: Date): Promise<void> {
  const key = { day: shanghaiDayOf(now), browser, outcome };
  await db.uploadTally.upsert({
    where: { day_browser_outcome: key },
    create: { ...key, count: 1 },
    update: { count: { increment: 1 } },
  });
}

/** How uploads ended from this day on, browser by browser, with those that are stuck now; most failures first. */
export async function uploadFigures(db: Db, from: ShanghaiDay, now: Date): Promise<BrowserFigures[]> {
  const begunBefore = new Date(now.getTime() - STUCK_AFTER_MINUTES * 60_000);
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
  const of = (browser: string) => found.get(browser) ?? { browser, ...NO_UPLOADS, stuck: 0 };
  for (const { browser, outcome, _sum } of tallies) {
    const known = UPLOAD_OUTCOMES.find((one) => one === outcome);
    if (known) found.set(browser, { ...of(browser), [known]: _sum.count ?? 0 });
  }
  for (const { browser, _count } of stuck) found.set(browser, { ...of(browser), stuck: _count });
  return [...found.values()].sort((a, b) => b.broken + b.stuck - a.broken - a.stuck || b.stored - a.stored);
}
