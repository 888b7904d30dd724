import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, type Result } from '@/lib/kernel/result';
import { findBanks, type FoundBanks } from '../bank-queries';

/** 开户行 by any part of name or city, and what the table has under a 联行号; asked while the dialog is filled in. */
export async function lookUpBanks(
  ctx: Context<EnterpriseActor>,
  input: { readonly words: string; readonly cnapsCode: string },
): Promise<Result<FoundBanks, never>> {
  return ok(await findBanks(ctx, input));
}
