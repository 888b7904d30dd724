import type { Uscc } from '@/lib/kernel/uscc';
import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import { inventedUscc } from '@/__tests__/builders/people';

/** What is wrong with a key of the demo, so that every refusal can be met. */
export type KeyDefect = 'expired' | 'revoked' | 'no-uscc' | 'personal' | 'unknown-root';

export type DemoKey = {
  readonly id: string;
  readonly provider: CaProvider;
  readonly algorithm: 'RSA' | 'SM2';
  /** As the certificate has it, which need not be as the register has it. */
  readonly name: string;
  readonly uscc: Uscc;
  readonly pin: string;
  /** What it is good for, as the panel at /dev says. */
  readonly note: string;
  readonly defect?: KeyDefect;
};

type Kind = readonly [provider: CaProvider, algorithm: DemoKey['algorithm']];
const JIANGSU_RSA: Kind = ['JIANGSU', 'RSA'];
const JIANGSU_SM2: Kind = ['JIANGSU', 'SM2'];
const SUZHOU_RSA: Kind = ['SUZHOU', 'RSA'];
const SUZHOU_SM2: Kind = ['SUZHOU', 'SM2'];

const NEWCOMER = '尚未注册，可以走完整个注册';

type Row = readonly [id: string, kind: Kind, serial: number, name: string, note: string, defect?: KeyDefect];

const ROWS: readonly Row[] = [
  ['01-jiangsu-rsa', JIANGSU_RSA, 101, '苏州晨星纳米材料有限公司', NEWCOMER],
  ['02-jiangsu-sm2', JIANGSU_SM2, 102, '苏州云桥工业软件有限公司', NEWCOMER],
  ['03-suzhou-rsa', SUZHOU_RSA, 103, '苏州澄湖基因检测有限公司', NEWCOMER],
  ['04-suzhou-sm2', SUZHOU_SM2, 104, '苏州青禾机器人股份有限公司', NEWCOMER],
  ['05-jiangsu-brackets', JIANGSU_SM2, 105, '苏州远岫(中国)集成电路设计有限公司', '名称用半角括号，同样可以注册'],
  ['06-jiangsu-registered', JIANGSU_RSA, 1, '苏州示例智能科技有限公司', '该企业已注册'],
  ['07-suzhou-registered', SUZHOU_SM2, 2, '苏州样例生物医药股份有限公司', '该企业已注册'],
  ['08-jiangsu-expired', JIANGSU_RSA, 107, '苏州云帆创业投资合伙企业（有限合伙）', '证书已过期', 'expired'],
  ['09-suzhou-revoked', SUZHOU_SM2, 108, '苏州拙石建筑设计有限公司', '证书已吊销', 'revoked'],
  ['10-jiangsu-no-uscc', JIANGSU_SM2, 109, '苏州恒达精密模具有限公司', '证书里只有 15 位注册号', 'no-uscc'],
  ['11-suzhou-unknown-root', SUZHOU_RSA, 110, '苏州格物光电科技有限公司', '不是本 CA 颁发的', 'unknown-root'],
  ['12-jiangsu-personal', JIANGSU_RSA, 111, '周敏', '个人证书，不是企业证书', 'personal'],
  ['13-jiangsu-renamed', JIANGSU_RSA, 106, '苏州白鹭供应链管理有限公司', '法人库中是另一个名称'],
  ['14-suzhou-struck-off', SUZHOU_SM2, 120, '苏州旧巷文化传播有限公司', '法人库中已注销'],
  ['15-suzhou-not-in-register', SUZHOU_RSA, 130, '苏州无名氏咨询有限公司', '法人库中没有'],
];

/**
 * The keys of the demo and the enterprises behind them, who stand in `register.ts` under the same numbers: for each CA
 * and algorithm one whose owner has never been here, owners who have, and one for every way in which a key is refused.
 */
export const DEMO_KEYS: readonly DemoKey[] = ROWS.map(([id, [provider, algorithm], serial, name, note, defect]) => ({
  ...{ id, provider, algorithm, name, note, uscc: inventedUscc(serial), pin: '123456' },
  ...(defect && { defect }),
}));
