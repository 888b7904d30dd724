import { EmptyState } from '@/components/ui/empty-state';
import { CellNote, Table } from '@/components/ui/table';
import { STAFF_STATUS } from '@/lib/application/rules/labels';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';

export type InboxLine = {
  readonly id: string;
  readonly number: string;
  readonly enterprise: string;
  readonly programme: string;
  readonly status: string;
  readonly unread: number;
  readonly last: Date;
  readonly text: string;
};

const SHOWN = 60;

/** 企业留言: cases with messages that nobody of the office has read, the longest waiting first. */
export function InboxTable({ rows }: { rows: readonly InboxLine[] }) {
  return (
    <Table
      caption="企业留言"
      boxed
      dense
      columns={[
        { key: 'case', title: '申请' },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'text', title: '最近一条' },
        { key: 'unread', title: '未读', align: 'end', nowrap: true },
        { key: 'last', title: '时间', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: `${paths.staffApplication(row.id)}?open=messages`,
        cells: {
          case: (
            <>
              {row.enterprise}
              <CellNote>
                {row.number}，{row.programme}
              </CellNote>
            </>
          ),
          status: STAFF_STATUS[row.status as ApplicationStatus].word,
          text: shortened(row.text),
          unread: row.unread,
          last: formatDayTime(row.last),
        },
      }))}
      empty={<EmptyState icon="inbox" title="没有未读的留言" why="企业在申请页面写下的留言会列在这里。" />}
    />
  );
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text;
}
