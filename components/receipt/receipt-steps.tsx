import {
  cancelLinkCall,
  openLinkCall,
  printAction,
  submitPictureCall,
  takeBackAction,
} from '@/app/(enterprise)/disbursements/[id]/receipt/actions';
import type { DisbursementDetail } from '@/lib/disbursement/queries';
import type { PaperActs } from './acts';
import { PrintStep } from './print-step';
import { SealStep } from './seal-step';
import { UploadStep } from './upload-step';

export type ReceiptStepsProps = { part: 'print' | 'seal' | 'upload'; detail: DisbursementDetail };

const ACTS: PaperActs = {
  print: printAction,
  takeBack: takeBackAction,
  openLink: openLinkCall,
  cancelLink: cancelLinkCall,
  submitPicture: submitPictureCall,
};

/** The paper's three steps of the path: 打印收据, the seal, 上传收据. */
export function ReceiptSteps({ part, detail }: ReceiptStepsProps) {
  switch (part) {
    case 'print':
      return <PrintStep detail={detail} print={ACTS.print} />;
    case 'seal':
      // Once the photograph is in, how to seal is no longer news.
      return detail.path.some((step) => step.key === 'seal' && step.state === 'done') ? null : <SealStep />;
    case 'upload':
      return <UploadStep detail={detail} acts={ACTS} />;
  }
}
