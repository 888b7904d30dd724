'use server';

import { revalidatePath } from 'next/cache';
import { refuseRequest, returnRequest } from '@/lib/desk/commands/answer-request';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { answerSchema, grantSchema, requestIdSchema } from '@/lib/desk/rules/desk.schema';
import { explainDesk } from '@/lib/desk/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const who = 'staff';
const explain = explainDesk;

const said = (words: string) => (_: unknown, input: { id: string }) => {
  revalidatePath(paths.staffChangeRequest(input.id));
  return words;
};

export const takeRequestAction = action({
  who,
  input: requestIdSchema,
  run: takeRequest,
  explain: {},
  done: said('由您核对'),
});
export const grantRequestAction = action({
  who,
  input: grantSchema,
  run: grantRequest,
  explain,
  done: said('已同意'),
});
export const refuseRequestAction = action({
  who,
  input: answerSchema,
  run: refuseRequest,
  explain,
  done: said('已答复：不同意'),
});
export const returnRequestAction = action({
  who,
  input: answerSchema,
  run: returnRequest,
  explain,
  done: said('已退回补正'),
});
