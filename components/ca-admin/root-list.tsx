import type { RootView } from '@/lib/enterprise/ca-queries';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Status, Tag, type Tone } from '../ui/status';
import { CellNote, Table } from '../ui/table';
import styles from './root-list.module.css';

const STATE: Readonly<Record<RootView['state'], readonly [Tone, string]>> = {
  good: ['green', '有效'],
  'ends-soon': ['amber', '90 天内到期'],
  over: ['red', '不在有效期'],
  unreadable: ['red', '无法读取'],
};

/** The pinned certificates with what is compared against the CA's own publication: fingerprint and dates. */
export function RootList({ roots }: { roots: readonly RootView[] }) {
  return (
    <Table
      caption="固定的证书"
      dense
      columns={[
        { key: 'label', title: '证书' },
        { key: 'fingerprint', title: 'SHA-256 指纹' },
        { key: 'algorithm', title: '算法', nowrap: true },
        { key: 'dates', title: '有效期', nowrap: true },
        { key: 'state', title: '状态', nowrap: true },
      ]}
      rows={roots.map((root) => ({
        key: root.fingerprint,
        cells: {
          label: (
            <>
              {root.label} <Tag>{root.role === 'root' ? '根' : '签发'}</Tag>{' '}
              {root.isTest && <Tag tone="amber">演示</Tag>}
              <CellNote>{root.subject}</CellNote>
            </>
          ),
          fingerprint: <Fingerprint value={root.fingerprint} />,
          algorithm: root.algorithm,
          dates: root.notBefore && root.notAfter && (
            <>
              {formatDay(shanghaiDayOf(root.notBefore))}
              <CellNote>至 {formatDay(shanghaiDayOf(root.notAfter))}</CellNote>
            </>
          ),
          state: (
            <Status look="text" tone={STATE[root.state][0]}>
              {STATE[root.state][1]}
            </Status>
          ),
        },
      }))}
      empty={
        <EmptyState
          title="还没有固定的证书"
          why="请向 CA 索取根证书，核对指纹后由运维写入设置 ca.roots。没有根证书时，企业会看到“暂时无法核验”。"
          icon="seal"
        />
      }
    />
  );
}

/** In groups of eight, so that two people can read it to each other on the telephone. */
function Fingerprint({ value }: { value: string }) {
  return (
    <code className={styles.fingerprint}>
      {(value.match(/.{8}/g) ?? []).map((group, index) => (
        <span key={`${index}${group}`}>{group}</span>
      ))}
    </code>
  );
}
