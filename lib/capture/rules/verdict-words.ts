import { explainFinding, type Finding } from './findings';
import type { Verdict } from './judge';

const WORDS: Record<Verdict, string> = {
  CLEAN: '检查通过，请核对收据信息后提交。',
  DOUBTFUL: '可以提交，请先留意：',
  REFUSED: '不能提交：',
};

/** What the check of a picture came to, in one breath, for whoever does not see it: the verdict and its gravest reason. */
export function verdictWords({
  verdict,
  findings: [worst],
}: {
  verdict: Verdict;
  findings: readonly Finding[];
}): string {
  if (verdict === 'CLEAN' || !worst) return WORDS[verdict];
  const { title, next } = explainFinding(worst);
  return `${WORDS[verdict]}${title}。${next}`;
}
