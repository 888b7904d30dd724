'use server';

import { requestReset } from '@/lib/enterprise/commands/request-reset';
import { explainReset } from '@/lib/enterprise/rules/reset-refusals';
import { requestResetSchema } from '@/lib/enterprise/rules/change.schema';
import { action } from '@/lib/runtime/action';

export const requestResetAction = action({
  who: 'public',
  input: requestResetSchema,
  run: requestReset,
  explain: explainReset,
});
