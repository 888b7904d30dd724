import type { ReviewStage } from './labels';
import type { DueMark } from './due';

/** One line of the queue as the page shows it. */
export type QueueRow = {
  readonly id: string;
  readonly place: QueuePlace;
  readonly number: string;
  readonly enterpriseName: string;
  readonly programmeName: string;
  readonly submission: number;
  /** `陶然`, and how many there are in all. */
  readonly firstTalent: string;
  readonly talents: number;
  readonly expectedFen: number;
  readonly checks: { readonly tone: 'green' | 'amber' | 'red'; readonly words: string };
  /** When it came to this stage. */
  readonly since: Date;
  readonly due: DueMark;
  readonly proposedRejection: boolean;
  readonly held: boolean;
  readonly claim: { readonly mine: boolean; readonly name: string; readonly until: Date } | null;
  readonly reservedFor: { readonly mine: boolean; readonly name: string } | null;
  /** Whether this person may take it now. */
  readonly mayClaim: boolean;
  /** Whether it may be put into a batch pass; the command looks closer. */
  readonly isClean: boolean;
};

/** Views over a stage's cases. `todo` is what waits for this person: unclaimed, or claimed by them. */
export const QUEUE_VIEWS = ['todo', 'due', 'again', 'mine', 'others'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const VIEW_LABELS: Readonly<Record<QueueView, string>> = {
  todo: '全部待办',
  due: '到期及超期',
  again: '重新提交',
  mine: '我在办理',
  others: '同事在办',
};

export const STAGE_OF = { first: 'FIRST', final: 'FINAL' } as const satisfies Record<string, ReviewStage>;

/** Where a page of the queue begins: the row before it, by the two keys of the order and its id, so that none is skipped. */
export type QueuePlace = { readonly major: number; readonly minor: number; readonly id: string };

export function formatPlace({ major, minor, id }: QueuePlace): string {
  return `${major}.${minor}.${id}`;
}

/** Null for what is no place; the list then begins at its first row. */
export function parsePlace(text: string | undefined): QueuePlace | null {
  const match = /^(-?\d{1,16})\.(-?\d{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '');
  return match?.[1] && match[2] && match[3] ? { major: Number(match[1]), minor: Number(match[2]), id: match[3] } : null;
}
