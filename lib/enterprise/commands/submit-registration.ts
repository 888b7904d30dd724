import 'server-only';
import type { Context } from '@/lib/access/context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { CaSequelRefusal } from '../rules/ca-refusals';
import { missingOf } from '../rules/registration-missing';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { REGISTRATION } from '../rules/states';
import { viewOf } from '../registration-queries';
import * as store from '../registration-store';
import { checkRegistrationPapers } from './check-registration-papers';
import { heldRegistration } from './held-registration';
import { inRegister } from './in-register';
import { spendProof } from './spend-proof';

/**
 * 提交注册: everything there and right, the proof fresh and spent here, the enterprise in the register and not yet
 * registered. A second click finds the first one's work. Name and USCC are the proof's; no form can bring others.
 */
export async function submitRegistration(
  ctx: Context,
  { browser }: { readonly browser: string },
): Promise<Result<undefined, RegistrationRefusal | CaSequelRefusal | SomebodyWasFaster>> {
  const held = await heldRegistration(ctx, browser);
  if (!held.ok) return held;
  if (held.value.status !== 'PROVEN') return ok();
  await checkRegistrationPapers(ctx, held.value);
  const known = await inRegister(ctx, { uscc: held.value.uscc, name: held.value.enterpriseName });
  if (!known.ok) return known;
  return transact(ctx, async (tx) => {
    const row = await store.lockRegistration(tx.db, held.value.id);
    if (row.status !== 'PROVEN') return ok();
    const missing = missingOf(await viewOf(tx, row), shanghaiDayOf(tx.now));
    if (missing.length > 0) return refuse({ code: 'registration-incomplete', missing });
    if (await store.enterpriseIdByUscc(tx.db, row.uscc)) return refuse({ code: 'already-registered' });
    if (row.proofGoodUntil <= tx.now) return refuse({ code: 'proof-too-old' });
    const spent = await spendProof(tx, { proofId: row.proofId, purpose: 'registration', browser });
    if (!spent.ok) return refuse({ code: 'proof-too-old' });
    const changed = await changeStatus(tx, REGISTRATION, row, 'submit', { set: { submittedAt: tx.now } });
    return changed.ok ? ok() : changed;
  });
}
