'use server';

import { revalidatePath } from 'next/cache';
import { blameAccount } from '@/lib/disbursement/commands/blame-account';
import { decideLeft } from '@/lib/disbursement/commands/decide-left';
import { liftHold, putHold } from '@/lib/disbursement/commands/hold';
import { leaveBatch } from '@/lib/disbursement/commands/leave-batch';
import { recordRecovery, strikeRecovery } from '@/lib/disbursement/commands/record-recovery';
import { reopenReceipt } from '@/lib/disbursement/commands/reopen-receipt';
import { retryPayment } from '@/lib/disbursement/commands/retry-payment';
import { returnProof } from '@/lib/disbursement/commands/return-proof';
import { revive } from '@/lib/disbursement/commands/revive';
import { leftDecisionSchema, returnProofSchema } from '@/lib/disbursement/rules/disbursement.schema';
import {
  disbursementSchema,
  holdSchema,
  leaveBatchSchema,
  recoverySchema,
  strikeRecoverySchema,
} from '@/lib/disbursement/rules/finance.schema';
import { explainDisbursement, explainFinance, explainRecovery } from '@/lib/disbursement/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const who = 'staff';

const said = (words: string) => (_: unknown, input: { disbursementId: string }) => {
  revalidatePath(paths.staffDisbursement(input.disbursementId));
  // A lapsed one is revived in the list as well.
  revalidatePath(paths.staffDisbursements());
  return words;
};

export const decideLeftAction = action({
  who,
  input: leftDecisionSchema,
  run: decideLeft,
  explain: { ...explainDisbursement, ...explainFinance },
  done: said('已审定，并告知申报单位'),
});

export const returnProofAction = action({
  who,
  input: returnProofSchema,
  run: returnProof,
  explain: {},
  done: said('在职证明已退回'),
});

export const leaveBatchAction = action({
  who,
  input: leaveBatchSchema,
  run: leaveBatch,
  explain: explainFinance,
  done: said('已移出批次'),
});

export const retryPaymentAction = action({
  who,
  input: disbursementSchema,
  run: retryPayment,
  explain: explainDisbursement,
  done: said('已回到待付款'),
});

export const blameAccountAction = action({
  who,
  input: holdSchema,
  run: blameAccount,
  explain: {},
  done: said('已交申报单位更换账户'),
});

export const reopenReceiptAction = action({
  who,
  input: holdSchema,
  run: reopenReceipt,
  explain: explainFinance,
  done: said('已回到收据审核'),
});

export const reviveAction = action({
  who,
  input: holdSchema,
  run: revive,
  explain: explainFinance,
  done: said('已恢复拨付，并告知申报单位'),
});

export const recordRecoveryAction = action({
  who,
  input: recoverySchema,
  run: recordRecovery,
  explain: explainRecovery,
  done: said('已登记追回'),
});

export const strikeRecoveryAction = action({
  who,
  input: strikeRecoverySchema,
  run: strikeRecovery,
  explain: explainRecovery,
  done: said('已冲销'),
});

export const putHoldAction = action({
  who,
  input: holdSchema,
  run: putHold,
  explain: explainFinance,
  done: said('已暂停，并告知申报单位'),
});

export const liftHoldAction = action({
  who,
  input: holdSchema,
  run: liftHold,
  explain: explainFinance,
  done: said('已解除暂停，并告知申报单位'),
});
