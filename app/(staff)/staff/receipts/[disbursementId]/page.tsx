import { z } from 'zod';
import { ReceiptDeskPage } from '@/components/receipt/receipt-desk-page';
import { PageWrongState } from '@/components/ui/page-wrong-state';
import { receiptDesk, receiptQueue } from '@/lib/capture/desk-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { acceptReceiptCall, openReceiptCall, returnReceiptCall } from '../actions';

export const metadata = { title: '收据审核' };

const acts = { open: openReceiptCall, accept: acceptReceiptCall, giveBack: returnReceiptCall };
const params = z.object({ disbursementId: z.uuid() });

export default page(
  { who: 'staff', may: 'batch.read', params, at: ({ disbursementId }) => paths.receiptReview(disbursementId) },
  async ({ ctx, params: { disbursementId } }) => {
    const [desk, queue] = await Promise.all([receiptDesk(ctx, disbursementId), receiptQueue(ctx)]);
    if (desk) return <ReceiptDeskPage key={desk.photograph.id} desk={desk} queue={queue} acts={acts} />;
    return (
      <PageWrongState
        title="这份收据现在不在待审"
        now="可能已由他人审核，或已由申报单位取回。"
        href={paths.receiptQueue()}
        label="查看待审收据"
      />
    );
  },
);
