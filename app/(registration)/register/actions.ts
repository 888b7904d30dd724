'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { explainSmsCode } from '@/lib/access/rules/sms-code-refusals';
import { amendRegistration } from '@/lib/enterprise/commands/amend-registration';
import { askSupport, askSupportSchema } from '@/lib/enterprise/commands/ask-support';
import { finishRegistration } from '@/lib/enterprise/commands/finish-registration';
import { openRegistration } from '@/lib/enterprise/commands/open-registration';
import { sendRegistrationCode } from '@/lib/enterprise/commands/send-registration-code';
import { submitRegistration } from '@/lib/enterprise/commands/submit-registration';
import { explainCaProof, explainCaSequel } from '@/lib/enterprise/rules/ca-refusals';
import { explainRegistration } from '@/lib/enterprise/rules/registration-refusals';
import { paths } from '@/lib/kernel/paths';
import { action, call } from '@/lib/runtime/action';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';

const nothing = z.object({});
const here = async () => ({ browser: (await readCaBrowser()) ?? '' });

export const openRegistrationAction = call({
  who: 'public',
  input: z.strictObject({ proofId: z.uuid() }),
  run: async (ctx, { proofId }) => openRegistration(ctx, { proofId, ...(await here()) }),
  explain: { ...explainCaProof, ...explainCaSequel, ...explainRegistration },
});

export const submitRegistrationAction = action({
  who: 'public',
  input: nothing,
  run: async (ctx) => submitRegistration(ctx, await here()),
  explain: { ...explainCaSequel, ...explainRegistration },
  done: () => redirect(paths.register('phone')),
});

export const amendRegistrationAction = action({
  who: 'public',
  input: nothing,
  run: async (ctx) => amendRegistration(ctx, await here()),
  explain: explainRegistration,
  done: () => redirect(paths.register('administrator', 'administratorMobile')),
});

export const sendRegistrationCodeAction = call({
  who: 'public',
  input: nothing,
  run: async (ctx) => sendRegistrationCode(ctx, await here()),
  explain: { ...explainRegistration, ...explainSmsCode },
});

export const finishRegistrationAction = action({
  who: 'public',
  input: z.object({ code: z.string().max(20) }),
  run: async (ctx, { code }) => finishRegistration(ctx, { code, ...(await here()) }),
  explain: { ...explainCaSequel, ...explainRegistration, ...explainSmsCode },
  done: () => redirect(paths.register('done')),
});

export const askSupportAction = action({
  who: 'public',
  input: askSupportSchema,
  run: async (ctx, input) => askSupport(ctx, { ...input, ...(await here()) }),
  explain: explainRegistration,
  done: ({ errorNumber }) => `已转技术支持，编号 ${errorNumber}，请保持电话畅通。`,
});
