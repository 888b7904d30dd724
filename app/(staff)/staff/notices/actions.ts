'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { paths } from '@/lib/kernel/paths';
import { addToNotice, removeFromNotice } from '@/lib/notice/commands/change-draft';
import { makeNotice } from '@/lib/notice/commands/make-notice';
import { proposeNotice } from '@/lib/notice/commands/propose-notice';
import { discardNotice, publishNotice } from '@/lib/notice/commands/publish-notice';
import { confirmWithdrawal, dropWithdrawal, proposeWithdrawal } from '@/lib/notice/commands/withdraw-notice';
import { explainNotice as explain } from '@/lib/notice/rules/refusals';
import { action } from '@/lib/runtime/action';

const who = 'staff';
const applicationIds = z.array(z.uuid(), '请至少选择一件').min(1, '请至少选择一件').max(500);
const chosen = z.object({ applicationIds });
const changed = z.object({ noticeId: z.uuid(), applicationIds });
const one = z.object({ noticeId: z.uuid() });
const seen = z.object({ noticeId: z.uuid(), version: z.coerce.number().int() });
const because = z.object({
  noticeId: z.uuid(),
  reason: z.string().trim().min(5, '请写明理由，至少 5 个字。').max(300, '不超过 300 个字。'),
});

const said = (words: string) => (_: unknown, input: { noticeId: string }) => {
  revalidatePath(paths.staffNotice(input.noticeId));
  return words;
};

export const makeNoticeAction = action({
  who,
  input: chosen,
  run: makeNotice,
  explain,
  done: ({ id }) => redirect(paths.staffNotice(id)),
});

export const addToNoticeAction = action({ who, input: changed, run: addToNotice, explain, done: said('已加入名单') });
export const removeFromNoticeAction = action({
  who,
  input: changed,
  run: removeFromNotice,
  explain,
  done: said('已移出名单'),
});

export const proposeNoticeAction = action({
  who,
  input: one,
  run: proposeNotice,
  explain: {},
  done: said('已提请复审发布'),
});

export const publishNoticeAction = action({
  who,
  input: seen,
  run: publishNotice,
  explain,
  done: (_, { noticeId }) => redirect(paths.staffNotice(noticeId)),
});

export const discardNoticeAction = action({
  who,
  input: one,
  run: discardNotice,
  explain,
  done: () => redirect(paths.staffNotices()),
});

export const proposeWithdrawalAction = action({
  who,
  input: because,
  run: proposeWithdrawal,
  explain,
  done: said('已提请撤下'),
});
export const dropWithdrawalAction = action({ who, input: one, run: dropWithdrawal, explain, done: said('不撤下') });
export const confirmWithdrawalAction = action({
  who,
  input: one,
  run: confirmWithdrawal,
  explain,
  done: said('已撤下'),
});
