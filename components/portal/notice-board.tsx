import { paths } from '@/lib/kernel/paths';
import { formatShortDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { CellNote, Table } from '../ui/table';

export type NoticeLine = {
  readonly id: string;
  readonly title: string;
  readonly publishedOn: ShanghaiDay;
  readonly startsOn: ShanghaiDay;
  readonly endsOn: ShanghaiDay;
  readonly daysLeft: number;
  readonly enterprises: number;
  readonly talents: number;
  readonly totalFen: number;
};

/** `（第 2 批）` goes to the next line as a whole. */
const unbroken = (title: string) => title.replaceAll(' ', '\u00a0');

/** 正在公示 as a table. */
export function NoticeBoard({ notices }: { notices: readonly NoticeLine[] }) {
  return (
    <Table
      caption="正在公示的名单"
      columns={[
        { key: 'title', title: '名单' },
        { key: 'enterprises', title: '企业', align: 'end', nowrap: true },
        { key: 'talents', title: '人数', align: 'end', nowrap: true },
        { key: 'amount', title: '拟补贴金额', align: 'end', nowrap: true },
        { key: 'period', title: '公示期', nowrap: true },
      ]}
      rows={notices.map((notice) => ({
        key: notice.id,
        href: paths.notice(notice.id),
        cells: {
          title: (
            <>
              {unbroken(notice.title)}
              <CellNote>{formatShortDay(notice.publishedOn)} 发布</CellNote>
            </>
          ),
          enterprises: `${notice.enterprises} 家`,
          talents: `${notice.talents} 人`,
          amount: <Money fen={notice.totalFen} />,
          period: (
            <>
              {formatShortDay(notice.startsOn)} 至 {formatShortDay(notice.endsOn)}
              <CellNote>{notice.daysLeft === 0 ? '今天截止' : `还剩 ${notice.daysLeft} 天`}</CellNote>
            </>
          ),
        },
      }))}
      empty={
        <EmptyState
          icon="megaphone"
          title="目前没有正在公示的名单"
          why="公示期为数个工作日，期满后可以在往期公示中查看。"
        />
      }
    />
  );
}
