'use server';

import { applicationSchema, discardDraft, restoreDraft } from '@/lib/application/commands/discard-draft';
import { takeBack } from '@/lib/application/commands/take-back';
import { withdraw } from '@/lib/application/commands/withdraw';
import { explainApplication } from '@/lib/application/rules/refusals';
import { action } from '@/lib/runtime/action';

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
