'use server';

import { revalidatePath } from 'next/cache';
import { refuseRequest, returnRequest } from '@/lib/desk/commands/answer-request';
import { confirmReset, recheckReset, refuseReset } from '@/lib/desk/commands/confirm-reset';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { proposeReset } from '@/lib/desk/commands/propose-reset';
import { revealNumber } from '@/lib/desk/commands/reveal-number';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { answerSchema, grantSchema, requestIdSchema } from '@/lib/desk/rules/desk.schema';
import { explainDesk } from '@/lib/desk/rules/refusals';
import { proposeResetSchema, revealNumberSchema } from '@/lib/desk/rules/reset-check';
import { paths } from '@/lib/kernel/paths';
import { action, call } from '@/lib/runtime/action';

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

export const proposeResetAction = action({
  who,
  input: proposeResetSchema,
  run: proposeReset,
  explain,
  done: said('已提请复核'),
});
export const confirmResetAction = action({
  who,
  input: requestIdSchema,
  run: confirmReset,
  explain,
  done: said('复核通过，初始密码已发出'),
});
export const refuseResetAction = action({
  who,
  input: answerSchema,
  run: refuseReset,
  explain,
  done: said('已答复：不同意'),
});
export const recheckResetAction = action({
  who,
  input: answerSchema,
  run: recheckReset,
  explain,
  done: said('已退回重新核实'),
});
export const revealNumberCall = call({ who, input: revealNumberSchema, run: revealNumber, explain: {} });
