import type { DisbursementDetail } from '@/lib/disbursement/queries';
import { PrintStep } from './print-step';
import { SealStep } from './seal-step';
import { UploadStep } from './upload-step';

export type ReceiptStepsProps = { part: 'print' | 'seal' | 'upload'; detail: DisbursementDetail };

/** The paper's three steps of the path: 打印收据, the seal, 上传收据. */
export function ReceiptSteps({ part, detail }: ReceiptStepsProps) {
  switch (part) {
    case 'print':
      return <PrintStep detail={detail} />;
    case 'seal':
      // Once the photograph is in, how to seal is no longer news.
      return detail.path.some((step) => step.key === 'seal' && step.state === 'done') ? null : <SealStep />;
    case 'upload':
      return <UploadStep detail={detail} />;
  }
}
