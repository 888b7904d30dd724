'use server';

import { z } from 'zod';
import { claimNext } from '@/lib/review/commands/claim-next';
import { deleteView, moveViewUp, renameView, saveView, setDefaultView } from '@/lib/review/commands/keep-view';
import { openInBatch, passClean } from '@/lib/review/commands/pass-clean';
import { caseSchema } from '@/lib/review/rules/case.schema';
import { explainReview as explain } from '@/lib/review/rules/refusals';
import { defaultViewSchema, renameViewSchema, saveViewSchema, viewSchema } from '@/lib/review/rules/view.schema';
import { call } from '@/lib/runtime/action';

export const saveViewCall = call({ who: 'staff', input: saveViewSchema, run: saveView, explain });
export const renameViewCall = call({ who: 'staff', input: renameViewSchema, run: renameView, explain });
export const deleteViewCall = call({ who: 'staff', input: viewSchema, run: deleteView, explain });
export const defaultViewCall = call({ who: 'staff', input: defaultViewSchema, run: setDefaultView, explain });
export const moveViewCall = call({ who: 'staff', input: viewSchema, run: moveViewUp, explain });

export const openInBatchCall = call({ who: 'staff', input: caseSchema, run: openInBatch, explain });
export const passCleanCall = call({ who: 'staff', input: caseSchema, run: passClean, explain });

const ofList = z.strictObject({
  stage: z.enum(['FIRST', 'FINAL']),
  among: z.record(z.string().max(20), z.string().max(80)),
});
export const claimNextOfListCall = call({ who: 'staff', input: ofList, run: claimNext, explain });
