'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { closeBatch, discardBatch } from '@/lib/disbursement/commands/discard-batch';
import { makeBatch } from '@/lib/disbursement/commands/make-batch';
import { releaseBatch } from '@/lib/disbursement/commands/release-batch';
import { batchSchema, makeBatchSchema, releaseBatchSchema } from '@/lib/disbursement/rules/finance.schema';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const who = 'staff';
const explain = explainFinance;

export const makeBatchAction = action({
  who,
  input: makeBatchSchema,
  run: makeBatch,
  explain,
  done: ({ id }) => redirect(paths.batch(id)),
});

export const releaseBatchAction = action({
  who,
  requireStepUp: true,
  input: releaseBatchSchema,
  run: releaseBatch,
  explain,
  done: ({ opened }, { batchId }) => {
    revalidatePath(paths.batch(batchId));
    return `已下达，启动 ${opened} 件拨付`;
  },
});

export const discardBatchAction = action({
  who,
  input: batchSchema,
  run: discardBatch,
  explain,
  done: (_, { batchId }) => {
    revalidatePath(paths.batch(batchId));
    return '批次已作废';
  },
});

export const closeBatchAction = action({
  who,
  input: batchSchema,
  run: closeBatch,
  explain,
  done: (_, { batchId }) => {
    revalidatePath(paths.batch(batchId));
    return '批次已结清';
  },
});
