'use client';

import { ActConfirm, type Act } from '../disbursement/act-confirm';

type Props = { disbursementId: string; receipt: { id: string; number: string; version: number }; takeBack: Act };

/** 取回 behind its confirmation. */
export function TakeBack({ disbursementId, receipt, takeBack }: Props) {
  return (
    <ActConfirm
      act={takeBack}
      fields={{ disbursementId, receiptId: receipt.id }}
      label="取回"
      look={{ variant: 'plain', size: 's', icon: 'undo' }}
      title="取回已提交的收据？"
      thing={`收据 ${receipt.number} 第 ${receipt.version} 版的照片`}
      consequence="业务人员不再审核这张照片，需要重新拍照上传。收据本身继续有效，不必重新打印。"
      undoUntil="取回后随时可以重新拍照提交。"
      confirmLabel="取回收据"
    />
  );
}
