'use server';

import { addReason, changeReason, moveReasonUp, restoreReason, retireReason } from '@/lib/review/commands/keep-reason';
import { addReasonSchema, changeReasonSchema, reasonSchema } from '@/lib/review/rules/reason.schema';
import { explainReview as explain } from '@/lib/review/rules/refusals';
import { call } from '@/lib/runtime/action';

export const addReasonCall = call({ who: 'staff', input: addReasonSchema, run: addReason, explain });
export const changeReasonCall = call({ who: 'staff', input: changeReasonSchema, run: changeReason, explain });
export const retireReasonCall = call({ who: 'staff', input: reasonSchema, run: retireReason, explain });
export const restoreReasonCall = call({ who: 'staff', input: reasonSchema, run: restoreReason, explain });
export const moveReasonCall = call({ who: 'staff', input: reasonSchema, run: moveReasonUp, explain });
