import { nameCorners } from './findings';
import type { Hint, PlainHint } from './live-hints';

const WORDS: Record<PlainHint, string> = {
  'no-sheet': '没有看到收据',
  further: '请拿远一些，四角留出空边',
  closer: '再靠近一些',
  level: '请放平手机',
  'too-dark': '光线太暗',
  'hold-still': '请拿稳',
  'wrong-receipt': '这是另一张收据',
  'wrong-page': '这是附页，请拍盖章的第1页',
  'no-seal': '没有看到印章',
  good: '很好，请保持',
};

/** A hint as it is shown and spoken: one sentence, short enough to be read while the hand moves. */
export function wordsOf(hint: Hint): string {
  switch (hint.code) {
    case 'corner-outside':
      // with three of four outside their names would say less than that
      return hint.corners.length > 2 ? '请拿远一些，四角都要在画面内' : `${nameCorners(hint.corners)}在画面外`;
    case 'corner-hidden':
      return `${nameCorners(hint.corners)}看不清，请移开遮挡`;
    case 'old-version':
      return `这是已作废的第${hint.version}版`;
    default:
      return WORDS[hint.code];
  }
}
