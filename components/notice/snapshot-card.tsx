import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { paths } from '@/lib/kernel/paths';
import { SNAPSHOT_WORDS, type SnapshotKind } from '@/lib/notice/rules/snapshot';
import styles from './snapshot-card.module.css';

type Line = {
  readonly id: string;
  readonly sequence: number;
  readonly kind: SnapshotKind;
  readonly takenAt: Date;
  readonly contentSha256: string;
};

/** 公示存证: what hung out and when, each with the hash of its text and a file to download; changed rows are told. */
export function SnapshotCard({ lines, broken }: { lines: readonly Line[]; broken: number | null }) {
  return (
    <Card
      title="公示存证"
      aside={
        lines.length === 0 ? undefined : broken === null ? (
          <Status look="text" tone="green">
            逐份核验一致
          </Status>
        ) : (
          <Status look="text" tone="red">
            第 {broken} 份起与留存时不一致
          </Status>
        )
      }
      flush
    >
      <Table
        caption="公示存证"
        dense
        columns={[
          { key: 'sequence', title: '序', width: 's' },
          { key: 'kind', title: '留存', nowrap: true, onPhone: 'title' },
          { key: 'at', title: '时间', nowrap: true, onPhone: 'labelled' },
          { key: 'hash', title: 'SHA-256', onPhone: 'labelled' },
          { key: 'file', title: '文件', nowrap: true },
        ]}
        rows={lines.map(({ id, sequence, kind, takenAt, contentSha256 }) => ({
          key: id,
          tone: broken !== null && sequence >= broken ? ('current' as const) : undefined,
          cells: {
            sequence,
            kind: SNAPSHOT_WORDS[kind],
            at: formatDayTime(takenAt),
            hash: <code className={styles.hash}>{contentSha256}</code>,
            file: (
              <Anchor href={paths.noticeSnapshot(id)} download aria-label={`下载第 ${sequence} 份`}>
                下载
              </Anchor>
            ),
          },
        }))}
        empty={<EmptyState icon="shield" title="还没有存证" why="公示开始、每日和结束时自动留存公开内容。" />}
      />
    </Card>
  );
}
