import { Checkbox } from '@/components/ui/choice';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { Status, Tag } from '@/components/ui/status';
import { CellNote, Table } from '@/components/ui/table';
import { paths } from '@/lib/kernel/paths';
import { formatShortDay, formatTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { QueueRow } from '@/lib/review/rules/queue';
import type { DeskActs } from './acts';
import { TakeCase } from './take-case';
import styles from './queue-table.module.css';

type Props = {
  rows: readonly QueueRow[];
  claim: DeskActs['claim'];
  emptyTitle: string;
  emptyWhy: string;
  /** Where cases may be picked: which are, and what a click does. Only clear ones have a box. */
  pick?: { readonly picked: ReadonlySet<string>; readonly toggle: (id: string) => void } | null;
};

/** The cases of a stage in the order of the list. */
export function QueueTable({ rows, claim, emptyTitle, emptyWhy, pick }: Props) {
  return (
    <Table
      caption="待审核的申请"
      dense
      boxed
      columns={[
        { key: 'number', title: '受理编号', nowrap: true },
        { key: 'unit', title: '申报单位' },
        { key: 'talents', title: '申报人员' },
        { key: 'amount', title: '预计金额（元）', align: 'end' },
        { key: 'checks', title: '自动核验', nowrap: true },
        { key: 'since', title: '送达', nowrap: true },
        { key: 'due', title: '办理期限', nowrap: true },
        { key: 'whose', title: '办理人', nowrap: true },
        ...(pick ? [{ key: 'pick' as const, title: '批量', align: 'center' as const, nowrap: true }] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.number,
        href: paths.staffApplication(row.id),
        tone: row.claim?.mine ? 'current' : undefined,
        cells: {
          number: row.number,
          unit: row.enterpriseName,
          talents: (
            <>
              <span className={styles.name}>{row.firstTalent}</span>
              {row.talents > 1 && <span className={styles.more}> 等 {row.talents} 人</span>}
            </>
          ),
          amount: <Money fen={row.expectedFen} bare />,
          checks: (
            <Status look="text" tone={row.checks.tone}>
              {row.checks.words}
            </Status>
          ),
          since: <Since row={row} />,
          due: <Due row={row} />,
          pick: pick && row.isClean && (
            <Checkbox
              id={`pick-${row.id}`}
              label={`选中 ${row.number}`}
              labelHidden
              checked={pick.picked.has(row.id)}
              onChange={() => pick.toggle(row.id)}
            />
          ),
          whose: <Whose row={row} claim={claim} />,
        },
      }))}
      empty={<EmptyState icon="inbox" title={emptyTitle} why={emptyWhy} />}
    />
  );
}

function Since({ row }: { row: QueueRow }) {
  return (
    <span className={styles.line}>
      {formatShortDay(shanghaiDayOf(row.since))}
      {row.submission > 1 && <Tag>第 {row.submission} 次</Tag>}
      {row.proposedRejection && <Tag tone="amber">建议不予支持</Tag>}
    </span>
  );
}

const DUE_ICONS = { red: 'error', amber: 'clock', neutral: 'calendar' } as const;

function Due({ row: { due } }: { row: QueueRow }) {
  return (
    <span className={`${styles.due} ${styles[due.tone]}`}>
      <Icon name={DUE_ICONS[due.tone]} size="s" />
      <span className={styles.day}>{due.shown}</span>
      <b>{due.words}</b>
    </span>
  );
}

function Whose({ row, claim }: { row: QueueRow; claim: Props['claim'] }) {
  if (row.claim?.mine) {
    return (
      <Status look="text" tone="blue" icon="user">
        您，至 {formatTime(row.claim.until)}
      </Status>
    );
  }
  if (row.claim) {
    return (
      <Status look="text" tone="neutral" icon="user">
        {row.claim.name}，至 {formatTime(row.claim.until)}
      </Status>
    );
  }
  if (row.held) {
    return (
      <Status look="text" tone="red" icon="stop">
        暂停办理
      </Status>
    );
  }
  return (
    <span className={styles.line}>
      {row.mayClaim && <TakeCase id={row.id} number={row.number} claim={claim} />}
      {row.reservedFor && <CellNote>{row.reservedFor.mine ? '留给您' : `留给${row.reservedFor.name}`}</CellNote>}
      {!row.mayClaim && !row.reservedFor && <CellNote>初审经您办理</CellNote>}
    </span>
  );
}
