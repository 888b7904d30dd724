'use client';

import type { DisbursementDetail, TalentLineView } from '@/lib/disbursement/queries';
import { Money } from '../ui/money';
import { ActConfirm, type Act } from './act-confirm';

/** 已离职: asked with the reason, and said what follows from it. */
export function LeftDialog({ detail, line, act }: { detail: DisbursementDetail; line: TalentLineView; act: Act }) {
  const current = detail.receipts.find((receipt) => receipt.status !== 'VOIDED');
  return (
    <ActConfirm
      act={act}
      label="已离职"
      look={{ variant: 'quiet', size: 's' }}
      title={`申报 ${line.name} 已离职？`}
      thing={`${line.name}　${line.categoryLabel}`}
      amount={<Money fen={line.amountFen} />}
      consequence={
        current
          ? `业务人员审定这笔资金是否拨付；第 ${current.version} 版收据随即作废，须重新打印、盖章和拍照。`
          : '业务人员审定这笔资金是否拨付，审定前不能继续办理。'
      }
      confirmLabel="申报已离职"
      fields={{ disbursementId: detail.id, lineId: line.id }}
      asks={[{ name: 'reason', label: '离职情况', hint: '离职日期和原因，2 至 200 个字', kind: 'text' }]}
    />
  );
}
