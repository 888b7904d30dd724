'use client';

import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { paths } from '@/lib/kernel/paths';
import type { ClueLine } from '@/lib/objection/rules/desk-view';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Anchor } from '../ui/anchor';
import { EmptyState } from '../ui/empty-state';
import { CellNote, Table } from '../ui/table';
import styles from './objection.module.css';

/** 线索: what was said without a name. `close` is missing for those who only look. */
export function ClueTable({ rows, close }: { rows: readonly ClueLine[]; close?: Act }) {
  return (
    <Table
      caption="线索"
      dense
      boxed
      columns={[
        { key: 'at', title: '收到', nowrap: true, onPhone: 'title' },
        { key: 'about', title: '针对', nowrap: true, onPhone: 'labelled' },
        { key: 'facts', title: '反映的内容', onPhone: 'labelled' },
        { key: 'result', title: '核查', onPhone: 'labelled' },
      ]}
      rows={rows.map((clue) => ({
        key: clue.id,
        cells: {
          at: formatDayTime(clue.at),
          about: (
            <>
              <Anchor href={paths.staffNotice(clue.noticeId)}>{clue.noticeNumber}</Anchor>
              <CellNote>{clue.lines.length > 0 ? `第 ${clue.lines.join('、')} 项` : '整份名单'}</CellNote>
            </>
          ),
          facts: <span className={styles.said}>{clue.facts}</span>,
          result: clue.seenAt ? (
            <>
              {clue.result}
              <CellNote>{formatDayTime(clue.seenAt)}</CellNote>
            </>
          ) : (
            close && (
              <ActConfirm
                act={close}
                label="记录结果"
                look={{ variant: 'quiet', size: 's' }}
                title="线索核查完毕？"
                thing={`${clue.noticeNumber}，${formatDayTime(clue.at)} 收到`}
                consequence="记录后不再提示。匿名线索不答复。"
                confirmLabel="记录结果"
                fields={{ id: clue.id }}
                asks={[{ name: 'result', label: '核查结果', kind: 'text' }]}
              />
            )
          ),
        },
      }))}
      empty={<EmptyState icon="flag" title="没有线索" why="不署名的反映会列在这里，核查后记录结果，不答复。" />}
    />
  );
}
