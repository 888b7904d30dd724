'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { submitPhotographFromDesktop } from '@/lib/capture/commands/desktop-photograph';
import { cancelLink, openLink } from '@/lib/capture/commands/open-link';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { printReceipt } from '@/lib/disbursement/commands/print-receipt';
import { takeBackReceipt } from '@/lib/disbursement/commands/submit-receipt';
import { explainReceipt } from '@/lib/disbursement/rules/receipt-refusals';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { paths } from '@/lib/kernel/paths';
import { ok } from '@/lib/kernel/result';
import { action, call } from '@/lib/runtime/action';
import { captureAddress } from '@/lib/runtime/capture-address';

const who = 'enterprise';
const explain = { ...explainReceipt, 'budget-short': explainFinance['budget-short'] };

export const printAction = action({
  who,
  input: z.object({ disbursementId: z.uuid() }),
  run: printReceipt,
  explain,
  done: (printed, { disbursementId }) => {
    revalidatePath(paths.disbursement(disbursementId));
    return `第 ${printed.version} 版收据已开具`;
  },
});

/** The address that the QR carries comes with the link: the token in it is told this once. */
export const openLinkCall = call({
  who,
  input: z.strictObject({ receiptId: z.uuid() }),
  run: async (ctx, input) => {
    const opened = await openLink(ctx, input);
    if (!opened.ok) return opened;
    const { captureId, pairingCode, token, at } = opened.value;
    return ok({ captureId, pairingCode, codeAt: at.toISOString(), address: captureAddress(token) });
  },
  explain: explainCapture,
});

export const cancelLinkCall = call({
  who,
  input: z.strictObject({ captureId: z.uuid() }),
  run: cancelLink,
  explain: explainCapture,
});

export const submitPictureCall = call({
  who,
  input: z.strictObject({ photographId: z.uuid() }),
  run: submitPhotographFromDesktop,
  explain,
});

export const takeBackAction = action({
  who,
  input: z.object({ receiptId: z.uuid(), disbursementId: z.uuid() }),
  run: takeBackReceipt,
  explain,
  done: (_, { disbursementId }) => {
    revalidatePath(paths.disbursement(disbursementId));
    return '收据已取回，可重新拍照上传';
  },
});
