import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { lastResetCheck, calleesOf, type Callee } from './reset-store';
import { RESET_QUESTIONS, type ResetQuestion } from './rules/reset-check';
import { namesOf, type RequestRow } from './store';

export type ResetRecord = {
  readonly by: string;
  readonly at: Date;
  readonly calleeName: string;
  readonly maskedNumber: string;
  readonly calledAt: Date;
  readonly spokenTo: string;
  readonly asked: readonly string[];
  readonly note: string | null;
};

/** What a 密码重置 has beside other requests. */
export type ResetView = {
  readonly callees: readonly Callee[];
  /** How it was checked last; after it was sent back, the record that was not enough. */
  readonly record: ResetRecord | null;
  readonly proposed: { readonly by: string; readonly mine: boolean } | null;
};

export async function resetView(ctx: Context<StaffActor>, row: RequestRow): Promise<ResetView | null> {
  if (row.kind !== 'PASSWORD_RESET') return null;
  const [callees, check] = await Promise.all([calleesOf(ctx.db, row.enterpriseId), lastResetCheck(ctx.db, row.id)]);
  const people = await namesOf(ctx.db, [row.proposedById, check?.byId ?? null]);
  return {
    callees,
    record: check && { ...check, by: people.get(check.byId) ?? '', asked: check.asked.map(wordsOf) },
    proposed: row.proposedById
      ? { by: people.get(row.proposedById) ?? '', mine: row.proposedById === ctx.actor.id }
      : null,
  };
}

const wordsOf = (key: string): string => RESET_QUESTIONS[key as ResetQuestion] ?? key;
