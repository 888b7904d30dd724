import 'server-only';
import type { StaffActor } from './actor';
import { authorise } from './authorise';
import type { Context } from './context';
import { factorOf, recoveryCodesLeft } from './factor-store';
import { factorUri, offeredSecret } from './second-factor/totp';

export type FactorOffer = { readonly secret: string; readonly uri: string };

/** The secret that this person may take up in this session, to scan or to type. */
export function factorOffer(ctx: Context<StaffActor>, issuer: string): FactorOffer {
  authorise(ctx.actor, 'staff.home');
  const secret = offeredSecret(ctx.vault, ctx.actor.id, ctx.actor.sessionId);
  return { secret, uri: factorUri(secret, ctx.actor.username, issuer) };
}

export type FactorState = { readonly since: Date | null; readonly recoveryCodesLeft: number };

export async function factorState(ctx: Context<StaffActor>): Promise<FactorState> {
  authorise(ctx.actor, 'account.own');
  const { factorSince } = await factorOf(ctx, ctx.actor.id);
  return { since: factorSince, recoveryCodesLeft: await recoveryCodesLeft(ctx, ctx.actor.id) };
}
