import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { CellNote, Table } from '@/components/ui/table';
import { paths } from '@/lib/kernel/paths';
import { formatShortDay } from '@/lib/kernel/shanghai-day';
import { periodWords, type NoticeSummary, type Period } from '@/lib/notice/rules/views';

type Props = { caption: string; notices: readonly NoticeSummary[]; emptyTitle: string; emptyWhy: string };

/** Lists in one state, each leading to its sheet. */
export function NoticeList({ caption, notices, emptyTitle, emptyWhy }: Props) {
  return (
    <Table
      caption={caption}
      dense
      columns={[
        { key: 'title', title: '名单' },
        { key: 'number', title: '编号', nowrap: true },
        { key: 'units', title: '企业', align: 'end' },
        { key: 'talents', title: '人才', align: 'end' },
        { key: 'amount', title: '金额（元）', align: 'end' },
        { key: 'period', title: '公示期', nowrap: true },
      ]}
      rows={notices.map((notice) => ({
        key: notice.number,
        href: paths.staffNotice(notice.id),
        cells: {
          title: notice.title,
          number: notice.number,
          units: `${notice.enterprises} 家`,
          talents: `${notice.talents} 人`,
          amount: <Money fen={notice.totalFen} bare />,
          period: notice.period ? (
            <>
              {periodWords(notice.period)}
              <CellNote>{leftWords(notice, notice.period)}</CellNote>
            </>
          ) : (
            `${formatShortDay(notice.createdOn)} 拟定，${notice.waitsFor ? '待复审确认' : '未提请'}`
          ),
        },
      }))}
      empty={<EmptyState icon="megaphone" title={emptyTitle} why={emptyWhy} />}
    />
  );
}

function leftWords({ status, waitsFor }: NoticeSummary, { left }: Period): string {
  if (status === 'WITHDRAWN') return '已撤下';
  return waitsFor ? `${left}，已提请撤下` : left;
}
