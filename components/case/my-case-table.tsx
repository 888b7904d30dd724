import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { Status } from '@/components/ui/status';
import { CellNote, Table } from '@/components/ui/table';
import { PUBLIC_STATUS } from '@/lib/application/rules/labels';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import type { WhatNext } from '@/lib/application/rules/what-next';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';

export type MyCaseLine = {
  readonly id: string;
  readonly number: string | null;
  readonly programme: string;
  readonly year: number;
  readonly status: ApplicationStatus;
  readonly talentCount: number;
  readonly amountFen: number;
  readonly updatedAt: Date;
  readonly next: WhatNext | null;
};

/** 补贴申请: every case of the enterprise, drafts included, with what comes next and by when. */
export function MyCaseTable({ cases }: { cases: readonly MyCaseLine[] }) {
  return (
    <Table
      caption="补贴申请"
      columns={[
        { key: 'what', title: '事项与编号' },
        { key: 'talents', title: '人数', align: 'end', nowrap: true },
        { key: 'amount', title: '金额（元）', align: 'end', nowrap: true },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'next', title: '接下来' },
        { key: 'updated', title: '最近变化', nowrap: true },
      ]}
      rows={cases.map((one) => ({
        key: one.id,
        href: one.status === 'DRAFT' ? paths.edit(one.id, 'enterprise') : paths.application(one.id),
        cells: {
          what: (
            <>
              {one.programme}
              <CellNote>
                {one.number ?? '草稿'}，{one.year} 年度
              </CellNote>
            </>
          ),
          talents: one.talentCount,
          amount: <Money fen={one.amountFen} bare />,
          status: <Status {...lookOf(one.status)}>{PUBLIC_STATUS[one.status].word}</Status>,
          next: one.next ? (
            <>
              {one.next.text}
              {one.next.byDay ? <CellNote>{formatDay(one.next.byDay)} 前</CellNote> : null}
            </>
          ) : (
            '已办结'
          ),
          updated: formatDayTime(one.updatedAt),
        },
      }))}
      empty={
        <EmptyState
          title="还没有补贴申请"
          why="提交的申请和没写完的草稿会列在这里。"
          action={<LinkButton href={paths.talentServices()}>查看可申请的事项</LinkButton>}
        />
      }
    />
  );
}

export function lookOf(status: ApplicationStatus) {
  const { tone, icon } = PUBLIC_STATUS[status];
  return { tone, icon };
}
