import type { StaffDisbursement } from '@/lib/disbursement/staff-queries';
import { PAYMENT_LINE_STATUS, STAFF_STATUS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import { StaffHead } from '../frame/staff-frame';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { StatusTag } from '../disbursement/status-tag';
import { Anchor } from '../ui/anchor';
import { LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList, type Definition } from '../ui/definition-list';
import { Columns, Row, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';
import { Timeline } from '../ui/timeline';
import { ReceiptVersions } from './receipt-versions';
import { StaffTalents } from './staff-talents';

type Opens = { readonly batch: boolean; readonly payments: boolean };

export type StaffDisbursementProps = {
  row: StaffDisbursement;
  /** Which of the pages that are named here this person may open. */
  opens: Opens;
  decideLeft: Act;
  returnProof: Act;
  leaveBatch: Act;
  retry: Act;
};

/** One disbursement as staff see it: facts, talents, papers, payments, what happened, and what may be done. */
export function StaffDisbursementPage(props: StaffDisbursementProps) {
  const { row, opens, decideLeft, returnProof } = props;
  return (
    <>
      <StaffHead
        title={row.enterpriseName}
        note={<StatusTag label={STAFF_STATUS[row.status]} />}
        actions={<Acts {...props} />}
      />
      <Columns
        sideWidth="l"
        sideLabel="经过"
        main={
          <Stack gap={6}>
            {row.hold && (
              <Notice tone="red" icon="stop" title="已暂停">
                {row.hold}
              </Notice>
            )}
            {row.failure && (
              <Notice tone="amber" title={`付款未成功：${row.failure.reason}`}>
                {row.failure.cause === 'account' ? '原因在账户，等待申报单位更换账户。' : '原因在银行，可以重新付款。'}
              </Notice>
            )}
            <Card>
              <DefinitionList look="lines" columns={2} items={factsOf(row, opens)} />
            </Card>
            <StaffTalents {...{ row, decideLeft, returnProof }} />
            <ReceiptVersions receipts={row.receipts} />
            <Payments row={row} opens={opens} />
          </Stack>
        }
        side={
          <Card compact title="经过">
            <Timeline
              items={row.history.map((entry) => ({
                at: formatDayTime(entry.at),
                dateTime: entry.at.toISOString(),
                title: entry.word,
                by: entry.by,
                note: entry.reason,
              }))}
            />
          </Card>
        }
      />
    </>
  );
}

function factsOf(row: StaffDisbursement, { batch }: Opens): Definition[] {
  return [
    { label: '金额', value: <Money fen={row.amountFen} strong /> },
    { label: '事项', value: row.programmeName },
    { label: '受理编号', value: <Anchor href={paths.staffApplication(row.caseId)}>{row.caseNumber}</Anchor> },
    {
      label: '批次号',
      value: batch ? <Anchor href={paths.batch(row.batch.id)}>{row.batch.number}</Anchor> : row.batch.number,
    },
    { label: '统一社会信用代码', value: row.uscc },
    { label: '启动', value: formatDayTime(row.openedAt) },
    {
      label: '收款账户',
      value: row.account ? row.account.maskedNumber : '尚未选择',
      note: row.account && accountNote(row.account, row.enterpriseName),
    },
    {
      label: '联系人',
      value: row.contact ? `${row.contact.name}　${row.contact.maskedMobile}` : '尚未选择',
      note: row.confirmedAt && `${formatDayTime(row.confirmedAt)} 确认`,
    },
    ...(row.notBefore
      ? [{ label: '可付款时间', value: `${formatDayTime(row.notBefore)} 后`, note: '账户新增或变更' }]
      : []),
    ...(row.lapsesAfter ? [{ label: '失效', value: `${formatDay(row.lapsesAfter)} 后` }] : []),
  ];
}

/** The holder is said only where it is not the enterprise under its present name. */
function accountNote(account: NonNullable<StaffDisbursement['account']>, enterpriseName: string): string {
  const holder = account.holder === enterpriseName ? '' : `，户名 ${account.holder}`;
  return `${account.bankName}，联行号 ${account.cnapsCode}${holder}`;
}

function Acts({ row, leaveBatch, retry }: StaffDisbursementProps) {
  const shared = { thing: `${row.enterpriseName}　${row.caseNumber}`, amount: <Money fen={row.amountFen} /> };
  return (
    <Row gap={2}>
      {row.may.leaveBatch && (
        <ActConfirm
          {...shared}
          act={leaveBatch}
          label="移出批次"
          look={{ variant: 'plain', size: 's' }}
          title="移出批次？"
          consequence="资金退回预算，申请可以另行编批；已出具的收据作废，并告知申报单位理由。"
          confirmLabel="移出批次"
          danger
          fields={{ disbursementId: row.id }}
          asks={[{ name: 'reason', label: '理由', hint: '2 至 200 个字，会告知申报单位', kind: 'text' }]}
        />
      )}
      {row.may.retry && (
        <ActConfirm
          {...shared}
          act={retry}
          label="重新付款"
          look={{ variant: 'primary', size: 's' }}
          title="重新付款？"
          consequence="收据继续有效，本件回到待付款，可列入新的付款文件。"
          undoUntil="列入付款文件并复核之前，没有资金变动。"
          confirmLabel="重新付款"
          fields={{ disbursementId: row.id }}
        />
      )}
      {row.status === 'RECEIPT_REVIEW' && (
        <LinkButton href={paths.receiptReview(row.id)} size="s" variant="primary">
          审核收据
        </LinkButton>
      )}
    </Row>
  );
}

function Payments({ row, opens }: { row: StaffDisbursement; opens: Opens }) {
  if (row.payments.length === 0) return null;
  return (
    <Table
      caption="付款"
      boxed
      dense
      columns={[
        { key: 'line', title: '付款明细', nowrap: true },
        { key: 'amount', title: '金额', align: 'end' },
        { key: 'status', title: '银行结果', nowrap: true },
        { key: 'reason', title: '说明' },
      ]}
      rows={row.payments.map((payment) => ({
        key: payment.lineNumber,
        ...(opens.payments && { href: paths.payment(payment.fileId) }),
        cells: {
          line: payment.lineNumber,
          amount: <Money fen={payment.amountFen} />,
          status: <StatusTag label={PAYMENT_LINE_STATUS[payment.status]} look="text" />,
          reason: payment.failureReason,
        },
      }))}
    />
  );
}
