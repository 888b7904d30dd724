import type { Explained, NextStep } from '@/lib/access/refusals';
import { CA_NAMES, type CaProvider } from './ca-provider';
import { EXPLAIN_CA_STATE, type CaState } from './ca-states';
import type { CaWindow } from './ca-window';
import type { DoctorReason, DoctorStep } from './doctor-code';

/** A step by its name, and what green means. */
export const DOCTOR_STEP_WORDS: Readonly<Record<DoctorStep, { readonly title: string; readonly good: string }>> = {
  agent: { title: '驱动程序', good: '驱动在本机运行' },
  permission: { title: '浏览器许可', good: '浏览器允许访问本机' },
  version: { title: '驱动版本', good: '版本符合要求' },
  key: { title: 'Key 与 PIN 码', good: '已检测到 Key，PIN 码正确' },
  certificate: { title: '证书与签名', good: '是企业证书，签名核对无误' },
  chain: { title: '颁发机构', good: '由本 CA 颁发' },
  dates: { title: '有效期', good: '在有效期内' },
  revocation: { title: '是否吊销', good: '没有被吊销' },
  fields: { title: '统一社会信用代码', good: '证书里有，格式正确' },
  register: { title: '法人库', good: '名称和代码与法人库一致' },
};

export type DoctorFacts = { readonly provider: CaProvider; readonly window: CaWindow } & Readonly<{
  left?: number;
  version?: string;
  minimumVersion?: string;
}>;
type Row = (facts: DoctorFacts) => Explained;

const RETRY: NextStep = { label: '请重新体检一次' };
const LATER: NextStep = { label: '您的 Key 没有问题，请过几分钟再试' };
const toWindow = (window: CaWindow, what: string): NextStep => ({ label: `带上 Key 到${window.place}${what}` });

const again: Row = () => ({ title: '这一次没有验成', why: '等待时间过长，或同时开着两个页面。', next: [RETRY] });
const unreadable: Row = ({ window }) => ({
  title: '证书不能使用',
  why: '证书的格式或算法不符合要求，多半是早年发放的。',
  next: [toWindow(window, '更换证书')],
});
const wrongUse: Row = ({ window }) => ({
  title: '不是签名证书',
  why: '驱动交出的证书不能用来签名。',
  next: [{ label: '升级驱动后重新体检' }, toWindow(window, '检查')],
});
const wrongSignature: Row = () => ({
  title: '签名核对不上',
  why: '驱动的签名与证书不符，多半是驱动版本的问题。',
  next: [{ label: '升级驱动后重新体检' }, { label: '仍不行的，把体检代码报给技术支持' }],
});
const foreign: Row = ({ provider, window }) => ({
  title: `不是${CA_NAMES[provider]}颁发的证书`,
  why: '证书的颁发机构不在认可的名单中。',
  next: [{ label: '确认插入的是本单位的 Key' }, toWindow(window, '核对')],
});
const overdue: Row = ({ window }) => ({
  title: '证书已过期',
  why: '过期的证书可能仍能报税，但不能用来实名注册。',
  next: [toWindow(window, '更新证书')],
});
const cannotVerify: Row = () => ({
  title: '暂时无法核验',
  why: '吊销名单或根证书暂时取不到，与您的 Key 无关。',
  next: [LATER, { label: '一直如此的，把体检代码报给技术支持' }],
});
const staleFields =
  (why: string): Row =>
  ({ window }) => ({
    title: '无法自动匹配出统一社会信用代码',
    why,
    next: [toWindow(window, '更新证书字段'), { label: '这些字段不影响报税，更新后即可注册' }],
  });
const seen =
  (state: CaState): Row =>
  (facts) =>
    EXPLAIN_CA_STATE[state](facts);

/** Why a step is red, one row for each reason: what is the matter and what to do next. */
export const EXPLAIN_DOCTOR: Readonly<Record<DoctorReason, Row>> = {
  'on-a-phone': seen('on-a-phone'),
  'agent-missing': seen('agent-missing'),
  'agent-silent': seen('agent-silent'),
  'agent-broken': seen('agent-broken'),
  'permission-denied': seen('permission-denied'),
  'insecure-page': seen('insecure-page'),
  'agent-outdated': seen('agent-outdated'),
  'no-key': seen('no-key'),
  'other-key': seen('other-key'),
  'pin-wrong': seen('pin-wrong'),
  'pin-locked': seen('pin-locked'),
  cancelled: seen('cancelled'),
  interrupted: seen('interrupted'),
  'server-silent': () => ({ title: '没有连上本网站', why: '网络断开，或本网站没有答复。', next: [LATER] }),
  'ca-busy': () => ({ title: '操作过于频繁', why: '短时间内验证次数过多。', next: [{ label: '请过 10 分钟再试' }] }),
  'challenge-unknown': again,
  'challenge-late': again,
  'challenge-replayed': again,
  'challenge-foreign-browser': again,
  'challenge-foreign-origin': again,
  'too-large': unreadable,
  'not-der': unreadable,
  'not-a-certificate': unreadable,
  'algorithm-refused': unreadable,
  'key-refused': unreadable,
  'rsa-too-short': unreadable,
  'point-off-curve': unreadable,
  'no-digital-signature': wrongUse,
  'other-key-purpose': wrongUse,
  'leaf-is-ca': wrongUse,
  'personal-certificate': () => ({
    title: '这是个人证书',
    why: '实名注册要用企业证书，个人证书不能代替。',
    next: [{ label: '换上本单位的企业 Key' }],
  }),
  'signature-unreadable': wrongSignature,
  'signature-other-content': wrongSignature,
  'signature-other-signer': wrongSignature,
  'signature-empty-id': wrongSignature,
  'signature-wrong': wrongSignature,
  'unknown-root': foreign,
  'link-signature': foreign,
  'issuer-not-ca': foreign,
  'issuer-may-not-sign': foreign,
  'path-too-long': foreign,
  'critical-extension': foreign,
  'no-roots': cannotVerify,
  'not-yet-valid': ({ window }) => ({
    title: '证书还没有生效',
    why: '证书的生效日期在今天以后。',
    next: [{ label: '到生效日期后再办理' }, toWindow(window, '核对')],
  }),
  expired: overdue,
  'issuer-not-in-force': overdue,
  revoked: ({ window }) => ({
    title: '证书已吊销',
    why: '发证机构已宣布这张证书作废，常见于挂失或换发以后。',
    next: [{ label: '换发过的，请用新的 Key' }, toWindow(window, '重新办理')],
  }),
  'crl-missing': cannotVerify,
  'crl-stale': cannotVerify,
  'crl-not-yet': cannotVerify,
  'crl-forged': cannotVerify,
  'no-uscc': staleFields('证书里没有统一社会信用代码。'),
  'registration-number-only': staleFields('证书里还是 15 位工商注册号。'),
  'bad-check-character': staleFields('证书里的代码校验不通过。'),
  'sources-disagree': staleFields('证书里两处代码不一致。'),
  'no-name': staleFields('证书里没有企业名称。'),
  'not-in-register': ({ window }) => ({
    title: '无法匹配法人库',
    why: '证书里的企业名称或代码与法人库不一致。',
    next: [toWindow(window, '更新证书'), { label: '近期更名的，先更新营业执照上的名称' }],
  }),
  'register-down': () => ({ title: '暂时无法核验', why: '法人库暂时没有答复，与您的 Key 无关。', next: [LATER] }),
};
