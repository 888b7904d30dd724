import { paths } from '@/lib/kernel/paths';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { QUESTIONS } from './questions';

export type FoundQuestion = { readonly question: string; readonly answer: string; readonly href: string };

/** Questions of the site and of every programme whose words or answer the test accepts. */
export function findQuestions(
  programmes: readonly { readonly code: string; readonly config: ProgrammeConfig }[],
  holds: (...texts: string[]) => boolean,
): FoundQuestion[] {
  const own = QUESTIONS.map(({ id, question, answer }) => ({
    question,
    answer: answer.join(''),
    href: `${paths.help()}#${id}`,
  }));
  const ofProgrammes = programmes.flatMap(({ code, config }) =>
    config.guide.questions.map((one) => ({ ...one, href: `${paths.guide(code)}#questions` })),
  );
  return [...own, ...ofProgrammes].filter(({ question, answer }) => holds(question, answer));
}
