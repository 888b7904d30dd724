import type { MarkCorner, Rect } from '@/lib/paper/rules/geometry';

/** `refuse`: cannot be submitted. `doubt`: can be, and a person looks twice. `ok`: said so that the check is seen. */
export type Severity = 'ok' | 'doubt' | 'refuse';

/** Number and version of a receipt, as its QR or its issue says. */
export type ReceiptVersion = { readonly number: string; readonly version: number };

export type FindingCode =
  | 'page-complete'
  | 'picture-clear'
  | 'code-valid'
  | 'seal-present'
  | 'page-not-found'
  | 'corner-outside'
  | 'corner-hidden'
  | 'too-far'
  | 'too-dark'
  | 'blurred'
  | 'tilted'
  | 'curled'
  | 'looks-like-screenshot'
  | 'seal-absent'
  | 'seal-doubtful'
  | 'code-unreadable'
  | 'wrong-receipt'
  | 'wrong-page'
  | 'voided-version'
  | 'forged-code'
  | 'content-same'
  | 'content-differs'
  | 'content-unreadable'
  | 'content-unchecked';

/** One thing found on a picture, good or bad; fit for JSON. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Which corners, for corner-outside and corner-hidden. */
  readonly corners?: readonly MarkCorner[];
  /** Where on the sheet, mm, for content-differs, seal-absent and seal-doubtful. */
  readonly places?: readonly Rect[];
  /** The receipt that should have been photographed, and the one that was, where they differ. */
  readonly expected?: ReceiptVersion;
  readonly seen?: ReceiptVersion;
};

/** What the person with the phone reads: what is the matter, and what to do about it (empty when nothing is). */
export type Explanation = { readonly title: string; readonly next: string };

const CORNERS: Record<MarkCorner, string> = {
  'top-left': '左上角',
  'top-right': '右上角',
  'bottom-right': '右下角',
  'bottom-left': '左下角',
};

/** 左上角、右下角 */
export const nameCorners = (corners: readonly MarkCorner[] = []) => corners.map((corner) => CORNERS[corner]).join('、');
const receipt = (which: ReceiptVersion | undefined) => (which ? `${which.number}（第${which.version}版）` : '');

const whereSeal = (places: readonly Rect[] = []) => (places.length > 0 ? '图中已标出盖章处（虚线框）。' : '');

const EXPLANATIONS: Record<FindingCode, (finding: Finding) => Explanation> = {
  'page-complete': () => ({ title: '收据四角完整', next: '' }),
  'picture-clear': () => ({ title: '照片清晰', next: '' }),
  'code-valid': () => ({ title: '二维码与本收据一致', next: '' }),
  'seal-present': () => ({ title: '已看到红色印章', next: '' }),
  'page-not-found': () => ({
    title: '没有找到收据',
    next: '请将打印并盖章的收据平放，让它占满画面、四角的黑色方块都在画面内，然后重拍。',
  }),
  'corner-outside': ({ corners }) => ({
    title: `收据的${nameCorners(corners)}不在画面内`,
    next: '请把手机拿远一点，让四角的黑色方块都进入画面后重拍。',
  }),
  'corner-hidden': ({ corners }) => ({
    title: `收据${nameCorners(corners)}的黑色方块看不清`,
    next: '请移开遮挡的手指或物品，避开反光和阴影后重拍。',
  }),
  'too-far': () => ({ title: '拍得太远', next: '请靠近一些，让收据占满画面后重拍。' }),
  'too-dark': () => ({ title: '光线太暗', next: '请到明亮处或打开灯后重拍。' }),
  blurred: () => ({ title: '照片模糊', next: '请拿稳手机，点按收据对焦后重拍。' }),
  tilted: () => ({ title: '拍摄角度太斜', next: '请将手机平行于收据，从正上方重拍。' }),
  curled: () => ({ title: '纸张不平整', next: '请把收据压平后重拍。' }),
  'looks-like-screenshot': () => ({
    title: '像是截图或电子文件，不像拍摄的纸质收据',
    next: '请打印收据，盖章后用手机拍摄纸质原件。',
  }),
  'seal-absent': ({ places }) => ({
    title: '印章区内没有看到红色印章',
    next: `${whereSeal(places)}请在“盖章处”加盖红色公章或财务专用章后重拍。`,
  }),
  'seal-doubtful': ({ places }) => ({
    title: '印章不够清楚',
    next: `${whereSeal(places)}印章过淡、不完整或偏离盖章处。请重拍或重新打印盖章；也可以提交，由财务人员查看。`,
  }),
  'code-unreadable': () => ({
    title: '收据上的二维码无法识读',
    next: '请避开反光、遮挡和折痕，对准二维码所在一角拍清楚后重拍。',
  }),
  'wrong-receipt': ({ seen, expected }) => ({
    title: seen ? `这是另一张收据：${receipt(seen)}` : '照片上的二维码不属于本系统的收据',
    next: `请拍摄收据${receipt(expected)}。`,
  }),
  'wrong-page': () => ({ title: '这是收据的附页', next: '请拍摄收据的第1页，即盖章的那一页。' }),
  'voided-version': ({ seen, expected }) => ({
    title: `这张收据已作废：${receipt(seen)}`,
    next: `请重新打印收据${receipt(expected)}，盖章后拍摄新的一张。`,
  }),
  'content-same': () => ({ title: '内容与系统中的收据一致', next: '' }),
  'content-differs': ({ places = [], severity }) => ({
    title: `有 ${places.length} 处与系统中的收据不一致`,
    next:
      severity === 'refuse'
        ? '请确认拍的是最新一版收据，纸面没有遮挡、反光或粘贴，然后重拍。'
        : '图中已标出。如有涂改、遮挡或反光，请处理后重拍；确认无误也可以提交，由财务人员查看。',
  }),
  'content-unreadable': ({ severity }) =>
    severity === 'refuse'
      ? {
          title: '无法与系统中的收据核对内容',
          next: '纸张卷曲、反光或被遮挡。请把收据压平、移开遮挡后重拍。',
        }
      : {
          title: '内容只能大致核对',
          next: '照片上的字不够清楚。可以提交，由财务人员查看；换个亮处重拍一张会更快。',
        },
  'content-unchecked': () => ({
    title: '没有核对收据内容',
    next: '系统这次没有来得及核对内容。可以提交，由财务人员查看；也可以稍后重拍。',
  }),
  'forged-code': () => ({
    title: '二维码未通过校验',
    next: '请使用本系统下载的PDF重新打印，盖章后重拍。如仍有此提示，请联系技术支持。',
  }),
};

/** Puts a finding into words. */
export function explainFinding(finding: Finding): Explanation {
  return EXPLANATIONS[finding.code](finding);
}
