'use server';

import { redirect } from 'next/navigation';
import { paths } from '@/lib/kernel/paths';
import { fileObjection } from '@/lib/objection/commands/file-objection';
import { fileObjectionSchema } from '@/lib/objection/rules/objection.schema';
import { explainFiling } from '@/lib/objection/rules/refusals';
import { action } from '@/lib/runtime/action';

export const fileObjectionAction = action({
  who: 'public',
  input: fileObjectionSchema,
  run: fileObjection,
  explain: explainFiling,
  done: (filed) => redirect(filed.kind === 'objection' ? paths.objectionReceived(filed.id) : paths.clueReceived()),
});
