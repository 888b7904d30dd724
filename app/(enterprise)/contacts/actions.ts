'use server';

import { z } from 'zod';
import { lookUpBanks } from '@/lib/enterprise/commands/look-up-banks';
import { retireBankAccount, retireContact } from '@/lib/enterprise/commands/retire';
import { saveBankAccount } from '@/lib/enterprise/commands/save-bank-account';
import { saveContact } from '@/lib/enterprise/commands/save-contact';
import { findBanksSchema } from '@/lib/enterprise/rules/bank.schema';
import { bankAccountSchema, contactSchema } from '@/lib/enterprise/rules/contact.schema';
import { explainContact } from '@/lib/enterprise/rules/refusals';
import { call } from '@/lib/runtime/action';

const common = { who: 'enterprise', explain: explainContact } as const;
const one = z.strictObject({ id: z.uuid() });

export const saveContactCall = call({ ...common, input: contactSchema, run: saveContact });
export const retireContactCall = call({ ...common, input: one, run: retireContact });
export const saveBankAccountCall = call({
  ...common,
  requireStepUp: true,
  input: bankAccountSchema,
  run: saveBankAccount,
});
export const retireBankAccountCall = call({ ...common, input: one, run: retireBankAccount });
export const findBanksCall = call({ who: 'enterprise', input: findBanksSchema, run: lookUpBanks, explain: {} });
