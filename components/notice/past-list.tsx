import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { periodWords } from '@/lib/notice/rules/views';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';

type Past = { readonly title: string; readonly startsOn: ShanghaiDay; readonly endsOn: ShanghaiDay };

/** 往期公示: title and period only. */
export function PastList({ notices }: { notices: readonly Past[] }) {
  return (
    <Table
      caption="往期公示"
      columns={[
        { key: 'title', title: '名单' },
        { key: 'period', title: '公示期', nowrap: true },
      ]}
      rows={notices.map((notice, index) => ({
        key: String(index),
        cells: { title: notice.title, period: periodWords({ ...notice, estimated: false }) },
      }))}
      empty={<EmptyState icon="megaphone" title="还没有往期公示" why="公示结束后，名单的标题和公示期列在这里。" />}
    />
  );
}
