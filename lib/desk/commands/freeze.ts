import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import { endPhoneLinks } from '@/lib/access/commands/end-phone-links';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { prolongReturned } from '@/lib/application/commands/prolong-returned';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { countPause } from '@/lib/disbursement/commands/count-pause';
import { ENTERPRISE } from '@/lib/enterprise/rules/states';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../store';

type Input = { readonly enterpriseId: string; readonly reason: string };
type Answer = Result<undefined, CommonRefusal>;

/**
 * 冻结企业: its people may sign in and read; nothing is submitted, printed, photographed or paid. Links that are open on
 * a phone end at once, since a phone asks nobody who the enterprise is.
 */
export async function freezeEnterprise(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  authorise(ctx.actor, 'enterprise.freeze');
  const row = await store.enterpriseById(ctx.db, input.enterpriseId);
  if (!row) return refuse({ code: 'not-found' });
  if (row.status === 'FROZEN') return refuse({ code: 'wrong-state', now: '已冻结' });
  return transact(ctx, async (tx) => {
    const frozen = await changeStatus(tx, ENTERPRISE, row, 'freeze', {
      set: { frozenSince: tx.now },
      detail: { reason: input.reason },
    });
    if (!frozen.ok) return frozen;
    const ended = await endPhoneLinks(tx, { enterpriseId: row.id }, '申报单位已冻结');
    return ended.ok ? ok() : ended;
  });
}

/** 解除冻结: everything goes on where it stood, and deadlines by the days lost. */
export async function unfreezeEnterprise(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  authorise(ctx.actor, 'enterprise.freeze');
  const row = await store.enterpriseById(ctx.db, input.enterpriseId);
  if (!row) return refuse({ code: 'not-found' });
  if (row.status !== 'FROZEN') return refuse({ code: 'wrong-state', now: '正常' });
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, ENTERPRISE, row, 'unfreeze', {
      set: { frozenSince: null },
      detail: { reason: input.reason },
    });
    if (!done.ok) return done;
    const [of, since] = [{ enterpriseId: row.id }, row.frozenSince ?? tx.now];
    await countPause(tx, of, since);
    await prolongReturned(tx, of, since);
    return ok();
  });
}
