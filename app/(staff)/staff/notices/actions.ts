'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { paths } from '@/lib/kernel/paths';
import { makeNotice } from '@/lib/notice/commands/make-notice';
import { discardNotice, publishNotice } from '@/lib/notice/commands/publish-notice';
import { explainNotice as explain } from '@/lib/notice/rules/refusals';
import { action } from '@/lib/runtime/action';

const chosen = z.object({ applicationIds: z.array(z.uuid(), '请至少选择一件').min(1, '请至少选择一件').max(500) });
const one = z.object({ noticeId: z.uuid() });

export const makeNoticeAction = action({
  who: 'staff',
  input: chosen,
  run: makeNotice,
  explain,
  done: ({ id }) => redirect(paths.staffNotice(id)),
});

export const publishNoticeAction = action({
  who: 'staff',
  input: one,
  run: publishNotice,
  explain,
  done: (_, { noticeId }) => redirect(paths.staffNotice(noticeId)),
});

export const discardNoticeAction = action({
  who: 'staff',
  input: one,
  run: discardNotice,
  explain,
  done: () => redirect(paths.staffNotices()),
});
