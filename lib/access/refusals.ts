/** How a refusal reads: what is wrong, why, and what to do next. */
export type NextStep = { readonly label: string; readonly href?: string };
export type Explained = {
  readonly title: string;
  readonly why: string;
  readonly next: readonly NextStep[];
  readonly fields?: Readonly<Record<string, string>>;
};

/** A table with one row per code; the compiler asks for the missing one. */
export type Explanations<R extends { readonly code: string }> = {
  readonly [C in R['code']]: (refusal: Extract<R, { code: C }>) => Explained;
};

/** Refusals that any command may give. */
export type CommonRefusal =
  | { readonly code: 'somebody-was-faster' }
  | { readonly code: 'not-found' }
  | { readonly code: 'no-permission' }
  | { readonly code: 'signed-out' }
  | { readonly code: 'form-incomplete'; readonly fields: Readonly<Record<string, string>> }
  | { readonly code: 'wrong-state'; readonly now: string }
  | { readonly code: 'held'; readonly reason: string }
  | { readonly code: 'foreign-origin' }
  /** Signed in, but something comes first: the page where it is done. */
  | { readonly code: 'must-change-password'; readonly page: string }
  | { readonly code: 'factor-needed'; readonly page: string }
  /**
   * Money, roles and exports ask for password and second factor again, an enterprise's account for the password; good
   * for ten minutes. The page where it is done; null where the dialog itself asks.
   */
  | { readonly code: 'prove-again'; readonly page: string | null };

export const explainCommon: Explanations<CommonRefusal> = {
  'somebody-was-faster': () => ({
    title: '情况已更新',
    why: '本事项刚刚有了变化，您看到的不是最新状态。',
    next: [{ label: '刷新后再操作' }],
  }),
  'not-found': () => ({
    title: '没有找到',
    why: '该事项不存在，或您没有查看权限。',
    next: [{ label: '回到列表重新选择' }],
  }),
  'no-permission': () => ({
    title: '不能办理',
    why: '您的账号没有此项权限。',
    next: [{ label: '请由有权限的同事办理' }],
  }),
  'signed-out': () => ({
    title: '登录已过期',
    why: '为保护信息，长时间未操作会退出登录。已保存的内容都在。',
    next: [{ label: '重新登录', href: '/login' }],
  }),
  'form-incomplete': ({ fields }) => ({ title: '尚未提交', why: '以下内容需要补充或更正。', next: [], fields }),
  'wrong-state': ({ now }) => ({
    title: '情况已更新',
    why: `本事项目前是“${now}”，不能做此操作。`,
    next: [{ label: '刷新查看最新状态' }],
  }),
  held: ({ reason }) => ({ title: '暂停办理', why: `本事项已暂停：${reason}`, next: [{ label: '请联系业务窗口' }] }),
  'foreign-origin': () => ({
    title: '请求被拒绝',
    why: '请求不是从本网站的页面发出的。',
    next: [{ label: '请从本网站打开页面后再操作' }],
  }),
  'must-change-password': ({ page }) => ({
    title: '请先修改初始密码',
    why: '初始密码只用于第一次登录。修改后才能办理业务。',
    next: [{ label: '修改初始密码', href: page }],
  }),
  'factor-needed': ({ page }) => ({
    title: '请先完成第二重验证',
    why: '业务人员登录须验证动态口令。',
    next: [{ label: '验证动态口令', href: page }],
  }),
  'prove-again': ({ page }) => ({
    title: '请再次验证身份',
    why: '这项操作须在验证后十分钟内完成。您填写的内容还在。',
    next: [page === null ? { label: '再点一次，验证后继续' } : { label: '验证后回来继续', href: page }],
  }),
};
