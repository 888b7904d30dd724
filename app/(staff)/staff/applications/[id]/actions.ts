'use server';

import { z } from 'zod';
import { answerOpinion, askOpinion, withdrawOpinion } from '@/lib/review/commands/ask-opinion';
import { revalidatePath } from 'next/cache';
import { readMessages } from '@/lib/conversation/commands/read-messages';
import { writeMessage } from '@/lib/conversation/commands/write-message';
import { messageSchema, readSchema } from '@/lib/conversation/rules/conversation.schema';
import { explainConversation } from '@/lib/conversation/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { approve } from '@/lib/review/commands/approve';
import { claim, release, renewClaim } from '@/lib/review/commands/claim';
import { claimNext } from '@/lib/review/commands/claim-next';
import { reject, sendBack } from '@/lib/review/commands/decide-final';
import { pass, proposeRejection } from '@/lib/review/commands/decide-first';
import { handOver } from '@/lib/review/commands/hand-over';
import { markPlace } from '@/lib/review/commands/mark-place';
import { addComment, decideTalent, lookAt, withdrawComment } from '@/lib/review/commands/note';
import { returnCase } from '@/lib/review/commands/return-case';
import { revealSealed } from '@/lib/review/commands/reveal';
import { watchCase } from '@/lib/review/commands/watch-case';
import {
  answerOpinionSchema,
  askOpinionSchema,
  caseSchema,
  commentSchema,
  decisionSchema,
  handOverSchema,
  lookSchema,
  markPlaceSchema,
  opinionSchema,
  reasonedSchema,
  revealSchema,
  withdrawCommentSchema,
} from '@/lib/review/rules/case.schema';
import { explainReview as explain } from '@/lib/review/rules/refusals';
import { action, call } from '@/lib/runtime/action';

const stage = z.strictObject({ stage: z.enum(['FIRST', 'FINAL']) });

export const claimCase = call({ who: 'staff', input: caseSchema, run: claim, explain });
export const releaseCase = call({ who: 'staff', input: caseSchema, run: release, explain });
export const renewCase = call({ who: 'staff', input: caseSchema, run: renewClaim, explain });
export const claimNextCase = call({ who: 'staff', input: stage, run: claimNext, explain });

export const watchWho = call({ who: 'staff', input: caseSchema, run: watchCase, explain });

export const handOverCase = call({ who: 'staff', input: handOverSchema, run: handOver, explain });
export const askColleague = call({ who: 'staff', input: askOpinionSchema, run: askOpinion, explain });
export const answerColleague = call({ who: 'staff', input: answerOpinionSchema, run: answerOpinion, explain });
export const withdrawQuestion = call({ who: 'staff', input: opinionSchema, run: withdrawOpinion, explain });

export const lookAtParts = call({ who: 'staff', input: lookSchema, run: lookAt, explain });
export const decideOnTalent = call({ who: 'staff', input: decisionSchema, run: decideTalent, explain });
export const pinComment = call({ who: 'staff', input: commentSchema, run: addComment, explain });
export const rememberPlace = call({ who: 'staff', input: markPlaceSchema, run: markPlace, explain });
export const takeBackComment = call({ who: 'staff', input: withdrawCommentSchema, run: withdrawComment, explain });
export const revealAnswer = call({ who: 'staff', input: revealSchema, run: revealSealed, explain });

export const returnToEnterprise = call({ who: 'staff', input: caseSchema, run: returnCase, explain });
export const passOn = call({ who: 'staff', input: caseSchema, run: pass, explain });
export const proposeRefusal = call({ who: 'staff', input: reasonedSchema, run: proposeRejection, explain });
export const approveCase = call({ who: 'staff', input: caseSchema, run: approve, explain });
export const rejectCase = call({ who: 'staff', input: reasonedSchema, run: reject, explain });
export const sendBackToFirst = call({ who: 'staff', input: reasonedSchema, run: sendBack, explain });

export const writeMessageAction = action({
  who: 'staff',
  input: messageSchema,
  run: writeMessage,
  explain: explainConversation,
  done: (_, { applicationId }) => revalidatePath(paths.staffApplication(applicationId)),
});
export const readMessagesCall = call({ who: 'staff', input: readSchema, run: readMessages, explain: {} });
