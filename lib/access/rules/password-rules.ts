import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { isCommonPassword } from './common-passwords';
import {
  ENTERPRISE_PASSWORD_LENGTH_MIN,
  normalisePassword,
  PASSWORD_LENGTH_MAX,
  STAFF_PASSWORD_LENGTH_MIN,
} from './password';

export type PasswordOwner = {
  readonly side: 'enterprise' | 'staff';
  readonly username: string;
  readonly enterpriseName?: string;
  readonly uscc?: string;
};

export type PasswordComplaint = 'too-short' | 'too-long' | 'common' | 'has-uscc' | 'has-username' | 'has-name';

/** A name of the park or a word every firm has in its name says nothing of this one. */
const NAME_PIECE_MIN = 4;
const USERNAME_MIN = 3;

export function shortestPassword(side: PasswordOwner['side']): number {
  return side === 'staff' ? STAFF_PASSWORD_LENGTH_MIN : ENTERPRISE_PASSWORD_LENGTH_MIN;
}

/** What is wrong with a new password, or null. Length is counted in characters as people see them; all are allowed. */
export function complaintAbout(password: string, owner: PasswordOwner): PasswordComplaint | null {
  const text = normalisePassword(password);
  const { length } = [...text];
  if (length < shortestPassword(owner.side)) return 'too-short';
  if (length > PASSWORD_LENGTH_MAX) return 'too-long';
  const plain = normaliseEnterpriseName(text);
  const lower = plain.toLowerCase();
  // The middle of a USCC is the organisation code, which people know better than the whole.
  if (owner.uscc && [owner.uscc, owner.uscc.slice(8, 17)].some((part) => plain.includes(part))) return 'has-uscc';
  const name = owner.enterpriseName ? normaliseEnterpriseName(owner.enterpriseName) : '';
  if (name.length >= NAME_PIECE_MIN && (plain.includes(name) || name.includes(plain))) return 'has-name';
  if (isCommonPassword(text)) return 'common';
  const username = owner.username.toLowerCase();
  if (username.length >= USERNAME_MIN && lower.includes(username)) return 'has-username';
  return null;
}

/** The rule as said before it is broken. */
export function passwordHint(side: PasswordOwner['side']): string {
  return `${shortestPassword(side)} 至 ${PASSWORD_LENGTH_MAX} 个字符，可用任何字符，包括汉字和空格。`;
}

/** How to mend it. */
export function complaintWords(complaint: PasswordComplaint, side: PasswordOwner['side']): string {
  switch (complaint) {
    case 'too-short':
      return `至少 ${shortestPassword(side)} 个字符，请加长。`;
    case 'too-long':
      return `最多 ${PASSWORD_LENGTH_MAX} 个字符，请缩短。`;
    case 'common':
      return '这个密码太常见。请换成几个不相干的词，或更长的一句话。';
    case 'has-uscc':
      return '不能含有统一社会信用代码。';
    case 'has-username':
      return '不能含有用户名。';
    case 'has-name':
      return '不能含有企业名称。';
  }
}
