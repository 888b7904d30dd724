'use server';

import { redirect } from 'next/navigation';
import { addTalent, addTalentSchema } from '@/lib/application/commands/add-talent';
import { chooseContact, chooseContactSchema } from '@/lib/application/commands/choose-contact';
import { importTalents, importTalentsSchema } from '@/lib/application/commands/import-talents';
import { attachmentSchema, removeAttachment } from '@/lib/application/commands/remove-attachment';
import { removeTalents, talentsSchema } from '@/lib/application/commands/remove-talents';
import { reorderSchema, reorderTalents } from '@/lib/application/commands/reorder-talents';
import { restoreAttachment } from '@/lib/application/commands/restore-attachment';
import { restoreTalents } from '@/lib/application/commands/restore-talents';
import { submit, submitSchema } from '@/lib/application/commands/submit';
import { undoImport, undoImportSchema } from '@/lib/application/commands/undo-import';
import { explainImport } from '@/lib/application/rules/import-refusals';
import { explainApplication } from '@/lib/application/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action, call } from '@/lib/runtime/action';

const common = { who: 'enterprise', explain: explainApplication } as const;
const importing = { who: 'enterprise', explain: { ...explainApplication, ...explainImport } } as const;

export const chooseContactAction = call({ ...common, input: chooseContactSchema, run: chooseContact });
export const addTalentAction = call({ ...common, input: addTalentSchema, run: addTalent });
export const removeTalentsAction = call({ ...common, input: talentsSchema, run: removeTalents });
export const restoreTalentsAction = call({ ...common, input: talentsSchema, run: restoreTalents });
export const reorderTalentsAction = call({ ...common, input: reorderSchema, run: reorderTalents });
export const importTalentsAction = call({ ...importing, input: importTalentsSchema, run: importTalents });
export const undoImportAction = call({ ...importing, input: undoImportSchema, run: undoImport });
export const removeAttachmentAction = call({ ...common, input: attachmentSchema, run: removeAttachment });
export const restoreAttachmentAction = call({ ...common, input: attachmentSchema, run: restoreAttachment });
export const submitAction = action({
  ...common,
  input: submitSchema,
  run: submit,
  done: ({ applicationId, submission }) => redirect(`${paths.application(applicationId)}?submitted=${submission}`),
});
