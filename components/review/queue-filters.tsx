'use client';

import { useRouter } from 'next/navigation';
import { useRef, useTransition, type FormEvent, type ReactNode } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { Button, LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Spoken } from '@/components/ui/layout';
import {
  CHECK_LABELS,
  DUE_LABELS,
  filterWords,
  hasFilter,
  parseWish,
  SORT_LABELS,
  type QueueWish,
} from '@/lib/review/rules/queue-filter';
import { queueAddress, without } from './queue-address';
import styles from './queue-filters.module.css';

export type QueueChoices = {
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly categories: readonly { readonly code: string; readonly label: string }[];
  readonly scales: readonly string[];
};
type Props = { here: string; wish: QueueWish; query: string; choices: QueueChoices; children?: ReactNode };

/**
 * Search and filters over the queue. All of it stands in the address, so that it can be kept, sent and reloaded; a
 * choice is taken at once, and without scripts by the button.
 */
export function QueueFilters({ here, wish, query, choices, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isPending, start] = useTransition();
  const { filter, sort, view } = wish;

  function go(event?: FormEvent) {
    event?.preventDefault();
    if (!form.current) return;
    const given = Object.fromEntries([...new FormData(form.current)].map(([key, value]) => [key, String(value)]));
    const q = given.q?.trim() ?? '';
    start(() => router.push(queueAddress(here, parseWish(given), q ? { q } : {})));
  }
  const pick = (name: string, label: string, value: string | undefined, options: Readonly<Record<string, string>>) =>
    Object.keys(options).length > 0 && (
      <Choice name={name} label={label} value={value} options={options} onPick={() => go()} />
    );
  return (
    // Begun anew with the address: a filter that was taken away elsewhere is away here too.
    <form
      ref={form}
      action={here}
      role="search"
      className={styles.bar}
      onSubmit={go}
      key={JSON.stringify([wish, query])}
    >
      <input type="hidden" name="view" value={view} />
      <label className={styles.search}>
        <Icon name="search" size="s" />
        <Spoken>姓名、单位、信用代码、受理编号</Spoken>
        <input
          type="search"
          name="q"
          defaultValue={query}
          placeholder="任意两个字即可查找"
          title="姓名、单位、信用代码、受理编号"
        />
      </label>
      {choices.programmes.length > 1 &&
        pick('programme', '事项', filter.programme, byName(choices.programmes.map(({ id, name }) => [id, name])))}
      {pick('checks', '核验', filter.checks, CHECK_LABELS)}
      {pick('due', '期限', filter.due, DUE_LABELS)}
      {pick(
        'category',
        '类别',
        filter.category,
        byName(choices.categories.map((one) => [one.code, categoryWords(one)])),
      )}
      {pick('again', '提交', filter.again, { no: '首次提交', yes: '重新提交' })}
      {pick('scale', '规模', filter.scale, byName(choices.scales.map((one) => [one, one])))}
      <Amount min={filter.min} max={filter.max} onDone={() => go()} />
      <Choice
        name="sort"
        label="排序"
        value={sort === 'due' ? undefined : sort}
        options={SORTS}
        none={SORT_LABELS.due}
        onPick={() => go()}
      />
      <Button type="submit" size="s" variant="plain" pending={isPending}>
        查找
      </Button>
      {children}
    </form>
  );
}

const { due: _standard, ...SORTS } = SORT_LABELS;
const byName = (pairs: readonly (readonly [string, string])[]) => Object.fromEntries(pairs);
const categoryWords = ({ code, label }: QueueChoices['categories'][number]) => `${code} ${label}`;

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  options: Readonly<Record<string, string>>;
  none?: string;
  onPick: () => void;
};

function Choice({ name, label, value, options, none = '不限', onPick }: ChoiceProps) {
  return (
    <label className={value ? `${styles.pick} ${styles.on}` : styles.pick}>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''} onChange={onPick}>
        <option value="">{none}</option>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Amount({ min, max, onDone }: { min?: number; max?: number; onDone: () => void }) {
  const isOn = min !== undefined || max !== undefined;
  const field = (name: string, label: string, value: number | undefined) => (
    <input
      name={name}
      type="number"
      min={0}
      step={1}
      aria-label={label}
      placeholder="不限"
      defaultValue={value}
      onBlur={(event) => event.target.value !== String(value ?? '') && onDone()}
    />
  );
  return (
    <span className={isOn ? `${styles.pick} ${styles.on}` : styles.pick} role="group" aria-label="预计金额（元）">
      <span>金额</span>
      {field('min', '最低金额（元）', min)}
      <span aria-hidden>至</span>
      {field('max', '最高金额（元）', max)}
      <span aria-hidden>元</span>
    </span>
  );
}

type ChipsProps = Omit<Props, 'choices'> & { programmes: QueueChoices['programmes'] };

/** What narrows the list now, each taken away by one click. */
export function FilterChips({ here, wish, query, programmes, children }: ChipsProps) {
  const chips = filterWords(wish.filter, { programmes });
  const kept: Record<string, string> = query ? { q: query } : {};
  if (chips.length === 0 && !query) return null;
  return (
    <div className={styles.chips}>
      {query && (
        <Anchor className={styles.chip} href={queueAddress(here, wish)} aria-label={`不再查找“${query}”`}>
          查找“{query}”
          <Icon name="close" size="s" />
        </Anchor>
      )}
      {chips.map(({ key, words }) => (
        <Anchor
          key={key}
          className={styles.chip}
          aria-label={`去掉筛选：${words}`}
          href={queueAddress(here, { ...wish, filter: without(wish.filter, key) }, kept)}
        >
          {words}
          <Icon name="close" size="s" />
        </Anchor>
      ))}
      {(hasFilter(wish.filter) || query) && (
        <LinkButton size="s" variant="quiet" href={queueAddress(here, { ...wish, filter: {} })}>
          清除筛选
        </LinkButton>
      )}
      {children}
    </div>
  );
}
