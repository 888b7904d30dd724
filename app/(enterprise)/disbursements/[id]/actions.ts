'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { adjustAccount } from '@/lib/disbursement/commands/adjust-account';
import { adjustContact } from '@/lib/disbursement/commands/adjust-contact';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { mendAccount } from '@/lib/disbursement/commands/mend-account';
import {
  adjustAccountSchema,
  adjustContactSchema,
  confirmSchema,
  leftSchema,
} from '@/lib/disbursement/rules/disbursement.schema';
import { explainDisbursement } from '@/lib/disbursement/rules/refusals';
import { lookUpBanks } from '@/lib/enterprise/commands/look-up-banks';
import { retireBankAccount, retireContact } from '@/lib/enterprise/commands/retire';
import { saveBankAccount } from '@/lib/enterprise/commands/save-bank-account';
import { saveContact } from '@/lib/enterprise/commands/save-contact';
import { findBanksSchema } from '@/lib/enterprise/rules/bank.schema';
import { bankAccountSchema, contactSchema } from '@/lib/enterprise/rules/contact.schema';
import { explainContact } from '@/lib/enterprise/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { action, call } from '@/lib/runtime/action';

const who = 'enterprise';
const one = z.strictObject({ id: z.uuid() });

export const confirmAction = action({
  who,
  input: confirmSchema,
  run: confirm,
  explain: explainDisbursement,
  done: (_, { disbursementId }) => {
    revalidatePath(paths.disbursement(disbursementId));
    return '账户和联系人已确认';
  },
});

export const declareLeftAction = action({
  who,
  input: leftSchema,
  run: declareLeft,
  explain: explainDisbursement,
  done: (_, { disbursementId }) => {
    revalidatePath(paths.disbursement(disbursementId));
    return '已申报，等待审定';
  },
});

export const adjustAccountCall = call({
  who,
  requireStepUp: true,
  input: adjustAccountSchema,
  run: adjustAccount,
  explain: explainDisbursement,
});
export const mendAccountCall = call({
  who,
  requireStepUp: true,
  input: adjustAccountSchema,
  run: mendAccount,
  explain: explainDisbursement,
});
export const adjustContactCall = call({
  who,
  requireStepUp: true,
  input: adjustContactSchema,
  run: adjustContact,
  explain: explainDisbursement,
});

export const saveBankAccountCall = call({
  who,
  requireStepUp: true,
  input: bankAccountSchema,
  run: saveBankAccount,
  explain: explainContact,
});
export const retireBankAccountCall = call({ who, input: one, run: retireBankAccount, explain: explainContact });
export const saveContactCall = call({ who, input: contactSchema, run: saveContact, explain: explainContact });
export const retireContactCall = call({ who, input: one, run: retireContact, explain: explainContact });
export const findBanksCall = call({ who, input: findBanksSchema, run: lookUpBanks, explain: {} });
