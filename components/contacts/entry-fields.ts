export type EntryField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly inputMode?: 'numeric' | 'tel' | 'email';
};

/** 联系人 as typed; the names are those of the schema. */
export const CONTACT_FIELDS: readonly EntryField[] = [
  { name: 'name', label: '姓名', hint: '2 至 50 个字' },
  { name: 'position', label: '职务', optional: true },
  { name: 'mobile', label: '手机号码', hint: '接收短信提醒', inputMode: 'tel' },
  { name: 'email', label: '电子邮箱', hint: '接收邮件提醒', inputMode: 'email' },
];

/** 银行账户 as typed, beside 开户行 and 联行号 (`bankFields`); the holder is always the enterprise and is not typed. */
export const ACCOUNT_FIELDS: readonly EntryField[] = [
  { name: 'number', label: '账号', hint: '8 至 30 位', inputMode: 'numeric' },
];
