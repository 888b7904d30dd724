'use server';

import { moveAttachment, moveAttachmentSchema } from '@/lib/application/commands/move-attachment';
import { shareAttachment, shareAttachmentSchema } from '@/lib/application/commands/share-attachment';
import { takeOver, takeOverSchema } from '@/lib/application/commands/take-over';
import { explainApplication } from '@/lib/application/rules/refusals';
import { explainFile } from '@/lib/files/rules/refusals';
import { call } from '@/lib/runtime/action';

export const moveAttachmentAction = call({
  who: 'enterprise',
  explain: explainApplication,
  input: moveAttachmentSchema,
  run: moveAttachment,
});

export const takeOverAction = call({
  who: 'enterprise',
  explain: { ...explainApplication, ...explainFile },
  input: takeOverSchema,
  run: takeOver,
});

export const shareAttachmentAction = call({
  who: 'enterprise',
  explain: explainApplication,
  input: shareAttachmentSchema,
  run: shareAttachment,
});
