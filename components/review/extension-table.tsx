'use client';

import { ActConfirm, type Act } from '@/components/disbursement/act-confirm';
import { Anchor } from '@/components/ui/anchor';
import { EmptyState } from '@/components/ui/empty-state';
import { Row } from '@/components/ui/layout';
import { Status } from '@/components/ui/status';
import { CellNote, Table } from '@/components/ui/table';
import { EXTENSION_STATUS } from '@/lib/application/rules/extension-states';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import type { ExtensionRow } from '@/lib/review/extension-queries';

type Acts = { readonly grant: Act; readonly refuse: Act };

/** 延期申请: who asks and why, and the two answers. */
export function ExtensionTable({ rows, ...acts }: Acts & { rows: readonly ExtensionRow[] }) {
  return (
    <Table
      caption="延期申请"
      boxed
      dense
      columns={[
        { key: 'case', title: '申请' },
        { key: 'passed', title: '原期限', nowrap: true },
        { key: 'reason', title: '理由' },
        { key: 'asked', title: '提出', nowrap: true },
        { key: 'answer', title: '答复' },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        tone: row.status === 'ASKED' ? 'amber' : undefined,
        cells: {
          case: (
            <>
              <Anchor href={paths.staffApplication(row.applicationId)}>{row.enterprise}</Anchor>
              <CellNote>
                {row.number}，{row.programme}
              </CellNote>
            </>
          ),
          passed: row.passedOn ? formatDay(row.passedOn) : '—',
          reason: row.reason,
          asked: formatDayTime(row.askedAt),
          answer: row.status === 'ASKED' ? <Answers row={row} {...acts} /> : <Answered row={row} />,
        },
      }))}
      empty={<EmptyState icon="inbox" title="没有延期申请" why="补正逾期的企业提出延期申请后，会列在这里。" />}
    />
  );
}

function Answered({ row: { status, deadline, answer } }: { row: ExtensionRow }) {
  const { word, tone } = EXTENSION_STATUS[status];
  return (
    <>
      <Status tone={tone} look="text">
        {word}
      </Status>
      {(deadline || answer) && <CellNote>{deadline ? `新期限 ${formatDay(deadline)}` : answer}</CellNote>}
    </>
  );
}

function Answers({ row, grant, refuse }: Acts & { row: ExtensionRow }) {
  const thing = `${row.enterprise}　${row.number}`;
  return (
    <Row gap={2}>
      <ActConfirm
        act={grant}
        label="同意"
        look={{ size: 's', variant: 'primary' }}
        title="同意延期？"
        thing={thing}
        fields={{ requestId: row.id }}
        consequence={`本申请回到待企业补正，企业在新的期限前重新提交。通常给 ${row.usualDays} 个工作日，自明天起算。`}
        confirmLabel="同意延期"
        asks={[
          { name: 'workingDays', label: '期限', unit: '个工作日', inputMode: 'numeric', start: String(row.usualDays) },
        ]}
      />
      <ActConfirm
        act={refuse}
        label="不同意"
        look={{ size: 's', variant: 'plain' }}
        title="不同意延期？"
        thing={thing}
        fields={{ requestId: row.id }}
        consequence="本申请保持失效，企业不能再次申请延期。"
        confirmLabel="不同意延期"
        danger
        asks={[{ name: 'reason', label: '理由', hint: '企业会看到。', kind: 'text' }]}
      />
    </Row>
  );
}
