'use client';

import { useMemo, useState } from 'react';
import { SkipLink } from '@/components/frame/skip-link';
import { Button, IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Select, TextInput } from '@/components/ui/text-input';
import {
  filterCounts,
  shownTalents,
  TALENT_FILTERS,
  TALENT_SORTS,
  type ListQuery,
  type TalentFilter,
  type TalentSort,
} from '@/lib/application/rules/talent-list';
import { useWizard } from '../wizard/wizard-context';
import { useListed, type Listed } from './listed';
import { MoveDialog, useSteady } from './row-acts';
import { TalentCards } from './talent-cards';
import { TalentTable } from './talent-table';
import { useTalentLook, type TalentLook } from './use-talent-view';
import styles from './talents.module.css';

export type TalentListProps = {
  readonly open: string | null;
  readonly isBusy: boolean;
  show(talentId: string): void;
  copy(talentId: string): void;
  remove(talentIds: readonly string[]): void;
  move(talentId: string, place: number): void;
};

/** From so many on whoever comes by Tab may pass the list by. */
const LONG = 20;
const AFTER = 'after-talents';

const ALL: ListQuery = { filter: 'all', search: '', sort: 'order' };

/** The list, found, filtered and sorted, as a table or as cards; several at once can be chosen and removed. */
export function TalentList({ open, isBusy, ...acts }: TalentListProps) {
  const { view, draft } = useWizard();
  const listed = useListed();
  const [query, setQuery] = useState<ListQuery>(ALL);
  const [look, setLook] = useTalentLook(view.frame.user.username);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<string | null>(null);
  const shown = useMemo(() => shownTalents(listed, query), [listed, query]);
  const chosen = useMemo(() => listed.filter(({ id }) => selected.has(id)), [listed, selected]);
  const select = (ids: readonly string[], isSelected: boolean) => {
    const next = new Set(selected);
    for (const id of ids)
      if (isSelected) next.add(id);
      else next.delete(id);
    setSelected(next);
  };
  const rowActs = useSteady({ ...acts, ask: setAsked, select: (id, isSelected) => select([id], isSelected) });
  if (draft.talents.length === 0) return <NoTalents />;
  const isMovable = shown.length === listed.length && query.sort === 'order' && !isBusy;
  const drawn = { shown, count: listed.length, open, selected, isMovable, acts: rowActs };
  return (
    <>
      <Finding listed={listed} query={query} change={setQuery} look={look} setLook={setLook} />
      {chosen.length > 0 && (
        <Chosen
          chosen={chosen}
          isBusy={isBusy}
          clear={() => setSelected(new Set())}
          remove={(ids) => {
            setSelected(new Set());
            acts.remove(ids);
          }}
        />
      )}
      {shown.length === 0 && <NoneFound clear={() => setQuery(ALL)} />}
      {shown.length > LONG && <SkipLink to={AFTER}>跳过名单，共 {shown.length} 人</SkipLink>}
      {shown.length > 0 && look === 'cards' && <TalentCards {...drawn} />}
      {shown.length > 0 && look === 'table' && (
        <TalentTable
          {...drawn}
          selectAll={(isSelected) =>
            select(
              shown.map(({ id }) => id),
              isSelected,
            )
          }
        />
      )}
      <span id={AFTER} tabIndex={-1} />
      <MoveDialog
        one={listed.find(({ id }) => id === asked) ?? null}
        count={listed.length}
        close={() => setAsked(null)}
        move={acts.move}
      />
    </>
  );
}

const FILTER_WORDS: Readonly<Record<TalentFilter, string>> = {
  all: '全部',
  missing: '有缺项',
  done: '已填完',
  cut: '额度不足',
};
const SORT_WORDS: Readonly<Record<TalentSort, string>> = {
  order: '按名单顺序',
  name: '按姓名',
  missing: '缺项多的在前',
  amount: '标准高的在前',
};

type FindingProps = {
  readonly listed: readonly Listed[];
  readonly query: ListQuery;
  change(query: ListQuery): void;
  readonly look: TalentLook;
  setLook(look: TalentLook): void;
};

function Finding({ listed, query, change, look, setLook }: FindingProps) {
  const counts = filterCounts(listed, query.search);
  return (
    <div className={styles.finding} role="search" aria-label="名单">
      <TextInput
        type="search"
        className={styles.search}
        aria-label="按姓名查找"
        placeholder="按姓名查找"
        value={query.search}
        onChange={(event) => change({ ...query, search: event.target.value })}
      />
      <div className={styles.filters} role="group" aria-label="筛选">
        {TALENT_FILTERS.filter((filter) => filter !== 'cut' || counts.cut > 0 || query.filter === 'cut').map(
          (filter) => (
            <button
              key={filter}
              type="button"
              aria-pressed={query.filter === filter}
              onClick={() => change({ ...query, filter })}
            >
              {FILTER_WORDS[filter]} <span>{counts[filter]}</span>
            </button>
          ),
        )}
      </div>
      <Select
        className={styles.sort}
        aria-label="排序"
        options={TALENT_SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
        value={query.sort}
        onChange={(event) => change({ ...query, sort: event.target.value as TalentSort })}
      />
      <div className={styles.looks} role="group" aria-label="显示方式">
        <IconButton
          label="表格"
          icon="list"
          outlined
          aria-pressed={look === 'table'}
          className={classNames(look === 'table' && styles.on)}
          onClick={() => setLook('table')}
        />
        <IconButton
          label="卡片"
          icon="grid"
          outlined
          aria-pressed={look === 'cards'}
          className={classNames(look === 'cards' && styles.on)}
          onClick={() => setLook('cards')}
        />
      </div>
    </div>
  );
}

type ChosenProps = {
  readonly chosen: readonly Listed[];
  readonly isBusy: boolean;
  clear(): void;
  remove(ids: readonly string[]): void;
};

function Chosen({ chosen, isBusy, clear, remove }: ChosenProps) {
  return (
    <div className={styles.chosen} role="status">
      <span>已选 {chosen.length} 位</span>
      <Button size="s" icon="trash" pending={isBusy} onClick={() => remove(chosen.map(({ id }) => id))}>
        移除所选
      </Button>
      <Button size="s" variant="quiet" onClick={clear}>
        取消选择
      </Button>
    </div>
  );
}

function NoneFound({ clear }: { clear(): void }) {
  return (
    <div className={styles.card}>
      <EmptyState icon="search" title="没有符合条件的人员" why="请换一个姓名片段，或改选“全部”。" />
      <p className={styles.again}>
        <Button size="s" onClick={clear}>
          显示全部
        </Button>
      </p>
    </div>
  );
}

function NoTalents() {
  const { entryWord, maxEntries } = useWizard().view.config;
  return (
    <div className={styles.card}>
      <EmptyState
        icon="users"
        title={`还没有${entryWord}`}
        why={`一份申请可以填报多名，最多 ${maxEntries} 人。请点“添加${entryWord}”，或从 Excel 导入。`}
      />
    </div>
  );
}
