'use server';

import type { ProgressState } from '@/components/portal/progress-form';
import { lookUpProgress } from '@/lib/access/commands/look-up-progress';
import { explainProgress, progressSchema } from '@/lib/access/rules/progress';
import { call } from '@/lib/runtime/action';

const answer = call({ who: 'public', input: progressSchema, run: lookUpProgress, explain: explainProgress });

/** 查询进度: answers in the form itself, with what was typed. */
export async function lookUpProgressAction(_before: ProgressState, form: FormData): Promise<ProgressState> {
  const typed = { number: String(form.get('number') ?? ''), usccTail: String(form.get('usccTail') ?? '') };
  return { answer: await answer(typed), typed };
}
