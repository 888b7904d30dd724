import 'server-only';
import type { EnterpriseActor, StaffActor } from './actor';
import { authorise } from './authorise';
import type { Context } from './context';
import { openSessionsOf } from './password-store';
import { placeOfAddress } from './place-of-address';
import { deviceWords } from './rules/device-words';
import { IDLE_MINUTES } from './rules/idle';

export type SessionRow = {
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  /** Only where the operator configures an address file. */
  readonly place: string | null;
  readonly since: Date;
  readonly lastSeen: Date;
  readonly isThis: boolean;
};

/** Where one is signed in: this browser first. */
export async function mySessions(ctx: Context<EnterpriseActor | StaffActor>): Promise<readonly SessionRow[]> {
  authorise(ctx.actor, 'account.own');
  const idleSince = new Date(ctx.now.getTime() - IDLE_MINUTES * 60_000);
  const rows = await openSessionsOf(ctx.db, ctx.actor, ctx.now, idleSince);
  const shown = rows.map((row) => ({
    id: row.id,
    device: deviceWords(row.userAgent),
    address: row.ip,
    place: placeOfAddress(row.ip),
    since: row.createdAt,
    lastSeen: row.lastSeenAt,
    isThis: row.id === ctx.actor.sessionId,
  }));
  return [...shown].sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

export type OwnAccount = {
  readonly displayName: string;
  readonly maskedMobile: string | null;
  readonly maskedEmail: string | null;
};

export async function ownAccount(ctx: Context<EnterpriseActor | StaffActor>): Promise<OwnAccount> {
  authorise(ctx.actor, 'account.own');
  const own = {
    where: { id: ctx.actor.id },
    select: { displayName: true, maskedMobile: true, maskedEmail: true },
  } as const;
  return ctx.actor.kind === 'staff'
    ? ctx.db.staffUser.findUniqueOrThrow(own)
    : ctx.db.enterpriseUser.findUniqueOrThrow(own);
}
