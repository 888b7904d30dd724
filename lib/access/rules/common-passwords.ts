/**
 * What people choose when they must choose something, as words and habits instead of a list: a word of this table,
 * written plainly or with the usual signs for letters, alone, twice, or with digits and signs around it, is as good as
 * none. About 250 words times the habits are some hundred thousand passwords.
 */
const WORDS = [
  // keyboard and office
  'password passwd passw0rd pass pwd mima admin administrator root super superuser user test demo guest login welcome',
  'hello secret master default changeme change letmein abcabc qwe asd zxc qwer asdf zxcv qwert asdfg zxcvb qwerty',
  'asdfgh zxcvbn qwertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc wasd poiuyt lkjhgf mnbvcxz abc abcd',
  'abcde abcdef abcdefg aaa aaaa xxx zzz iloveyou loveyou love lovely sunshine princess dragon monkey football',
  'baseball shadow michael jordan superman batman trustno killer freedom whatever computer internet windows linux',
  'oracle mysql server system manager office company business service support finance caiwu kuaiji renshi hr hrhr',
  'xingzheng laoban boss work job money summer winter spring autumn monday friday',
  // this park, this city, what the portal is called
  'sipac sip park suzhou suzhouindustrialpark industrialpark yuanqu gongyeyuanqu gyyq szgyyq sipsz szsip jiangsu kunshan',
  'wuxi nanjing shanghai china zhongguo wujiang xiangcheng gusu huqiu wuzhong jinjihu dushuhu talent rencai butie',
  'zhaopin yiwangtongban ywtb zhengwu qiyetong qyt qiye gongsi enterprise onestop one tong shouju daifa',
  // names and good wishes in pinyin
  'woaini woaiwo aini wode nihao zhangsan lisi wangwu zhaoliu xiaoming xiaohong wangwei zhangwei liwei lina wangfang',
  'zhangmin lijing wangjing chenwei liuwei yangyang baobao laopo laogong mama baba baobei qinaide xihuan kaixin',
  'pingan fafa facai gongxi xinnian kuaile shengri ruyi jixiang wanshi daji taiyang yueliang xingxing longfei feilong',
].flatMap((line) => line.split(' '));

const KNOWN = new Set(WORDS);
const LONGEST_FIRST = [...KNOWN].sort((a, b) => b.length - a.length);

/** Rows along which fingers run, and the alphabet; read both ways. */
const RUNS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
];
const COLUMNS = [
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
  '147258369',
  '789456123',
];
const BOTH_WAYS = [...RUNS, ...COLUMNS].flatMap((run) => [run, [...run].reverse().join('')]);

/** Signs that stand for letters. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  ...{ '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't', '+': 't' },
};

/** Whether a password (of any case and width) is one that anybody would try first. */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (text === '' || isRepeated(text) || isRuns(text) || isDateOrNumber(text)) return true;
  return isWordWithTail(text) || isWordWithTail(asLetters(text));
}

/** aaaaaaaa, 12121212, abcabcabc: a piece of at most four, three times or more; or one or two characters alone. */
function isRepeated(text: string): boolean {
  return /^(.{1,4}?)\1{2,}.{0,3}$/u.test(text) || new Set(text).size <= 2;
}

/** 12345678, qwertyui, 1qaz2wsx, 123qweasd: made of runs of three and more, and at most two other characters. */
function isRuns(text: string): boolean {
  let rest = text;
  let loose = 0;
  while (rest.length > 0) {
    const taken = longestRun(rest);
    if (taken < 3) loose += 1;
    if (loose > 2) return false;
    rest = rest.slice(Math.max(1, taken < 3 ? 1 : taken));
  }
  return true;
}

function longestRun(text: string): number {
  for (let length = text.length; length >= 3; length -= 1) {
    const head = text.slice(0, length);
    if (BOTH_WAYS.some((run) => run.includes(head)) || new Set(head).size === 1) return length;
  }
  return 0;
}

/** Eight to eleven digits that are a day or a mobile, with a letter or two around them at most. */
function isDateOrNumber(text: string): boolean {
  return /^[a-z]{0,2}(?:(?:19|20)\d{2}[-./]?[01]\d[-./]?[0-3]\d|1[3-9]\d{9})[a-z!@#.]{0,2}$/.test(text);
}

/** Words of the table one after another, with digits and signs around and between them. */
function isWordWithTail(text: string): boolean {
  let rest = text.replace(/[^a-z]+/g, ' ').trim();
  // What is no letter must be the usual: short numbers, years, a sign at the end.
  const others = text.match(/[^a-z]+/g) ?? [];
  if (rest === '' || others.some((one) => one.length > 6 && !isUsualNumber(one))) return false;
  while (rest !== '') {
    const word = LONGEST_FIRST.find((one) => rest.startsWith(one));
    if (!word) return false;
    rest = rest.slice(word.length).trim();
  }
  return true;
}

function isUsualNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return isRepeated(digits) || isRuns(digits) || isDateOrNumber(digits);
}

function asLetters(text: string): string {
  const tail = /[\d!@#$%^&*.?_-]*$/.exec(text)?.[0] ?? '';
  const head = text.slice(0, text.length - tail.length);
  return [...head].map((one) => STANDS_FOR[one] ?? one).join('') + tail;
}
