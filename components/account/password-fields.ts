import { passwordHint } from '@/lib/access/rules/password-rules';
import type { AccountField } from './account-form';

/** 新密码 and the same once more, with the rule above. */
export function newPasswordFields(side: 'enterprise' | 'staff'): readonly AccountField[] {
  return [
    { name: 'password', label: '新密码', kind: 'password', autoComplete: 'new-password', hint: passwordHint(side) },
    { name: 'again', label: '再次填写新密码', kind: 'password', autoComplete: 'new-password' },
  ];
}
