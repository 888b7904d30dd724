import 'server-only';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';
import { CHANGE_KIND_WORDS } from '@/lib/enterprise/rules/change-form';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import type { MessageFacts } from './rules/kinds';

type Told = {
  readonly facts: MessageFacts;
  readonly enterpriseId: string;
  readonly mobile: string | null;
  readonly email: string | null;
};

const NOTHING: MessageFacts = {
  programme: '',
  number: '',
  amountFen: null,
  deadline: null,
  reason: null,
  receiptNumber: null,
  account: null,
};

/** What is told about a request: to whoever asked, as far as bound; else to the administrator, else to a contact. */
export async function changeRequestFacts(ctx: Context, id: string): Promise<Told | null> {
  const row = await ctx.db.changeRequest.findUnique({ where: { id } });
  if (!row) return null;
  const { word } = CHANGE_STATUS[row.status];
  const facts = {
    ...NOTHING,
    programme: CHANGE_KIND_WORDS[row.kind],
    number: row.number ?? '',
    reason: row.answer ? `${word}：${row.answer}` : word,
  };
  return { facts, enterpriseId: row.enterpriseId, ...(await reachable(ctx, row.enterpriseId, row.requestedById)) };
}

/** What is told about an enterprise itself: frozen, or no longer. */
export async function enterpriseFacts(ctx: Context, id: string): Promise<Told | null> {
  return { facts: NOTHING, enterpriseId: id, ...(await reachable(ctx, id, null)) };
}

/** Where an enterprise is reached: this user as far as bound, else its administrator, else a contact. */
export async function reachable(
  ctx: Context,
  enterpriseId: string,
  userId: string | null,
): Promise<{ mobile: string | null; email: string | null }> {
  const admin = await ctx.db.enterpriseUser.findUnique({
    where: { enterpriseId_username: { enterpriseId, username: 'admin' } },
    select: { id: true },
  });
  const contact = await ctx.db.contact.findFirst({
    where: { enterpriseId, retiredAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  const places = [
    ...[userId, admin?.id].map((rowId) => ({ table: 'enterprise_user', rowId })),
    { table: 'contact', rowId: contact?.id },
  ];
  const first = async (column: 'mobile' | 'email') => {
    for (const { table, rowId } of places) {
      const value = rowId ? await openSealed(ctx, { table, column, rowId }) : null;
      if (value) return value;
    }
    return null;
  };
  return { mobile: await first('mobile'), email: await first('email') };
}
