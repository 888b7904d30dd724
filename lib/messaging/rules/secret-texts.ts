import { SMS_SIGN } from './sms-text';

/** Messages about an account: a code, a password, what happened to it. Their body is sealed until it is sent and then removed; no list shows it. */
export const SECRET_KINDS = ['code', 'accounts', 'initial-password', 'account-notice'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** Stands in the row of such a message in place of its body. */
export const SEALED_BODY = '（内容已加密，不显示）';

/** What a code is for, as the person who gets it reads it. */
export type CodeFor = '企业注册' | '绑定手机' | '绑定邮箱' | '找回密码' | '变更收款信息';

export function codeText(about: { readonly code: string; readonly use: CodeFor; readonly minutes: number }): string {
  return `${SMS_SIGN}验证码${about.code}，用于${about.use}，${about.minutes}分钟内有效。请勿告诉他人。`;
}

export type FirstAccounts = {
  readonly enterpriseName: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly super: { readonly username: string; readonly password: string };
};

/**
 * The SMS after registration, in the manual's order: sign, enterprise, administrator and password, super user and
 * password. With two passwords it takes two parts, which a telephone joins; a name of 50 characters still fits.
 */
export function accountsText({ enterpriseName, admin, super: user }: FirstAccounts): string {
  const first = `管理员账号${admin.username}，密码${admin.password}；`;
  const second = `超级用户账号${user.username}，密码${user.password}。`;
  return `${SMS_SIGN}${enterpriseName}已注册成功。${first}${second}请在72小时内登录并修改。`;
}

/** The SMS to an employee whose account was added or whose password was set anew. */
export function initialPasswordText(about: {
  readonly enterpriseName: string;
  readonly username: string;
  readonly password: string;
}): string {
  return `${SMS_SIGN}${about.enterpriseName}账号${about.username}的初始密码${about.password}，72小时内登录修改`;
}

/** What happened to somebody's account: 密码已修改, 在新设备登录. */
export function accountNoticeText(about: { readonly username: string; readonly what: string }): string {
  return `${SMS_SIGN}账号${about.username}${about.what}。非本人操作请尽快修改密码并联系管理员。`;
}

/** To the administrator of an enterprise: account or contact of a case that is to be paid were changed. */
export function payeeChangedText(caseNumber: string): string {
  return `${SMS_SIGN}本单位申请${caseNumber}的收款信息已变更。非本单位办理请立即联系技术支持。`;
}

/** What happened to the account of one of the office, whose password and second factor the security administrator answers for. */
export function staffNoticeText(about: { readonly username: string; readonly what: string }): string {
  return `${SMS_SIGN}业务账号${about.username}${about.what}。非本人操作请立即联系安全管理员。`;
}

/** The SMS to one of the office whose password was set anew. */
export function staffInitialPasswordText(about: { readonly username: string; readonly password: string }): string {
  return `${SMS_SIGN}业务账号${about.username}的初始密码${about.password}，72小时内登录修改`;
}

/** The SMS to whoever was administrator until now: a change that nobody there asked for must not pass unseen. */
export function administratorReplacedText(enterpriseName: string): string {
  return `${SMS_SIGN}${enterpriseName}已变更企业管理员，admin账号不再由您使用。非本单位办理请致电`;
}
