'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { paths } from '@/lib/kernel/paths';
import { askStatement } from '@/lib/objection/commands/ask-statement';
import { dismissObjection, upholdObjection } from '@/lib/objection/commands/decide-objection';
import { holdObjection } from '@/lib/objection/commands/hold-objection';
import { closeHint, noteObjection, revealObjector } from '@/lib/objection/commands/note-objection';
import { recordObjection } from '@/lib/objection/commands/record-objection';
import { acceptObjection, notAcceptObjection } from '@/lib/objection/commands/take-objection';
import * as schema from '@/lib/objection/rules/handle.schema';
import { recordObjectionSchema } from '@/lib/objection/rules/objection.schema';
import { explainHandling as explain, explainRecord } from '@/lib/objection/rules/refusals';
import { action, call } from '@/lib/runtime/action';

const who = 'staff';

const said = (words: string) => (_: unknown, input: { id: string }) => {
  revalidatePath(paths.staffObjection(input.id));
  return words;
};

export const acceptObjectionAction = action({
  who,
  input: schema.objectionIdSchema,
  run: acceptObjection,
  explain: {},
  done: said('已受理'),
});
export const notAcceptObjectionAction = action({
  who,
  input: schema.notAcceptSchema,
  run: notAcceptObjection,
  explain: {},
  done: said('已答复：不予受理'),
});
export const holdObjectionAction = action({
  who,
  input: schema.holdSchema,
  run: holdObjection,
  explain,
  done: said('已保存'),
});
export const askStatementAction = action({
  who,
  input: schema.askStatementSchema,
  run: askStatement,
  explain,
  done: said('已请申报单位说明'),
});
export const noteObjectionAction = action({
  who,
  input: schema.noteSchema,
  run: noteObjection,
  explain: {},
  done: said('已记录'),
});
export const upholdObjectionAction = action({
  who,
  input: schema.upholdSchema,
  run: upholdObjection,
  explain,
  done: said('异议成立'),
});
export const dismissObjectionAction = action({
  who,
  input: schema.dismissSchema,
  run: dismissObjection,
  explain,
  done: said('异议不成立'),
});
export const closeClueAction = action({
  who,
  input: schema.clueSchema,
  run: closeHint,
  explain: {},
  done: () => {
    revalidatePath(paths.staffObjections());
    return '已记录';
  },
});
export const recordObjectionAction = action({
  who,
  input: recordObjectionSchema,
  run: recordObjection,
  explain: explainRecord,
  done: ({ id }) => redirect(paths.staffObjection(id)),
});
export const revealObjectorCall = call({ who, input: schema.objectionIdSchema, run: revealObjector, explain: {} });
