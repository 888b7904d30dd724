import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import { paths } from '@/lib/kernel/paths';
import type { ObjectionLine, ObjectionView } from '@/lib/objection/rules/desk-view';
import { OBJECTION_STATUS, VIA_WORDS } from '@/lib/objection/rules/labels';
import { EmptyState } from '../ui/empty-state';
import { Status, Tag } from '../ui/status';
import { CellNote, Table } from '../ui/table';

const EMPTY: Readonly<Record<Exclude<ObjectionView, 'clues'>, string>> = {
  received: '公示期内收到的异议会列在这里，按受理期限排列。',
  handling: '受理后正在核查的会列在这里。',
  decided: '已答复异议人的会列在这里。',
};

/** Objections of a view, the one due first at the top. */
export function ObjectionTable({ rows, view }: { rows: readonly ObjectionLine[]; view: keyof typeof EMPTY }) {
  return (
    <Table
      caption="异议"
      dense
      boxed
      columns={[
        { key: 'number', title: '编号', nowrap: true, onPhone: 'title' },
        { key: 'about', title: '针对', onPhone: 'labelled' },
        { key: 'who', title: '异议人', nowrap: true, onPhone: 'labelled' },
        { key: 'at', title: '收到', nowrap: true, onPhone: 'labelled' },
        { key: 'due', title: view === 'decided' ? '答复' : '期限', nowrap: true, onPhone: 'labelled' },
        { key: 'status', title: '状态', nowrap: true, onPhone: 'labelled' },
      ]}
      rows={rows.map((row) => {
        const { word, tone, icon } = OBJECTION_STATUS[row.status];
        return {
          key: row.id,
          href: paths.staffObjection(row.id),
          cells: {
            number: row.number,
            about: (
              <>
                {row.about}
                <CellNote>公示 {row.noticeNumber}</CellNote>
              </>
            ),
            who: (
              <>
                {row.objector}
                <CellNote>{VIA_WORDS[row.via]}</CellNote>
              </>
            ),
            at: formatDayTime(row.receivedAt),
            due: <Due row={row} />,
            status: (
              <>
                <Status look="text" tone={tone} icon={icon}>
                  {word}
                </Status>
                {row.isLate && <Tag>逾期提出</Tag>}
              </>
            ),
          },
        };
      })}
      empty={<EmptyState icon="inbox" title="这里没有异议" why={EMPTY[view]} />}
    />
  );
}

function Due({ row: { dueOn, isOverdue, status, decidedAt } }: { row: ObjectionLine }) {
  if (!dueOn) return decidedAt && formatDayTime(decidedAt);
  if (isOverdue) {
    return (
      <Status look="text" tone="red">
        已超过 {formatDay(dueOn)}
      </Status>
    );
  }
  return `${formatDay(dueOn)}前${status === 'RECEIVED' ? '告知是否受理' : '决定'}`;
}
