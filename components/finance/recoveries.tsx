import type { ReactNode } from 'react';
import type { StaffDisbursement } from '@/lib/disbursement/staff-queries';
import { formatMoney, sumFen } from '@/lib/kernel/fen';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Money } from '../ui/money';
import { CellNote, Table } from '../ui/table';

export type RecoveryActs = { readonly recordRecovery: Act; readonly strikeRecovery: Act };

const standing = (row: StaffDisbursement) => row.recoveries.filter(({ struck }) => struck === null);

type RecordProps = {
  row: StaffDisbursement;
  act: Act;
  shared: { readonly thing: string; readonly amount: ReactNode };
};

/** 登记追回 of a paid disbursement: what came back outside of the bank's files. */
export function RecordRecovery({ row, act, shared }: RecordProps) {
  const leftFen = row.amountFen - sumFen(standing(row).map(({ amountFen }) => amountFen));
  if (leftFen === 0) return null;
  return (
    <ActConfirm
      {...shared}
      act={act}
      label="登记追回"
      look={{ variant: 'plain', size: 's' }}
      title="登记追回？"
      consequence={`只作记录，付款结果和年度预算不变。本件还可登记 ${formatMoney(leftFen)}。`}
      undoUntil="登记有误时可以冲销，原记录保留。"
      confirmLabel="登记追回"
      fields={{ disbursementId: row.id }}
      asks={[
        { name: 'amount', label: '追回金额', unit: '元', inputMode: 'decimal' },
        { name: 'recoveredOn', label: '到账日期', kind: 'day' },
        { name: 'reason', label: '事由', hint: '2 至 200 个字，记入日志', kind: 'text' },
      ]}
    />
  );
}

/** What was recovered so far, each record with who put it down; one that was wrong is struck and stays to be read. */
export function Recoveries({ row, strike }: { row: StaffDisbursement; strike: Act }) {
  if (row.recoveries.length === 0) return null;
  const total = sumFen(standing(row).map(({ amountFen }) => amountFen));
  return (
    <Table
      caption={`追回　合计 ${formatMoney(total)}`}
      boxed
      dense
      columns={[
        { key: 'on', title: '到账日期', nowrap: true },
        { key: 'amount', title: '金额', align: 'end' },
        { key: 'reason', title: '事由' },
        { key: 'by', title: '登记', nowrap: true },
        { key: 'acts', title: '办理', nowrap: true },
      ]}
      rows={row.recoveries.map((one) => ({
        key: one.id,
        cells: {
          on: formatDay(one.recoveredOn),
          amount: one.struck ? (
            <s>
              <Money fen={one.amountFen} />
            </s>
          ) : (
            <Money fen={one.amountFen} />
          ),
          reason: (
            <>
              {one.reason}
              {one.struck && (
                <CellNote>
                  {formatDayTime(one.struck.at)} {one.struck.by}冲销：{one.struck.reason}
                </CellNote>
              )}
            </>
          ),
          by: (
            <>
              {one.by}
              <CellNote>{formatDayTime(one.at)}</CellNote>
            </>
          ),
          acts: row.may.recover && !one.struck && (
            <ActConfirm
              thing={`${row.enterpriseName}　${row.caseNumber}`}
              amount={<Money fen={one.amountFen} />}
              act={strike}
              label="冲销"
              look={{ variant: 'quiet', size: 's' }}
              title="冲销这笔追回登记？"
              consequence="登记有误时冲销，原记录划去并保留，之后可重新登记。"
              confirmLabel="冲销"
              danger
              fields={{ disbursementId: row.id, recoveryId: one.id }}
              asks={[{ name: 'reason', label: '理由', hint: '2 至 200 个字，记入日志', kind: 'text' }]}
            />
          ),
        },
      }))}
    />
  );
}
