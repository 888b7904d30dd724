import type { StaffDisbursement } from '@/lib/disbursement/staff-queries';
import { PAYMENT_LINE_STATUS, STAFF_STATUS } from '@/lib/disbursement/rules/labels';
import { BEFORE_REVIEW } from '@/lib/disbursement/rules/standing';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import { StaffHead } from '../frame/staff-frame';
import { StatusTag } from '../disbursement/status-tag';
import { Anchor } from '../ui/anchor';
import { Card } from '../ui/card';
import { DefinitionList, type Definition } from '../ui/definition-list';
import { Columns, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';
import { Timeline } from '../ui/timeline';
import { PayeeChanges } from './payee-changes';
import { PayeeRisks } from './payee-risks';
import { Recoveries } from './recoveries';
import { ReceiptVersions } from './receipt-versions';
import { StaffActs, type StaffActsGiven } from './staff-acts';
import { StaffTalents } from './staff-talents';

type Opens = { readonly batch: boolean; readonly payments: boolean };

export type StaffDisbursementProps = {
  row: StaffDisbursement;
  /** Which of the pages that are named here this person may open. */
  opens: Opens;
  acts: StaffActsGiven;
};

/** One disbursement as staff see it: facts, talents, papers, payments, what happened, and what may be done. */
export function StaffDisbursementPage(props: StaffDisbursementProps) {
  const { row, opens, acts } = props;
  return (
    <>
      <StaffHead
        title={row.enterpriseName}
        note={<StatusTag label={STAFF_STATUS[row.status]} />}
        actions={<StaffActs row={row} acts={acts} />}
      />
      <Columns
        sideWidth="l"
        sideLabel="经过"
        main={
          <Stack gap={6}>
            {row.hold && (
              <Notice tone="red" icon="stop" title="已暂停">
                {row.hold}
                {row.holdSince && `，自 ${formatDayTime(row.holdSince)}`}
                {row.isBankHold && opens.payments && (
                  <>
                    。<Anchor href={paths.unmatched()}>打开未匹配清单</Anchor>
                  </>
                )}
              </Notice>
            )}
            {row.failure && (
              <Notice tone="amber" title={`付款未成功：${row.failure.reason}`}>
                {row.failure.cause === 'account'
                  ? '原因在账户，等待申报单位更换账户。'
                  : '原因在银行，可以重新付款；向银行问明是账户的原因时，交申报单位更换账户。'}
              </Notice>
            )}
            <Card>
              <DefinitionList look="lines" columns={2} items={factsOf(row, opens)} />
            </Card>
            <PayeeChanges changes={row.payee.changes} />
            <StaffTalents row={row} decideLeft={acts.decideLeft} returnProof={acts.returnProof} />
            <ReceiptVersions receipts={row.receipts} />
            <Payments row={row} opens={opens} />
            <Recoveries row={row} strike={acts.strikeRecovery} />
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
      value: row.account ? (
        <>
          {row.account.maskedNumber}
          <PayeeRisks risks={row.payee.risks} />
        </>
      ) : (
        '尚未选择'
      ),
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
    ...(BEFORE_REVIEW.includes(row.status)
      ? [{ label: '失效', value: row.lapsesAfter ? `${formatDay(row.lapsesAfter)} 后` : '期限暂停，恢复后顺延' }]
      : []),
  ];
}

/** The holder is said only where it is not the enterprise under its present name. */
function accountNote(account: NonNullable<StaffDisbursement['account']>, enterpriseName: string): string {
  const holder = account.holder === enterpriseName ? '' : `，户名 ${account.holder}`;
  return `${account.bankName}，联行号 ${account.cnapsCode}${holder}`;
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
