'use server';

import type { LookUpState } from '@/components/objection/look-up-form';
import { lookUpObjection } from '@/lib/objection/commands/look-up-objection';
import { lookUpSchema } from '@/lib/objection/rules/look-up';
import { explainLookUp } from '@/lib/objection/rules/refusals';
import { call } from '@/lib/runtime/action';

const answer = call({ who: 'public', input: lookUpSchema, run: lookUpObjection, explain: explainLookUp });

/** 查询异议: answers in the form itself, with what was typed. */
export async function lookUpObjectionAction(_before: LookUpState, form: FormData): Promise<LookUpState> {
  const typed = { number: String(form.get('number') ?? ''), tail: String(form.get('tail') ?? '') };
  return { answer: await answer(typed), typed };
}
