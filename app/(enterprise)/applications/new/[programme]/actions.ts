'use server';

import { redirect } from 'next/navigation';
import { startApplication, startSchema } from '@/lib/application/commands/start-application';
import { explainApplication } from '@/lib/application/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

export const startAction = action({
  who: 'enterprise',
  input: startSchema,
  run: startApplication,
  explain: explainApplication,
  done: ({ applicationId, carries }) =>
    redirect(carries ? paths.carryOver(applicationId) : paths.edit(applicationId, 'enterprise')),
});
