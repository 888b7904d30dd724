import { lookState } from '@/lib/review/rules/desk';
import type { Desk } from './use-desk';

export type Missing = {
  /** Keys that were not looked at, with the words for a list. */
  readonly unseen: readonly { readonly key: string; readonly label: string }[];
  readonly undecided: readonly { readonly id: string; readonly label: string }[];
  readonly supported: number;
  readonly drafts: number;
};

/** What stands between the case and its end. The commands ask the same again. */
export function whatIsMissing({
  view,
  looked,
  decisions,
  comments,
}: Pick<Desk, 'view' | 'looked' | 'decisions' | 'comments'>): Missing {
  const unseen = view.parts
    .filter((part) => lookState(part, looked) !== 'all')
    .flatMap(({ own, title, papers }) => [
      ...(looked.has(own) ? [] : [{ key: own, label: title }]),
      ...papers.filter(({ key }) => !looked.has(key)).map(({ key, label }) => ({ key, label: `${title}，${label}` })),
    ]);
  const talents = view.parts.filter(({ talent }) => talent !== null);
  return {
    unseen,
    undecided: talents.filter(({ id }) => !decisions[id]).map(({ id, title }) => ({ id, label: title })),
    supported: talents.filter(({ id }) => decisions[id]?.supported).length,
    drafts: comments.filter(({ isDraft }) => isDraft).length,
  };
}

/** `5 处未看，3 人未定`; empty when nothing is. */
export function missingWords({ unseen, undecided }: Missing): string {
  return [unseen.length > 0 && `${unseen.length} 处未看`, undecided.length > 0 && `${undecided.length} 人未定`]
    .filter(Boolean)
    .join('，');
}
