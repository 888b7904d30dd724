'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { agreeUnmatched } from '@/lib/disbursement/commands/agree-unmatched';
import { confirmPaymentFile } from '@/lib/disbursement/commands/confirm-payment-file';
import { explainUnmatched } from '@/lib/disbursement/commands/explain-unmatched';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import {
  discardPaymentFile,
  stateNeverSent,
  withdrawPaymentFile,
} from '@/lib/disbursement/commands/withdraw-payment-file';
import {
  agreeUnmatchedSchema,
  confirmPaymentFileSchema,
  explainUnmatchedSchema,
  makePaymentFileSchema,
  takeResultSchema,
  withdrawPaymentFileSchema,
} from '@/lib/disbursement/rules/finance.schema';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const who = 'staff';
const explain = explainFinance;

const said = (words: string) => (_: unknown, input: { paymentFileId: string }) => {
  revalidatePath(paths.payment(input.paymentFileId));
  return words;
};

export const makePaymentFileAction = action({
  who,
  input: makePaymentFileSchema,
  run: makePaymentFile,
  explain,
  done: ({ id }) => redirect(paths.payment(id)),
});

export const confirmPaymentFileAction = action({
  who,
  requireStepUp: true,
  input: confirmPaymentFileSchema,
  run: confirmPaymentFile,
  explain,
  done: said('已复核，可以下载送银行'),
});

export const discardPaymentFileAction = action({
  who,
  input: withdrawPaymentFileSchema,
  run: discardPaymentFile,
  explain,
  done: said('付款文件已作废'),
});

export const stateNeverSentAction = action({
  who,
  requireStepUp: true,
  input: withdrawPaymentFileSchema,
  run: stateNeverSent,
  explain,
  done: said('已声明，等待财务复核声明'),
});

export const withdrawPaymentFileAction = action({
  who,
  requireStepUp: true,
  input: withdrawPaymentFileSchema,
  run: withdrawPaymentFile,
  explain,
  done: said('付款文件已撤回'),
});

export const takeResultAction = action({
  who,
  requireStepUp: true,
  input: takeResultSchema,
  run: async (ctx, { paymentFileId, file }) =>
    takeResultFile(ctx, { paymentFileId, bytes: new Uint8Array(await file.arrayBuffer()) }),
  explain,
  done: ({ paid, failed, unmatched, before }, { paymentFileId }) => {
    revalidatePath(paths.payment(paymentFileId));
    if (before) return '这份结果此前已导入，没有重复入账。';
    return `已导入：已付 ${paid} 笔，未成功 ${failed} 笔，未匹配 ${unmatched} 行。`;
  },
});

const refresh = () => revalidatePath(paths.payments(), 'layout');

export const explainUnmatchedAction = action({
  who,
  input: explainUnmatchedSchema,
  run: explainUnmatched,
  explain,
  done: ({ closed }) => {
    refresh();
    return closed ? '已记录说明' : '已记录说明，等待另一人核实';
  },
});

export const agreeUnmatchedAction = action({
  who,
  requireStepUp: true,
  input: agreeUnmatchedSchema,
  run: agreeUnmatched,
  explain,
  done: (_, { agrees }) => {
    refresh();
    return agrees ? '已同意' : '已退回';
  },
});
