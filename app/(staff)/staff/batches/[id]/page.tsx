import { notFound } from 'next/navigation';
import { z } from 'zod';
import { BatchActs } from '@/components/finance/batch-acts';
import { BatchMembers } from '@/components/finance/batch-members';
import { BudgetFigures } from '@/components/finance/budget-figures';
import { Figures } from '@/components/finance/figures';
import { StatusTag } from '@/components/disbursement/status-tag';
import { StaffHead } from '@/components/frame/staff-frame';
import { Anchor } from '@/components/ui/anchor';
import { Stack } from '@/components/ui/layout';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { batchDetail } from '@/lib/disbursement/batch-queries';
import { BATCH_STATUS } from '@/lib/disbursement/rules/labels';
import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { page } from '@/lib/runtime/page';
import { closeBatchAction, discardBatchAction, releaseBatchAction } from '../actions';

export const metadata = { title: '拨付批次' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'batch.read', params, at: ({ id }) => paths.batch(id) },
  async ({ ctx, params: { id } }) => {
    const batch = await batchDetail(ctx, id);
    if (!batch) notFound();
    const isOwnDraft = batch.status === 'DRAFT' && !batch.may.release;
    return (
      <Stack gap={4}>
        <StaffHead
          title={`批次 ${batch.number}`}
          note={<StatusTag label={BATCH_STATUS[batch.status]} />}
          actions={
            <BatchActs
              batch={batch}
              release={releaseBatchAction}
              discard={discardBatchAction}
              close={closeBatchAction}
            />
          }
        />
        {batch.unexplained > 0 && (
          <Notice tone="amber" title={`银行结果中有 ${batch.unexplained} 行没有说明，批次不能结清`}>
            <Anchor href={paths.unmatched()}>打开未匹配清单</Anchor>
          </Notice>
        )}
        {isOwnDraft && <Notice look="line">批次须由财务复核的另一人下达，制单人不能下达自己的批次。</Notice>}
        <Figures
          items={[
            { label: '件数', value: batch.count },
            { label: '合计', value: <Money fen={batch.totalFen} />, note: amountInCapitals(batch.totalFen) },
            { label: '事项', value: batch.programmeName, note: `${batch.year} 年度` },
            { label: '制单', value: batch.makerName, note: formatDayTime(batch.createdAt) },
            {
              label: '下达',
              value: batch.releaserName ?? '未下达',
              note: batch.releasedAt && formatDayTime(batch.releasedAt),
            },
          ]}
        />
        {batch.status === 'DRAFT' && batch.budget && <BudgetFigures year={batch.year} budget={batch.budget} />}
        <BatchMembers batch={batch} />
      </Stack>
    );
  },
);
