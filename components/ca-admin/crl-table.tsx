import type { CrlRowView } from '@/lib/enterprise/ca-queries';
import type { CrlFreshness } from '@/lib/enterprise/rules/crl-freshness';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Status, type Tone } from '../ui/status';
import { CellNote, Table } from '../ui/table';
import styles from './crl-table.module.css';

const FRESHNESS: Readonly<Record<CrlFreshness, readonly [Tone, string]>> = {
  good: ['green', '有效'],
  soon: ['amber', '即将到期'],
  stale: ['red', '已过期'],
  missing: ['red', '还没有取到'],
};

/** How fresh each list is, and why the last attempt failed where it did. */
export function CrlTable({ rows, now }: { rows: readonly CrlRowView[]; now: Date }) {
  return (
    <Table
      caption="吊销名单"
      dense
      columns={[
        { key: 'issuer', title: '签发者' },
        { key: 'state', title: '状态', nowrap: true },
        { key: 'entries', title: '已吊销', align: 'end', width: 'm' },
        { key: 'dates', title: '名单日期', nowrap: true },
        { key: 'tried', title: '最近更新', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.address,
        cells: {
          issuer: (
            <>
              {row.issuer ?? '尚不知道'}
              <span className={styles.address}>{row.address}</span>
            </>
          ),
          state: (
            <Status look="text" tone={FRESHNESS[row.freshness][0]}>
              {FRESHNESS[row.freshness][1]}
            </Status>
          ),
          entries: row.entries === null ? '' : `${row.entries} 个`,
          dates: row.thisUpdate && (
            <>
              {formatDayTime(row.thisUpdate)}
              <CellNote>{row.nextUpdate ? `至 ${formatDayTime(row.nextUpdate)}` : '未写明下次日期'}</CellNote>
            </>
          ),
          tried: (
            <>
              {row.triedAt ? ago(row.triedAt, now) : '还没有'}
              {row.fault && <CellNote>未成功：{row.fault}</CellNote>}
            </>
          ),
        },
      }))}
      empty={
        <EmptyState
          title="没有配置吊销名单的地址"
          why="请由运维在环境变量 CA_CRL_URLS 中写入 CA 公布的地址，例如 JIANGSU=https://…。证书里写的地址从不使用。"
          icon="link"
        />
      }
    />
  );
}

function ago(then: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 0 || minutes >= 24 * 60) return formatDayTime(then);
  if (minutes < 1) return '刚刚';
  return minutes < 60 ? `${minutes} 分钟前` : `${Math.floor(minutes / 60)} 小时前`;
}
