'use server';

import { redirect } from 'next/navigation';
import { adoptVersion, adoptVersionSchema } from '@/lib/application/commands/adopt-version';
import { explainApplication } from '@/lib/application/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

export const adoptVersionAction = action({
  who: 'enterprise',
  input: adoptVersionSchema,
  run: adoptVersion,
  explain: explainApplication,
  done: (_value, { applicationId }) => redirect(paths.application(applicationId)),
});
