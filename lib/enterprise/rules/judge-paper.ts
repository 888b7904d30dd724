import type { PaperCheck } from './paper-check';
import { PAPER_TITLES, type PaperKind } from './paper-kinds';

/** What the server found out about the code of an upload. */
export type CodeReading =
  | { readonly kind: 'unread' }
  /** Some other QR: a receipt, a licence, a poster. */
  | { readonly kind: 'foreign' }
  /** Claims to be ours, and its tag or number is not. */
  | { readonly kind: 'forged' }
  | {
      readonly kind: 'genuine';
      readonly paper: PaperKind;
      readonly version: number;
      readonly page: number;
      readonly isThisCase: boolean;
    };

/** What was seen of the sheet itself: codes as the inspector of photographs names them. */
export type SheetReading = {
  readonly codes: readonly string[];
  readonly seal: PaperCheck['seal'];
};

export type ExpectedPaper = { readonly kind: PaperKind; readonly version: number };

/**
 * Decides what an upload is worth where `expected` was asked for. Refused is only what its code proves to be something
 * else; whatever cannot be told is for a person, and a missing seal is a warning.
 */
export function judgePaper(expected: ExpectedPaper, code: CodeReading, sheet: SheetReading): PaperCheck {
  const refused = refusalOf(expected, code);
  const version = code.kind === 'genuine' ? code.version : null;
  if (refused) {
    const { state, text } = refused;
    return { state, mayKeep: false, verdict: 'refuse', findings: [text], seal: sheet.seal, version };
  }
  const doubts = doubtsOf(sheet);
  if (code.kind === 'unread') {
    const first = `没有读到二维码，不能自动核对。可重拍后替换，也可提交，由业务人员核对。`;
    // Without the code, "no code" is said already.
    return { state: 'unreadable', mayKeep: true, verdict: 'doubt', findings: [first, ...doubts], ...sealed(sheet) };
  }
  const matches = `与系统中的第${expected.version}版一致。`;
  const isClean = doubts.length === 0;
  return {
    state: 'match',
    mayKeep: true,
    verdict: isClean ? 'clean' : 'doubt',
    findings: isClean ? [`${matches}已看到红色印章。`] : [...doubts, matches],
    seal: sheet.seal,
    version,
  };
}

const sealed = ({ seal }: SheetReading) => ({ seal, version: null });

type Refused = { readonly state: 'other-paper' | 'other-version' | 'foreign'; readonly text: string };

function refusalOf(expected: ExpectedPaper, code: CodeReading): Refused | null {
  const wanted = `《${PAPER_TITLES[expected.kind]}》`;
  if (code.kind === 'foreign') {
    return { state: 'foreign', text: `这不是本系统打印的${wanted}。请点“下载PDF打印”，盖章后上传。` };
  }
  if (code.kind === 'forged') {
    return { state: 'foreign', text: `二维码不是本系统签发的。请重新下载${wanted}，打印盖章后上传。` };
  }
  if (code.kind === 'unread') return null;
  if (!code.isThisCase) {
    return { state: 'other-paper', text: `这份文件属于另一次办理。请下载本次的${wanted}，打印盖章后上传。` };
  }
  if (code.paper !== expected.kind) {
    return { state: 'other-paper', text: `这是《${PAPER_TITLES[code.paper]}》，此处应上传${wanted}。` };
  }
  if (code.version !== expected.version) {
    const text = `这是第${code.version}版，资料已改为第${expected.version}版，请重新打印、盖章后上传。`;
    return { state: 'other-version', text };
  }
  return code.page === 1 ? null : { state: 'other-paper', text: '这是续页，请上传盖章的第 1 页。' };
}

/** What staff will look at twice, in the order of gravity. */
const DOUBTS: readonly (readonly [code: string, text: string])[] = [
  ['seal-absent', '盖章处没有看到红色印章。请加盖公章后重新上传，否则可能被退回。'],
  ['seal-doubtful', '印章过淡、不完整或偏离盖章处。请核对，必要时重新打印盖章。'],
  ['looks-like-screenshot', '像是电子文件，不像盖章的纸质件。请打印盖章后扫描或拍照。'],
  ['page-not-found', '没有找到四角的黑色方块。请平放后重拍，四角都在画面内。'],
  ['corner-outside', '有一角不在画面内。请让四角的黑色方块都进入画面后重拍。'],
  ['corner-hidden', '有一角的黑色方块看不清。请移开遮挡、避开反光后重拍。'],
  ['too-far', '拍得太远，字看不清。请靠近一些重拍。'],
  ['too-dark', '光线太暗，字看不清。请到明亮处重拍。'],
  ['blurred', '照片模糊，字看不清。请拿稳后重拍，或用扫描仪。'],
  ['tilted', '拍摄角度太斜。请从正上方重拍。'],
  ['curled', '纸张不平整。请压平后重拍。'],
];

function doubtsOf({ codes }: SheetReading): string[] {
  return DOUBTS.filter(([code]) => codes.includes(code)).map(([, text]) => text);
}
