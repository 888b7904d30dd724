/** What the page check says of an uploaded printed form; null for papers that are not printed by the system. */
export type PaperCheckState = 'match' | 'other-paper' | 'other-version' | 'foreign' | 'unreadable';

const WRONG: Readonly<Partial<Record<PaperCheckState, string>>> = {
  'other-paper': '上传的是另一张表，请换成本表。',
  'other-version': '表上内容是旧的，请重新打印、盖章后上传。',
  foreign: '上传的不是本次注册打印的表，请重新打印。',
};

/** Why a checked paper cannot be handed in. What cannot be read is judged by a person, so it can. */
export function wrongOfCheck(state: string | null): string | null {
  return (state && WRONG[state as PaperCheckState]) ?? null;
}
