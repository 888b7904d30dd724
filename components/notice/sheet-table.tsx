import { Money } from '@/components/ui/money';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import type { NoticeSheet } from '@/lib/notice/rules/views';

/** The list itself. Rows are told apart by their place, so that no id of ours reaches the public. */
export function SheetTable({ sheet }: { sheet: NoticeSheet }) {
  const rows = sheet.lines.map(({ place, enterpriseName, shownName, categoryLabel, amountFen, isWithdrawn }) => ({
    key: String(place),
    cells: {
      place,
      unit: enterpriseName,
      name: isWithdrawn ? <Withdrawn /> : shownName,
      category: categoryLabel,
      amount: isWithdrawn ? '' : <Money fen={amountFen} bare />,
    },
  }));
  const total = {
    key: 'total',
    tone: 'total' as const,
    cells: {
      place: '',
      unit: `合计 ${sheet.enterprises} 家`,
      name: `${sheet.talents} 人`,
      category: '',
      amount: <Money fen={sheet.totalFen} bare strong />,
    },
  };
  return (
    <Table
      caption={sheet.title}
      columns={[
        { key: 'place', title: '序号', width: 's', onPhone: 'labelled' },
        { key: 'unit', title: '申报单位', onPhone: 'title' },
        { key: 'name', title: '姓名', onPhone: 'labelled' },
        { key: 'category', title: '类别', onPhone: 'labelled' },
        { key: 'amount', title: '金额（元）', align: 'end', onPhone: 'labelled' },
      ]}
      rows={[...rows, total]}
    />
  );
}

/** The line keeps its number, so that what was said about a line stays true. */
function Withdrawn() {
  return (
    <Status look="text" tone="neutral" icon="minus">
      已撤出公示
    </Status>
  );
}
