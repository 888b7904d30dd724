import type { DisbursementDetail } from '@/lib/disbursement/queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { ReceiptVersionView } from '@/lib/receipt/queries';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import type { PaperActs } from './acts';
import { DesktopPicture } from './desktop-picture';
import { PhoneUpload } from './phone-upload';
import { TakeBack } from './take-back';
import { UploadedList } from './uploaded-list';
import styles from './upload.module.css';

/** 上传收据: by phone, by file, and what was uploaded before. */
export function UploadStep({ detail, acts }: { detail: DisbursementDetail; acts: PaperActs }) {
  const current = detail.receipts.find((receipt) => receipt.status !== 'VOIDED');
  const isOpen = detail.status === 'AWAITING_RECEIPT' && detail.hold === null;
  return (
    <Stack gap={6}>
      {isOpen && current && (
        <>
          <Returned receipt={current} />
          <PhoneUpload receiptId={current.id} acts={acts} />
          <section>
            <h3 className={styles.heading}>其他方式</h3>
            <DesktopPicture receiptId={current.id} submitPicture={acts.submitPicture} />
          </section>
        </>
      )}
      {detail.status === 'RECEIPT_REVIEW' && current && <Standing {...{ detail, receipt: current, acts }} />}
      <UploadedList receipts={detail.receipts} />
    </Stack>
  );
}

/** The last photograph was sent back: why, and that the paper itself is still good. */
function Returned({ receipt }: { receipt: ReceiptVersionView }) {
  const [last] = receipt.photographs;
  if (receipt.status !== 'RETURNED' || last?.decision !== 'RETURNED') return null;
  return (
    <Notice tone="amber" title="收据被退回">
      <p>{last.decisionReason}</p>
      <p>第 {receipt.version} 版收据继续有效，请按意见处理后重新拍照上传。</p>
    </Notice>
  );
}

/** Handed in and not decided: until somebody of finance looks at it, it can be taken back. */
function Standing({
  detail,
  receipt,
  acts,
}: {
  detail: DisbursementDetail;
  receipt: ReceiptVersionView;
  acts: PaperActs;
}) {
  const standing = receipt.photographs.find((one) => one.submittedAt && !one.takenBackAt && !one.decision);
  if (!standing?.submittedAt) return null;
  if (standing.opened)
    return <Notice tone="blue">业务人员已开始审核，暂不能取回。如需更正，请联系业务人员退回。</Notice>;
  return (
    <Notice
      tone="blue"
      title={`${formatDayTime(standing.submittedAt)} 已提交，等待审核`}
      actions={
        detail.hold === null && <TakeBack disbursementId={detail.id} receipt={receipt} takeBack={acts.takeBack} />
      }
    >
      业务人员查看前可以取回重拍。
    </Notice>
  );
}
