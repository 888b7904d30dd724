'use client';

import { useActionState, useState, type FormEvent, type ReactNode } from 'react';
import { sumFen } from '@/lib/kernel/fen';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Spoken, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Status } from '../ui/status';
import { SubmitButton } from '../ui/submit-button';
import { Table, type Column } from '../ui/table';
import styles from './choose-form.module.css';

export type ChooseRow = {
  readonly id: string;
  /** Spoken beside the box. */
  readonly name: string;
  readonly amountFen: number;
  /** Why it cannot be chosen; null when it can. */
  readonly obstacle: string | null;
  readonly cells: Readonly<Record<string, ReactNode>>;
};

export type ChooseFormProps = {
  caption: string;
  columns: readonly Column[];
  rows: readonly ChooseRow[];
  /** Name of the boxes, ending in []. */
  name: string;
  fields: Readonly<Record<string, string>>;
  act: Act;
  label: string;
  pendingLabel: string;
  /** What may be taken at most; null where nothing limits it. */
  freeFen: number | null;
  /** How many may be taken at once. */
  most: number;
  /** 件 or 笔. */
  unit: string;
  /** Chosen beside the act, e.g. the layout of a file. */
  choice?: ReactNode;
  /** Only looked at: no boxes, no act. */
  readOnly?: boolean;
};

/** Rows that are ticked, their totals while one ticks, and the one act upon them. What cannot be ticked says why. */
export function ChooseForm(props: ChooseFormProps) {
  const { rows, fields, act, readOnly } = props;
  const [state, submit] = useActionState(act, IDLE);
  const possible = rows.filter((row) => row.obstacle === null);
  const all = possible.slice(0, props.most).map((row) => row.id);
  const [ticked, setChosen] = useState<ReadonlySet<string>>(() => new Set(all));
  // Another filter draws other rows into the same form; what is not on the page is not sent.
  const taken = possible.filter((row) => ticked.has(row.id));
  const chosen = new Set(taken.map((row) => row.id));

  function tick(event: FormEvent<HTMLInputElement>) {
    const { value, checked } = event.currentTarget;
    const next = new Set(chosen);
    if (checked) next.add(value);
    else next.delete(value);
    setChosen(next);
  }

  return (
    <form action={submit}>
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Stack gap={4}>
        {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
        <ChooseTable {...props} chosen={chosen} tick={tick} />
      </Stack>
      {!readOnly && (
        <Foot
          {...props}
          count={chosen.size}
          totalFen={sumFen(taken.map((row) => row.amountFen))}
          all={chosen.size === all.length}
          isCut={possible.length > all.length}
          none={possible.length === 0}
          tickAll={(isAll) => setChosen(new Set(isAll ? all : []))}
        />
      )}
    </form>
  );
}

type ChooseTableProps = Pick<ChooseFormProps, 'rows' | 'name' | 'caption' | 'columns' | 'readOnly'> & {
  chosen: ReadonlySet<string>;
  tick: (event: FormEvent<HTMLInputElement>) => void;
};

function ChooseTable({ rows, name, caption, columns, readOnly, chosen, tick }: ChooseTableProps) {
  const boxOf = (row: ChooseRow) => (
    <label className={styles.pick}>
      <input
        type="checkbox"
        name={name}
        value={row.id}
        aria-label={row.name}
        disabled={row.obstacle !== null}
        checked={row.obstacle === null && chosen.has(row.id)}
        onChange={tick}
      />
    </label>
  );
  return (
    <Table
      caption={caption}
      boxed
      columns={[
        ...(readOnly ? [] : [{ key: 'pick', title: <Spoken>选择</Spoken>, width: 's' } as const]),
        ...columns,
        { key: 'obstacle', title: '可否列入' },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: { ...row.cells, pick: boxOf(row), obstacle: <Obstacle why={row.obstacle} /> },
      }))}
    />
  );
}

function Obstacle({ why }: { why: string | null }) {
  return why === null ? (
    <Status look="text" tone="green">
      可以
    </Status>
  ) : (
    <Status look="text" tone="amber">
      {why}
    </Status>
  );
}

type FootProps = Pick<ChooseFormProps, 'label' | 'pendingLabel' | 'freeFen' | 'unit' | 'choice' | 'most'> & {
  count: number;
  totalFen: number;
  all: boolean;
  /** More could be taken than may be at once. */
  isCut: boolean;
  none: boolean;
  tickAll: (ticked: boolean) => void;
};

function Foot(props: FootProps) {
  const { label, pendingLabel, freeFen, unit, choice, most, count, totalFen, all, isCut, none, tickAll } = props;
  const isShort = freeFen !== null && totalFen > freeFen;
  const isTooMany = count > most;
  return (
    <div className={styles.foot}>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={all && !none}
          disabled={none}
          onChange={(event) => tickAll(event.currentTarget.checked)}
        />
        {isCut ? `选前 ${most} ${unit}` : '全选可以的'}
      </label>
      <div className={styles.totals} role="status">
        <span>
          已选 <b>{count}</b> {unit}
        </span>
        {isTooMany && (
          <span className={styles.short}>
            一次最多 {most} {unit}，请分几次办理
          </span>
        )}
        <span>
          合计 <b>{<Money fen={totalFen} strong />}</b>
        </span>
        {freeFen !== null && (
          <span className={isShort ? styles.short : undefined}>
            {isShort ? '超出可用预算' : '列入后可用预算'}{' '}
            <Money fen={isShort ? totalFen - freeFen : freeFen - totalFen} />
          </span>
        )}
      </div>
      {choice}
      <SubmitButton disabled={count === 0 || isShort || isTooMany} pendingLabel={pendingLabel}>
        {label}
      </SubmitButton>
    </div>
  );
}
