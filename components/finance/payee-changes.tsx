import type { StaffDisbursement } from '@/lib/disbursement/staff-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';

const WHAT = { account: '银行账户', contact: '联系人' } as const;

/** When account and contact were changed, by whom, from what to what; numbers masked. */
export function PayeeChanges({ changes }: { changes: StaffDisbursement['payee']['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <Table
      caption="收款信息变更"
      boxed
      dense
      columns={[
        { key: 'at', title: '时间', nowrap: true },
        { key: 'by', title: '办理人' },
        { key: 'what', title: '内容', nowrap: true },
        { key: 'from', title: '变更前' },
        { key: 'to', title: '变更后' },
      ]}
      rows={changes.map(({ id, at, by, what, from, to, afterFailure }) => ({
        key: `${id} ${what}`,
        cells: {
          at: formatDayTime(at),
          by,
          what: (
            <>
              {WHAT[what]}
              {afterFailure && what === 'account' && (
                <CellNote>
                  <Status look="text" tone="amber">
                    付款未成功后
                  </Status>
                </CellNote>
              )}
            </>
          ),
          from: from ?? '尚未选择',
          to: to ?? '尚未选择',
        },
      }))}
    />
  );
}
