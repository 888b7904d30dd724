import type { ReceiptVersionView } from '@/lib/receipt/queries';
import type { ReceiptStatus } from '@/lib/receipt/rules/states';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { Anchor } from '../ui/anchor';
import { Status, type Tone } from '../ui/status';
import { CellNote, Table } from '../ui/table';

const WORDS: Readonly<Record<ReceiptStatus, { word: string; tone: Tone }>> = {
  ISSUED: { word: '有效，待上传', tone: 'blue' },
  SUBMITTED: { word: '待审核', tone: 'amber' },
  RETURNED: { word: '照片已退回', tone: 'amber' },
  ACCEPTED: { word: '已通过', tone: 'green' },
  VOIDED: { word: '已作废', tone: 'neutral' },
};

/** Every version of the receipt that was issued, with its photographs. */
export function ReceiptVersions({ receipts }: { receipts: readonly ReceiptVersionView[] }) {
  if (receipts.length === 0) return null;
  return (
    <Table
      caption="收据"
      boxed
      dense
      columns={[
        { key: 'number', title: '收据', nowrap: true },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'issued', title: '开具', nowrap: true },
        { key: 'photographs', title: '照片' },
      ]}
      rows={receipts.map((receipt) => ({
        key: receipt.id,
        cells: {
          number: (
            <Anchor href={`${paths.receiptPdf(receipt.id)}?inline`} target="_blank">
              {receipt.number} 第 {receipt.version} 版
            </Anchor>
          ),
          status: (
            <>
              <Status look="text" tone={WORDS[receipt.status].tone}>
                {WORDS[receipt.status].word}
              </Status>
              {receipt.voidReason && <CellNote>{receipt.voidReason}</CellNote>}
            </>
          ),
          issued: formatDayTime(receipt.issuedAt),
          photographs: receipt.photographs.map((photograph) => (
            <CellNote key={photograph.id}>
              <Anchor href={paths.photograph(photograph.id, 'view')} target="_blank">
                {formatDayTime(photograph.submittedAt ?? photograph.takenAt)}
              </Anchor>
              {photograph.decisionReason && ` 退回：${photograph.decisionReason}`}
            </CellNote>
          )),
        },
      }))}
    />
  );
}
