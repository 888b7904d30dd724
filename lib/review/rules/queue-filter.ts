import { z } from 'zod';
import type { Fen } from '@/lib/kernel/fen';
import { QUEUE_VIEWS, type QueueView } from './queue';

const WAN_YUAN = 10_000;
const FEN_OF_YUAN = 100;

/** In which order a list stands; `due` is the order in which cases are to be done. */
export const QUEUE_SORTS = ['due', 'newest', 'amount'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

export const SORT_LABELS: Readonly<Record<QueueSort, string>> = {
  due: '期限先后',
  newest: '新送达在前',
  amount: '金额从高到低',
};

export const DUE_LABELS = { overdue: '已超期', today: '今天到期', soon: '3 天内到期', later: '3 天以后' } as const;
export const CHECK_LABELS = { green: '全部通过', amber: '有需看', red: '有不符' } as const;

/** What narrows a list; every member that is given must hold. */
export type QueueFilter = {
  readonly programme?: string;
  readonly category?: string;
  readonly scale?: string;
  readonly due?: keyof typeof DUE_LABELS;
  readonly again?: 'yes' | 'no';
  readonly checks?: keyof typeof CHECK_LABELS;
  /** Bounds of the expected amount in yuan, both included. */
  readonly min?: number;
  readonly max?: number;
};

const yuan = z.coerce
  .number()
  .int()
  .min(0)
  .max(1_000_000 * WAN_YUAN);

const filterSchema = z.object({
  programme: z.uuid().optional().catch(undefined),
  category: z
    .string()
    .regex(/^[A-Z]$/)
    .optional()
    .catch(undefined),
  scale: z.string().trim().min(1).max(40).optional().catch(undefined),
  due: z.enum(['overdue', 'today', 'soon', 'later']).optional().catch(undefined),
  again: z.enum(['yes', 'no']).optional().catch(undefined),
  checks: z.enum(['green', 'amber', 'red']).optional().catch(undefined),
  min: yuan.optional().catch(undefined),
  max: yuan.optional().catch(undefined),
});
const FILTER_KEYS = Object.keys(filterSchema.shape) as (keyof QueueFilter)[];

const wishSchema = z.object({ view: z.enum(QUEUE_VIEWS).catch('todo'), sort: z.enum(QUEUE_SORTS).catch('due') });

/** One view over the queue as it stands in the address and in a saved view. */
export type QueueWish = { readonly view: QueueView; readonly sort: QueueSort; readonly filter: QueueFilter };

/** Reads an address; what is no filter, or cannot be read, narrows nothing. */
export function parseWish(search: Readonly<Record<string, unknown>>): QueueWish {
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
  const filter = filterSchema.parse(given);
  const known = Object.entries(filter).filter(([, value]) => value !== undefined);
  return { ...wishSchema.parse(given), filter: Object.fromEntries(known) };
}

/** The same as members of an address; the standard view and order are left out. */
export function formatWish({ view, sort, filter }: QueueWish): Record<string, string> {
  const members = FILTER_KEYS.flatMap((key) =>
    filter[key] === undefined ? [] : [[key, String(filter[key])] as const],
  );
  return { view, ...(sort === 'due' ? {} : { sort }), ...Object.fromEntries(members) };
}

export const hasFilter = (filter: QueueFilter): boolean => Object.keys(filter).length > 0;

/** Whether two addresses mean the same list. */
export function sameWish(one: QueueWish, other: QueueWish): boolean {
  const written = (wish: QueueWish) => JSON.stringify(Object.entries(formatWish(wish)).sort());
  return written(one) === written(other);
}

export const fenOf = (yuanCount: number): Fen => yuanCount * FEN_OF_YUAN;

type Names = { readonly programmes: readonly { readonly id: string; readonly name: string }[] };

/** `20 万元以上`, `今天到期`: what a filter says, one line per member, for chips and for a name to begin with. */
export function filterWords(filter: QueueFilter, { programmes }: Names): { key: string; words: string }[] {
  const { min, max } = filter;
  const words = {
    programme: filter.programme && (programmes.find(({ id }) => id === filter.programme)?.name ?? '其他事项'),
    category: filter.category && `${filter.category} 类`,
    scale: filter.scale && `${filter.scale}企业`,
    due: filter.due && DUE_LABELS[filter.due],
    again: filter.again && (filter.again === 'yes' ? '重新提交' : '首次提交'),
    checks: filter.checks && `核验${CHECK_LABELS[filter.checks]}`,
    min: min !== undefined && `${inYuan(min)}以上`,
    max: max !== undefined && `${inYuan(max)}以下`,
  };
  return Object.entries(words).flatMap(([key, text]) => (text ? [{ key, words: text }] : []));
}

function inYuan(amount: number): string {
  return amount >= WAN_YUAN && amount % 1000 === 0 ? `${amount / WAN_YUAN} 万元` : `${amount} 元`;
}
