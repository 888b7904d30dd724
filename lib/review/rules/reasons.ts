import type { ProgrammeConfig } from '@/lib/programme/rules/config';

export type StandardReason = ProgrammeConfig['reasons'][number];

export type ReasonPurpose = 'RETURN' | 'REFUSE';

export const PURPOSE_LABELS: Readonly<Record<ReasonPurpose, string>> = { RETURN: '退回', REFUSE: '不予支持' };

/** A text that a reviewer inserts. `id` where it comes from the library, so that its uses are counted. */
export type ReasonChoice = { readonly id: string | null; readonly text: string; readonly clause: string | null };

/** What a reason field offers: the grounds of the programme's configuration, then those of the library. */
export function reasonChoices(
  config: Pick<ProgrammeConfig, 'reasons'>,
  library: readonly (ReasonChoice & { readonly purpose: ReasonPurpose })[],
  use: StandardReason['for'],
): ReasonChoice[] {
  const purpose = use === 'return' ? 'RETURN' : 'REFUSE';
  const standard = config.reasons
    .filter((reason) => reason.for === use)
    .map(({ text, clause }) => ({ id: null, text, clause: clause ?? null }));
  const added = library.filter((one) => one.purpose === purpose).map(({ id, text, clause }) => ({ id, text, clause }));
  return [...standard, ...added];
}

/** `合同期少于 36 个月（实施细则第五条）。`, as it is written into a decision or a comment. */
export function reasonText({ text, clause }: { readonly text: string; readonly clause?: string | null }): string {
  const sentence = text.replace(/[。；;.]$/, '');
  return clause ? `${sentence}（${clause}）。` : `${sentence}。`;
}

/** Those that hold every word typed, in any order; all where nothing is typed. */
export function findReasons(choices: readonly ReasonChoice[], typed: string): ReasonChoice[] {
  const words = typed.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  return choices.filter((choice) => {
    const whole = reasonText(choice).toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
