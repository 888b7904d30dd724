import type { PaymentFileDetail } from '@/lib/disbursement/payment-queries';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { LinkButton } from '../ui/button';
import { Row } from '../ui/layout';
import { Money } from '../ui/money';

export type PaymentActsProps = {
  file: PaymentFileDetail;
  downloadHref: string;
  confirm: Act;
  discard: Act;
  stateNeverSent: Act;
  withdraw: Act;
};

const ASKS = [
  { name: 'count', label: '笔数', hint: '按制单人的清单填写', inputMode: 'numeric' },
  { name: 'total', label: '合计金额', hint: '按制单人的清单填写', unit: '元', inputMode: 'decimal' },
  { name: 'hashHead', label: '校验值前 8 位', hint: '按制单人的清单填写' },
] as const;
const REASON = [{ name: 'reason', label: '理由', hint: '2 至 200 个字，记入日志', kind: 'text' }] as const;

/** What the person who looks may do with a payment file. */
export function PaymentActs(props: PaymentActsProps) {
  const { file, downloadHref, confirm, discard } = props;
  const shared = { thing: thingOf(file), fields: { paymentFileId: file.id } };
  return (
    <Row gap={2}>
      {file.may.discard && (
        <ActConfirm
          {...shared}
          act={discard}
          label="作废文件"
          look={{ variant: 'plain', size: 's' }}
          title={`作废付款文件 ${file.number}？`}
          amount={<Money fen={file.totalFen} />}
          consequence="其中各笔回到待付款，可以重新生成文件；明细编号不再使用。"
          confirmLabel="作废文件"
          asks={REASON}
          danger
        />
      )}
      {file.may.confirm && (
        <ActConfirm
          {...shared}
          act={confirm}
          label="复核付款文件"
          look={{ variant: 'primary', size: 's' }}
          title={`复核付款文件 ${file.number}？`}
          consequence="各笔随即进入付款，此后只以银行结果为准；复核后方可下载送银行。"
          undoUntil="送银行前发现有误，可由两人声明后撤回。"
          confirmLabel="复核付款文件"
          fields={{ paymentFileId: file.id, sha256: file.sha256 }}
          asks={ASKS}
        />
      )}
      <Withdrawing {...props} />
      {file.may.download && (
        <LinkButton href={downloadHref} download icon="download" variant="primary" size="s">
          下载付款文件
        </LinkButton>
      )}
    </Row>
  );
}

function thingOf(file: PaymentFileDetail): string {
  return `付款文件 ${file.number}　${file.lineCount} 笔`;
}

/** Two people state one after the other that the bank never had the file. */
function Withdrawing({ file, stateNeverSent, withdraw }: PaymentActsProps) {
  const shared = {
    thing: thingOf(file),
    amount: <Money fen={file.totalFen} />,
    fields: { paymentFileId: file.id },
    asks: REASON,
    look: { variant: 'plain', size: 's' } as const,
  };
  return (
    <>
      {file.may.stateNeverSent && (
        <ActConfirm
          {...shared}
          act={stateNeverSent}
          label="声明未送银行"
          title={`声明 ${file.number} 从未送银行？`}
          consequence="这是两人声明中的第一个，文件仍然有效；财务复核再声明后撤回。"
          confirmLabel="声明未送银行"
        />
      )}
      {file.may.withdraw && (
        <ActConfirm
          {...shared}
          act={withdraw}
          label="撤回付款文件"
          title={`撤回付款文件 ${file.number}？`}
          consequence={`${file.neverSentBy}已声明银行从未收到本文件。您再声明后，各笔回到待付款。`}
          undoUntil="如银行其实已付款，结果会进入未匹配清单并暂停该事项。"
          confirmLabel="声明并撤回"
          danger
        />
      )}
    </>
  );
}
