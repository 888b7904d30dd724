import type { Explained } from '@/lib/access/refusals';
import { CA_NAMES, type CaProvider } from './ca-provider';
import { CA_SLUGS } from './ca-setup';
import type { CaWindow } from './ca-window';

/** Where the page stands with the key on the visitor's computer. */
export type CaState =
  | 'probing'
  | 'asking'
  | 'permission-denied'
  | 'insecure-page'
  | 'on-a-phone'
  | 'agent-missing'
  | 'agent-silent'
  | 'agent-broken'
  | 'agent-outdated'
  | 'no-key'
  | 'other-key'
  | 'many-keys'
  | 'ready'
  | 'pin-wrong'
  | 'pin-locked'
  | 'cancelled'
  | 'interrupted';

export type CaStateFacts = {
  readonly provider: CaProvider;
  /** Tries left before the key locks itself. */
  readonly left?: number;
  readonly version?: string;
  readonly minimumVersion?: string;
  /** Where what only the issuer can mend is mended. */
  readonly window?: CaWindow;
};

type Row = (facts: CaStateFacts) => Explained;

const download = (provider: CaProvider) => ({
  label: `下载${CA_NAMES[provider]}驱动`,
  href: `/register/ca/${CA_SLUGS[provider]}`,
});
const other = (provider: CaProvider): CaProvider => (provider === 'JIANGSU' ? 'SUZHOU' : 'JIANGSU');

/** What is the matter and what to do next, one row for each state; 未检测到CA is the manual's word. */
export const EXPLAIN_CA_STATE: Readonly<Record<CaState, Row>> = {
  probing: ({ provider }) => ({
    title: `正在检测${CA_NAMES[provider]}`,
    why: '正在本机查找驱动和 Key，不超过 3 秒。',
    next: [],
  }),
  asking: () => ({
    title: '浏览器正在询问',
    why: '读取 Key 需要访问本机。请在地址栏下方的询问中选择“允许”。',
    next: [{ label: '看不到询问的，点击地址栏左侧的图标' }],
  }),
  'permission-denied': () => ({
    title: '未检测到CA',
    why: '浏览器没有获准访问本机，所以读不到 Key。',
    next: [{ label: '点击地址栏左侧的图标' }, { label: '将“本地网络访问”改为“允许”' }, { label: '回到本页重新检测' }],
  }),
  'insecure-page': () => ({
    title: '未检测到CA',
    why: '本页不是用 https 打开的，浏览器不让它访问本机。',
    next: [{ label: '请用 https 开头的网址重新打开本网站' }],
  }),
  'on-a-phone': () => ({
    title: '未检测到CA',
    why: '手机和平板读不到 CA Key。',
    next: [{ label: '请在电脑上打开本网站，再插上 Key' }],
  }),
  'agent-missing': ({ provider }) => ({
    title: '未检测到CA',
    why: '本机没有安装驱动，或驱动没有运行。',
    next: [
      download(provider),
      { label: '已经安装的，从开始菜单打开驱动程序' },
      { label: '驱动运行后，本页会自动继续' },
    ],
  }),
  'agent-silent': () => ({
    title: '未检测到CA',
    why: '驱动在运行，但 3 秒内没有回答。',
    next: [{ label: '等它忙完，本页会自动重试' }, { label: '仍不回答的，退出驱动后重新打开' }],
  }),
  'agent-broken': ({ provider }) => ({
    title: '未检测到CA',
    why: '驱动在运行，但回答读不懂，多半已损坏。',
    next: [{ label: '退出驱动，重新打开' }, { ...download(provider), label: '仍不行的，卸载后重新安装' }],
  }),
  'agent-outdated': ({ provider, version, minimumVersion }) => ({
    title: '驱动版本过低',
    why: `本机驱动是 ${version ?? '旧'} 版，需要 ${minimumVersion ?? '新'} 版或更新。`,
    next: [download(provider), { label: '卸载旧版后安装，本页会自动继续' }],
  }),
  'no-key': ({ provider }) => ({
    title: '未检测到CA',
    why: `驱动已就绪，没有找到${CA_NAMES[provider]}的 Key。`,
    next: [
      { label: 'Key 直接插在电脑的 USB 口上，不经扩展坞' },
      { label: '已经插上的，拔下来等几秒再插' },
      { label: '插好后，本页会自动继续' },
    ],
  }),
  'other-key': ({ provider }) => ({
    title: '未检测到CA',
    why: `插着的是${CA_NAMES[other(provider)]}，您选的是${CA_NAMES[provider]}。`,
    next: [{ label: `换上${CA_NAMES[provider]}的 Key，或改选另一种` }],
  }),
  'many-keys': () => ({
    title: '请选择一个 Key',
    why: '本机插着不止一个 Key。',
    next: [{ label: '按企业名称和有效期选择' }],
  }),
  ready: ({ provider }) => ({
    title: `已检测到${CA_NAMES[provider]}`,
    why: '请输入 Key 的 PIN 码。PIN 码只交给本机驱动，不会发送给本网站。',
    next: [],
  }),
  'pin-wrong': ({ left = 0 }) => ({
    title: `PIN 码错误，还可以试 ${left} 次`,
    why: '次数用完，Key 会自行锁定，要到窗口解锁。',
    next: [{ label: '不记得 PIN 码的，先问保管 Key 的同事' }],
  }),
  'pin-locked': ({ window }) => ({
    title: 'Key 已锁定',
    why: 'PIN 码连续输错 6 次，Key 自行锁定了。本网站无法解锁。',
    next: [{ label: `带上 Key 到${window?.place ?? ' CA 窗口'}解锁` }, { label: '或换用另一种 CA' }],
  }),
  cancelled: () => ({
    title: '已取消',
    why: '您在驱动窗口中取消了本次签名。',
    next: [{ label: '需要继续的，重新验证即可' }],
  }),
  interrupted: () => ({
    title: '验证没有完成',
    why: '签名时驱动中断了，或 Key 被拔出。没有留下任何记录。',
    next: [{ label: '插好 Key，等检测到后重新验证' }, { label: '反复中断的，重新安装驱动' }],
  }),
};

/** States that pass by themselves when the visitor mends something: the page looks again every few seconds. */
export function isWatched(state: CaState): boolean {
  return state !== 'probing' && state !== 'asking' && state !== 'insecure-page' && state !== 'on-a-phone';
}
