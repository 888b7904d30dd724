import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { addDays, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { isFailing, summedFigures, type BrowserFigures } from './rules/upload-figures';
import { uploadFigures } from './tally-store';

const DAYS = 7;

export type UploadReport = {
  readonly days: number;
  readonly all: BrowserFigures;
  readonly browsers: readonly BrowserFigures[];
  /** In the words of `browser`: those that fail since yesterday. */
  readonly failing: readonly string[];
};

/** 上传情况: whether what clerks send comes through, by browser, over a week; and what fails now. */
export async function uploadReport(ctx: Context<StaffActor>): Promise<UploadReport> {
  authorise(ctx.actor, 'upload.watch');
  const today = shanghaiDayOf(ctx.now);
  const browsers = await uploadFigures(ctx.db, addDays(today, 1 - DAYS), ctx.now);
  const failing = (await failingUploads(ctx)).map(({ browser }) => browser);
  return { days: DAYS, browsers, failing, all: summedFigures(browsers, '合计') };
}

/** The browsers whose uploads fail since yesterday. */
export async function failingUploads({ db, now }: Pick<Context, 'db' | 'now'>): Promise<BrowserFigures[]> {
  return (await uploadFigures(db, addDays(shanghaiDayOf(now), -1), now)).filter(isFailing);
}
