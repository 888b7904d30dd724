import 'server-only';
import type { Context } from '@/lib/access/context';
import { expireReturned } from '@/lib/application/commands/expire-returned';
import { remind } from '@/lib/application/commands/remind';
import { lapseIdle } from '@/lib/disbursement/commands/lapse-idle';
import { remindDisbursements } from '@/lib/disbursement/commands/remind-disbursements';
import { expireParts } from '@/lib/files/commands/expire-parts';
import { scanPending } from '@/lib/files/commands/scan-pending';
import { forgetProofs } from '@/lib/enterprise/commands/forget-proofs';
import { expireRegistrations } from '@/lib/enterprise/commands/expire-registrations';
import { keepDaily } from '@/lib/notice/commands/take-snapshot';
import { endNotices } from '@/lib/notice/commands/end-notices';
import { forgetUnsentPapers } from '@/lib/objection/commands/forget-unsent-papers';
import { expireCaptures } from '@/lib/capture/commands/expire-captures';
import { closeOpinions } from '@/lib/review/commands/close-opinions';
import { lapseClaims } from '@/lib/review/commands/lapse-claims';
import { noteFacts } from '@/lib/review/commands/note-facts';

/** What the clock does, in the order of the areas; each finds what is due by `ctx.now` and may run any number of times. */
const BY_THE_CLOCK: readonly ((ctx: Context) => Promise<number>)[] = [
  expireRegistrations,
  expireReturned,
  remind,
  lapseClaims,
  closeOpinions,
  noteFacts,
  keepDaily,
  endNotices,
  expireCaptures,
  remindDisbursements,
  lapseIdle,
  forgetProofs,
  expireParts,
  forgetUnsentPapers,
  scanPending,
];

/** Run every minute by the worker, and at once when the demo's clock was moved. Answers how many things were moved on. */
export async function sweep(ctx: Context): Promise<void> {
  for (const due of BY_THE_CLOCK) await due(ctx);
}
