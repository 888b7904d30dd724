import { paths } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { PUBLIC_STATUS } from '@/lib/application/rules/labels';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';
import { dayWords } from './todo-list';
import type { CaseLine } from './todos';

const WHOSE_TURN: Readonly<Record<CaseLine['who'], string>> = {
  you: '轮到您办理',
  staff: '业务人员办理',
  clock: '等待公示期满',
  finance: '财务人员办理',
};

/** 在办的申请: how each stands and whose turn it is. */
export function CaseTable({ cases, today }: { cases: readonly CaseLine[]; today: ShanghaiDay }) {
  return (
    <Table
      caption="在办的申请"
      columns={[
        { key: 'what', title: '事项与编号' },
        { key: 'amount', title: '金额', align: 'end', nowrap: true },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'next', title: '接下来', nowrap: true },
      ]}
      rows={cases.map((one) => ({
        key: one.id,
        href: paths.application(one.id),
        cells: {
          what: (
            <>
              {one.programme}
              <CellNote>
                {one.number ?? '草稿'}，{one.talentCount} 人
              </CellNote>
            </>
          ),
          amount: <Money fen={one.amountFen} />,
          status: one.held ? (
            <Status tone="amber" icon="stop">
              暂停办理
            </Status>
          ) : (
            <Status tone={PUBLIC_STATUS[one.status].tone} icon={PUBLIC_STATUS[one.status].icon}>
              {PUBLIC_STATUS[one.status].word}
            </Status>
          ),
          next: (
            <>
              {WHOSE_TURN[one.who]}
              {one.byDay && <CellNote>{dayWords(one.byDay, today)} 前</CellNote>}
            </>
          ),
        },
      }))}
      empty={
        <EmptyState
          icon="file"
          title="没有在办的申请"
          why="提交申请后，在这里查看每一步的进展。"
          action={<LinkButton href={paths.talentServices()}>查看可以申请的事项</LinkButton>}
        />
      }
    />
  );
}
