/** What the legal-entity register answered, as far as it is judged here. */
type RegisterAnswer =
  | { readonly answer: 'match'; readonly entity: { readonly asOf: string } }
  | { readonly answer: 'no-match'; readonly why: 'unknown-uscc' | 'other-name' | 'struck-off' }
  | { readonly answer: 'unavailable' };

export type Check = {
  readonly key: string;
  readonly label: string;
  readonly tone: 'green' | 'amber' | 'red' | 'neutral';
  readonly words: string;
};

const check = (key: string, label: string, tone: Check['tone'], words: string): Check => ({ key, label, tone, words });

/** The new (or present) name against the legal-entity register; staff may read which of the reasons it was. */
export function registerCheck(answer: RegisterAnswer, name: string): Check {
  const say = (tone: Check['tone'], words: string) => check('register', '法人库', tone, words);
  if (answer.answer === 'match') return say('green', `与法人库一致（${answer.entity.asOf} 数据）`);
  if (answer.answer === 'unavailable') return say('amber', '法人库暂时查不到，请另行核对');
  if (answer.why === 'unknown-uscc') return say('red', '法人库中没有这个统一社会信用代码');
  return answer.why === 'struck-off' ? say('red', '法人库登记为注销或吊销') : say('red', `法人库中的名称不是“${name}”`);
}

/** Another field that the register knows too. */
export function registeredFieldCheck(label: string, asked: string, registered: string | undefined): Check {
  const key = `register ${label}`;
  if (registered === undefined) return check(key, label, 'neutral', '法人库没有这一项，请看执照');
  const isSame = asked.replace(/\s/g, '') === registered.replace(/\s/g, '');
  return isSame
    ? check(key, label, 'green', '与法人库一致')
    : check(key, label, 'amber', `法人库为“${registered}”，请看执照`);
}

export function nameCheck(usedByOther: boolean): Check {
  return usedByOther
    ? check('name', '重名', 'red', '另一家企业在本系统登记为此名')
    : check('name', '重名', 'green', '本系统没有同名企业');
}

const LETTER: Readonly<Record<string, readonly [Check['tone'], string]>> = {
  match: ['green', '二维码和版本相符，是本请求打印的一份'],
  'other-paper': ['red', '是另一张表'],
  'other-version': ['red', '内容已改过，是旧的一份'],
  foreign: ['red', '不是本系统打印的'],
  unreadable: ['amber', '二维码读不出，请看图核对'],
};

/** What the page check said of the uploaded letter; `null` where none was made. */
export function letterCheck(state: string | null | undefined): Check {
  const [tone, words] = LETTER[state ?? ''] ?? (['amber', '没有自动核对，请看图核对'] as const);
  return check('letter', '授权委托书', tone, words);
}

/** A complaint of the number by its own arithmetic; null where it holds. */
export function idCheck(complaint: string | null): Check {
  return complaint
    ? check('id', '证件号码', 'red', complaint)
    : check('id', '证件号码', 'green', '校验码、日期、区划均正确');
}

export function mobileCheck(otherEnterprises: number): Check {
  return otherEnterprises === 0
    ? check('mobile', '新手机号', 'green', '没有其他企业的账号绑定它')
    : check('mobile', '新手机号', 'amber', `另有 ${otherEnterprises} 家企业的账号绑定它`);
}

/** How long ago a person last signed in with the account that is to change hands. */
export function lastSignInCheck(label: string, days: number | null): Check {
  if (days === null) return check(`seen ${label}`, label, 'neutral', '没有登录过');
  return days <= 1
    ? check(`seen ${label}`, label, 'amber', '一天内还登录过，请电话核实')
    : check(`seen ${label}`, label, 'neutral', `${days} 天前登录`);
}

export function frozenCheck(frozen: boolean): readonly Check[] {
  return frozen ? [check('frozen', '企业状态', 'red', '已冻结')] : [];
}
