import type { Explanations } from '@/lib/access/refusals';
import { explainFile, type PdfRefusal } from '@/lib/files/rules/refusals';

export type CaptureRefusal =
  | { readonly code: 'link-unknown' }
  | { readonly code: 'link-expired' }
  | { readonly code: 'link-cancelled'; readonly reason: string }
  | { readonly code: 'link-submitted' }
  | { readonly code: 'link-voided'; readonly reason: string }
  /** A phone has the link; `since` names which opening of it is meant. The pairing code is the desktop's to show. */
  | { readonly code: 'other-device'; readonly label: string; readonly since: string }
  | { readonly code: 'pairing-wrong' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }
  | { readonly code: 'taken-over' }
  | { readonly code: 'code-over' }
  | { readonly code: 'receipt-not-waiting' }
  | { readonly code: 'not-an-image' }
  | { readonly code: 'heic-unsupported' }
  | { readonly code: 'too-large' }
  | { readonly code: 'too-many-pixels' }
  | { readonly code: 'unreadable' }
  | { readonly code: 'busy' }
  | PdfRefusal
  | TooManyPictures;

/** Of one receipt, by phone and from the desktop together. */
export type TooManyPictures = { readonly code: 'too-many-pictures'; readonly waitSeconds: number };

/** A receipt that cannot be accepted in the list. */
export type OpenFirst = { readonly code: 'open-first'; readonly causes: readonly string[] };

export const explainOpenFirst: Explanations<OpenFirst> = {
  'open-first': ({ causes }) => ({
    title: '须打开审核',
    why: `${causes.join('；')}。`,
    next: [{ label: '请打开这份收据逐项查看后再决定' }],
  }),
};

const again = [{ label: '请在电脑端的“上传收据”中重新生成二维码，再扫码打开' }];

/** What a phone may be refused; each says what to do on the desktop or with the picture. */
export const explainCapture: Explanations<CaptureRefusal> = {
  'link-unknown': () => ({ title: '链接无效', why: '这不是有效的拍照链接，可能已经用过。', next: again }),
  'link-expired': () => ({ title: '链接已过期', why: '10 分钟内没有打开，或手机离开已超过 30 分钟。', next: again }),
  'link-cancelled': ({ reason }) => ({ title: '本次拍照已取消', why: `${reason}。`, next: again }),
  'link-submitted': () => ({
    title: '收据已提交',
    why: '这个链接的收据已经提交，不能再次使用。',
    next: [{ label: '如需查看或取回，请在电脑端操作' }],
  }),
  'link-voided': ({ reason }) => ({
    title: '收据已作废',
    why: `这一版收据已作废：${reason}。`,
    next: [{ label: '请在电脑端重新打印收据，盖章后再扫码拍照' }],
  }),
  'other-device': ({ label }) => ({
    title: `另一部手机${label === '手机' ? '' : `（${label}）`}正在拍照，要改用这部手机吗？`,
    why: '改用后，那部手机不能再拍照和提交，由这部手机从头拍照。',
    next: [],
  }),
  'pairing-wrong': () => ({
    title: '配对码不对',
    why: '请看电脑上“上传收据”二维码旁的 4 位数字，重新输入。',
    next: [],
  }),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '配对码输入次数过多',
    why: `请在 ${Math.max(1, Math.ceil(waitSeconds / 60))} 分钟后再输入。`,
    next: [{ label: '急用的，请在电脑上点击“取消本次拍照”，重新生成二维码后再扫码' }],
  }),
  'taken-over': () => ({
    title: '已改用另一部手机',
    why: '拍照已换到另一部手机，本机不能再拍照和提交。本机拍过的照片没有提交。',
    next: [{ label: '请在那部手机上继续；要换回本机，请再扫一次电脑上的二维码' }],
  }),
  'code-over': () => ({
    title: '二维码已失效',
    why: '二维码 10 分钟内有效，电脑端重新显示后，原来的也失效。',
    next: [{ label: '请扫描电脑上现在显示的二维码；没有显示的，请点击“显示二维码”' }],
  }),
  'receipt-not-waiting': () => ({
    title: '现在不能上传',
    why: '本资金事项目前不在“待上传收据”。',
    next: [{ label: '请在电脑端查看本事项的最新状态' }],
  }),
  'not-an-image': () => ({
    title: '不是图片',
    why: '只能提交 JPG、PNG、HEIC 照片或 PDF 扫描件。',
    next: [{ label: '请用手机相机拍照，或选择相册中的照片' }],
  }),
  'heic-unsupported': () => ({
    title: 'HEIC 照片打不开',
    why: '这张 HEIC 照片没有转换成功。',
    next: [{ label: '请在手机“设置，相机，格式”中选择“兼容性最佳”，或直接用本页拍照' }],
  }),
  'too-large': () => ({
    title: '照片太大',
    why: '一张照片不能超过 20 MB。',
    next: [{ label: '请降低相机分辨率后重拍' }],
  }),
  'too-many-pixels': () => ({
    title: '照片太大',
    why: '照片不能超过 6000 万像素。',
    next: [{ label: '请降低相机分辨率后重拍' }],
  }),
  unreadable: () => ({ title: '照片打不开', why: '照片文件损坏或没有传完。', next: [{ label: '请重拍或重新选择' }] }),
  busy: () => ({
    title: '系统正忙，请稍后再试',
    why: '同时上传照片的人较多，这张没有检查，也没有保存。',
    next: [{ label: '请半分钟后再次上传这张照片，不必重拍' }],
  }),
  'pdf-broken': explainFile['pdf-broken'],
  'pdf-encrypted': explainFile['pdf-encrypted'],
  'pdf-active': explainFile['pdf-active'],
  'too-many-pictures': ({ waitSeconds }) => ({
    title: '这份收据上传的次数太多',
    why: `短时间内上传的照片或扫描页太多，请在 ${Math.max(1, Math.ceil(waitSeconds / 60))} 分钟后再上传。`,
    next: [{ label: '请先按提示摆好收据；扫描件只需要盖章的第 1 页' }],
  }),
};

/** The refusal of a link that has ended, by how it ended. */
export function endedBecause(link: {
  readonly status: string;
  readonly endReason: string | null;
}): CaptureRefusal | null {
  switch (link.status) {
    case 'EXPIRED':
      return { code: 'link-expired' };
    case 'CANCELLED':
      return { code: 'link-cancelled', reason: link.endReason ?? '电脑端取消了本次拍照' };
    case 'SUBMITTED':
      return { code: 'link-submitted' };
    case 'VOIDED':
      return { code: 'link-voided', reason: link.endReason ?? '收据内容已调整' };
    default:
      return null;
  }
}
