import type { AccountField } from './account-form';

/** The field for the code off the telephone; a recovery code goes into the same one. */
export const FACTOR_FIELD: AccountField = {
  name: 'code',
  label: '动态口令',
  kind: 'code',
  autoComplete: 'one-time-code',
  aside: '或恢复码',
};
