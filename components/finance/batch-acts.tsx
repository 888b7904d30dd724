import type { BatchDetail } from '@/lib/disbursement/batch-queries';
import { paths } from '@/lib/kernel/paths';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { LinkButton } from '../ui/button';
import { Row } from '../ui/layout';
import { Money } from '../ui/money';

export type BatchActsProps = { batch: BatchDetail; release: Act; discard: Act; close: Act };

const TOTALS = [
  { name: 'count', label: '件数', hint: '按纸质清单填写', inputMode: 'numeric' },
  { name: 'total', label: '合计金额', hint: '按纸质清单填写', unit: '元', inputMode: 'decimal' },
] as const;

/** What the person who looks may do with a batch; binding acts name the amount and what follows. */
export function BatchActs({ batch, release, discard, close }: BatchActsProps) {
  const shared = { thing: `批次 ${batch.number}　${batch.count} 件`, fields: { batchId: batch.id } };
  const amount = <Money fen={batch.totalFen} />;
  return (
    <Row gap={2}>
      <LinkButton href={paths.batchList(batch.id, 'pdf')} download icon="print" variant="plain" size="s">
        打印清单
      </LinkButton>
      <LinkButton href={paths.batchList(batch.id, 'xlsx')} download icon="download" variant="plain" size="s">
        导出 Excel
      </LinkButton>
      {batch.may.discard && (
        <ActConfirm
          {...shared}
          act={discard}
          label="作废批次"
          look={{ variant: 'plain', size: 's' }}
          title={`作废批次 ${batch.number}？`}
          amount={amount}
          consequence="其中的申请可以另行编批，没有资金变动。"
          confirmLabel="作废批次"
          danger
        />
      )}
      {batch.may.release && (
        <ActConfirm
          {...shared}
          act={release}
          label="复核下达"
          look={{ variant: 'primary', size: 's' }}
          title={`复核下达批次 ${batch.number}？`}
          consequence={`向 ${batch.count} 家次申报单位启动拨付并通知联系人，预留同额预算。`}
          undoUntil="申报单位提交收据前，可逐件移出批次。"
          confirmLabel="复核下达"
          asks={TOTALS}
        />
      )}
      {batch.may.close && (
        <ActConfirm
          {...shared}
          act={close}
          label="结清批次"
          look={{ variant: 'secondary', size: 's' }}
          title={`结清批次 ${batch.number}？`}
          amount={amount}
          consequence="批次内各件均已付款或终止，结清后不再变动。"
          confirmLabel="结清批次"
        />
      )}
    </Row>
  );
}
