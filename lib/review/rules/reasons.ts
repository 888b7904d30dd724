import type { ProgrammeConfig } from '@/lib/programme/rules/config';

export type StandardReason = ProgrammeConfig['reasons'][number];

/** The grounds that a programme's reviewers choose from, with the clause where there is one. */
export function standardReasons(
  config: Pick<ProgrammeConfig, 'reasons'>,
  use: StandardReason['for'],
): StandardReason[] {
  return config.reasons.filter((reason) => reason.for === use);
}

/** `合同期少于 36 个月（实施细则第五条）。`, as it is written into a decision or a comment. */
export function reasonText({ text, clause }: StandardReason): string {
  const sentence = text.replace(/。$/, '');
  return clause ? `${sentence}（${clause}）。` : `${sentence}。`;
}
