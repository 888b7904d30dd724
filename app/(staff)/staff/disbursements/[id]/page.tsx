import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StaffDisbursementPage } from '@/components/finance/staff-disbursement';
import { may } from '@/lib/access/authorise';
import { staffDisbursement } from '@/lib/disbursement/staff-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import * as actions from './actions';

export const metadata = { title: '资金事项' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'disbursement.read', params, at: ({ id }) => paths.staffDisbursement(id) },
  async ({ ctx, params: { id } }) => {
    const row = await staffDisbursement(ctx, id);
    if (!row) notFound();
    return (
      <StaffDisbursementPage
        row={row}
        opens={{ batch: may(ctx.actor, 'batch.read'), payments: may(ctx.actor, 'payment.read') }}
        acts={{
          decideLeft: actions.decideLeftAction,
          returnProof: actions.returnProofAction,
          leaveBatch: actions.leaveBatchAction,
          blameAccount: actions.blameAccountAction,
          recordRecovery: actions.recordRecoveryAction,
          strikeRecovery: actions.strikeRecoveryAction,
          retry: actions.retryPaymentAction,
          reopen: actions.reopenReceiptAction,
          revive: actions.reviveAction,
          putHold: actions.putHoldAction,
          liftHold: actions.liftHoldAction,
        }}
      />
    );
  },
);
