import type { DeskPast } from './desk-past';
import type { DeskProof } from './proof-places';
import { parsePart, talentOfPart, type PartKey } from '@/lib/application/rules/part-keys';

/** What the review page is drawn from: everything already in words, nothing that is sealed in the clear. */
export type DeskCheck = {
  /** `note`: a hint without judgement. */
  readonly tone: 'passed' | 'failed' | 'open' | 'note';
  readonly text: string;
  /** What it was found by, in figures: both dates, both characters. */
  readonly proof?: string;
  /** The other case that it speaks of. */
  readonly href?: string;
};

export type DeskRow = {
  /** Where a comment on this row is pinned; null for rows that are no field of a form. */
  readonly pin: PartKey | null;
  readonly label: string;
  readonly value: string;
  readonly isChanged: boolean;
  readonly checks: readonly DeskCheck[];
  /** The paper that shows it, and where. */
  readonly proof: DeskProof | null;
  /** Set where the value is masked and can be shown whole by a logged act. */
  readonly reveal: { readonly talentId: string; readonly fieldId: string } | null;
};

export type DeskFile = {
  readonly fileId: string;
  readonly name: string;
  readonly kind: 'picture' | 'pdf';
  readonly size: string;
};

/** The files of one required paper: a tab of the viewer. */
export type DeskPaper = {
  readonly key: PartKey;
  readonly label: string;
  readonly files: readonly DeskFile[];
  readonly isChanged: boolean;
};

export type DeskChange = {
  readonly key: PartKey;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Of a paper: the files of the submission before, and the paper now, where there is one. */
  readonly files?: { readonly before: readonly DeskFile[]; readonly after: PartKey | null };
};

export type DeskTalent = {
  readonly categoryLabel: string;
  readonly standardFen: number;
  /** How it comes about where the category alone does not say: `1,500 元/月 × 4 个月`. */
  readonly standardNote: string | null;
  readonly position: number;
  /** What was decided in the submission before; null where nothing was. */
  readonly earlier: boolean | null;
  /** Other cases of the person, newest first. */
  readonly past: readonly DeskPast[];
};

/** One line of the strip at the left: the enterprise, or a talent, each with its papers. */
export type DeskPart = {
  readonly id: string;
  readonly title: string;
  /** Counts as looked at when the part is opened. */
  readonly own: PartKey;
  readonly talent: DeskTalent | null;
  readonly sections: readonly { readonly title: string; readonly rows: readonly DeskRow[] }[];
  readonly papers: readonly DeskPaper[];
  readonly changes: readonly DeskChange[];
};

/** All that must be looked at inside a part. */
export function keysOfPart({ own, papers }: DeskPart): PartKey[] {
  return [own, ...papers.map(({ key }) => key)];
}

/** The fields of a part, in the order of the screen. */
export function fieldRows({ sections }: DeskPart): DeskRow[] {
  return sections.flatMap(({ rows }) => rows.filter(({ pin }) => pin !== null));
}

export function rowOf(part: DeskPart, pin: PartKey | null): DeskRow | null {
  return (pin !== null && fieldRows(part).find((row) => row.pin === pin)) || null;
}

/** How far a part was looked at. */
export function lookState(part: DeskPart, looked: ReadonlySet<PartKey>): 'all' | 'some' | 'none' {
  const keys = keysOfPart(part);
  const seen = keys.filter((key) => looked.has(key)).length;
  if (seen === keys.length) return 'all';
  return seen === 0 ? 'none' : 'some';
}

/** How many checks of a part passed, failed or wait for a person. */
export function countChecks(part: DeskPart): Readonly<Record<DeskCheck['tone'], number>> {
  const counts = { passed: 0, failed: 0, open: 0, note: 0 };
  for (const { rows } of part.sections) for (const row of rows) for (const { tone } of row.checks) counts[tone] += 1;
  return counts;
}

/** The part of the strip that is no talent: the enterprise's data with the papers of the whole application. */
export const ENTERPRISE_PART = 'enterprise';

/** The part of the strip to which a pinned comment or a change belongs: a talent's id, or the enterprise. */
export function partIdOf(key: PartKey): string {
  const part = parsePart(key);
  return (part && talentOfPart(part)) ?? ENTERPRISE_PART;
}
