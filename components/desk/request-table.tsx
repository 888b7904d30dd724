import type { RequestLine, RequestView } from '@/lib/desk/queries';
import { answerDueOn } from '@/lib/enterprise/rules/change-due';
import { CHANGE_KIND_WORDS } from '@/lib/enterprise/rules/change-form';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Status, Tag } from '../ui/status';
import { CellNote, Table } from '../ui/table';

const EMPTY: Readonly<Record<RequestView, string>> = {
  open: '新的请求到了会列在这里。',
  mine: '点“开始核对”的请求会列在这里。',
  second: '一人核实后提请复核的密码重置会列在这里。',
  returned: '退回补正、等申报单位重新提交的会列在这里。',
  done: '已答复和已撤回的会列在这里。',
};

type Props = { rows: readonly RequestLine[]; view: RequestView; now: Date };

/** Requests of a view, the longest waiting first. */
export function RequestTable({ rows, view, now }: Props) {
  const today = shanghaiDayOf(now);
  return (
    <Table
      caption="变更请求"
      dense
      boxed
      columns={[
        { key: 'number', title: '编号', nowrap: true },
        { key: 'kind', title: '请求', nowrap: true },
        { key: 'unit', title: '企业' },
        { key: 'at', title: view === 'done' ? '答复' : '提交', nowrap: true },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'whose', title: view === 'second' ? '核实人' : '核对人', nowrap: true },
      ]}
      rows={rows.map((row) => {
        const { word, tone } = CHANGE_STATUS[row.status];
        return {
          key: row.id,
          href: paths.staffChangeRequest(row.id),
          tone: row.taken?.mine ? 'current' : undefined,
          cells: {
            number: row.number,
            kind: (
              <>
                {CHANGE_KIND_WORDS[row.kind]} {row.round > 1 && <Tag>第 {row.round} 次</Tag>}
              </>
            ),
            unit: (
              <>
                {row.enterpriseName}
                <CellNote>{row.uscc}</CellNote>
              </>
            ),
            at: view === 'done' && row.decidedAt ? formatDayTime(row.decidedAt) : <Since row={row} today={today} />,
            status: (
              <Status look="text" tone={tone}>
                {word}
              </Status>
            ),
            whose: row.taken ? (row.taken.mine ? '您' : row.taken.by) : '',
          },
        };
      })}
      empty={<EmptyState icon="inbox" title="这里没有请求" why={EMPTY[view]} />}
    />
  );
}

/** When it came in, and by when it is to be answered; what was returned waits for the enterprise. */
function Since({ row, today }: { row: RequestLine; today: ShanghaiDay }) {
  const due = answerDueOn(row.submittedAt);
  return (
    <>
      {formatDayTime(row.submittedAt)}
      {row.status !== 'RETURNED' && row.status !== 'WITHDRAWN' && (
        <CellNote>{due < today ? `已超过 ${formatDay(due)}的答复期限` : `${formatDay(due)}前答复`}</CellNote>
      )}
    </>
  );
}
