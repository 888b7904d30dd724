'use server';

import { redirect } from 'next/navigation';
import { carryOver, carryOverSchema } from '@/lib/application/commands/carry-over';
import { explainApplication } from '@/lib/application/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

export const carryOverAction = action({
  who: 'enterprise',
  input: carryOverSchema,
  run: carryOver,
  explain: explainApplication,
  done: (_carried, { applicationId }) => redirect(paths.application(applicationId)),
});
