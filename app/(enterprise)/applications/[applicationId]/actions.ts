'use server';

import { revalidatePath } from 'next/cache';
import { appeal } from '@/lib/application/commands/appeal';
import { askExtension } from '@/lib/application/commands/ask-extension';
import { applicationSchema, discardDraft, restoreDraft } from '@/lib/application/commands/discard-draft';
import { takeBack } from '@/lib/application/commands/take-back';
import { withdraw } from '@/lib/application/commands/withdraw';
import { explainApplication } from '@/lib/application/rules/refusals';
import { remedySchema } from '@/lib/application/rules/remedies';
import { readMessages } from '@/lib/conversation/commands/read-messages';
import { writeMessage } from '@/lib/conversation/commands/write-message';
import { messageSchema, readSchema } from '@/lib/conversation/rules/conversation.schema';
import { explainConversation } from '@/lib/conversation/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action, call } from '@/lib/runtime/action';

export const takeBackAction = action({
  who: 'enterprise',
  input: applicationSchema,
  run: takeBack,
  explain: explainApplication,
});

export const withdrawAction = action({
  who: 'enterprise',
  input: applicationSchema,
  run: withdraw,
  explain: explainApplication,
});

export const discardAction = action({
  who: 'enterprise',
  input: applicationSchema,
  run: discardDraft,
  explain: explainApplication,
});

export const restoreAction = action({
  who: 'enterprise',
  input: applicationSchema,
  run: restoreDraft,
  explain: explainApplication,
});

const here = ({ applicationId }: { applicationId: string }) => revalidatePath(paths.application(applicationId));

export const askExtensionAction = action({
  who: 'enterprise',
  input: remedySchema,
  run: askExtension,
  explain: explainApplication,
  done: (_, input) => {
    here(input);
    return '延期申请已提出，答复后通知联系人。';
  },
});

export const appealAction = action({
  who: 'enterprise',
  input: remedySchema,
  run: appeal,
  explain: explainApplication,
  done: (_, input) => {
    here(input);
    return '复核申请已提出。';
  },
});

export const writeMessageAction = action({
  who: 'enterprise',
  input: messageSchema,
  run: writeMessage,
  explain: explainConversation,
  done: (_, input) => here(input),
});

export const readMessagesCall = call({ who: 'enterprise', input: readSchema, run: readMessages, explain: {} });
