import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { bankRisks } from '@/lib/enterprise/bank-queries';
import {
  FAILURE_ACTIONS,
  PAYEE_ACTIONS,
  payeeChanges,
  payeeRisks,
  type PayeeChange,
  type PayeeEntry,
} from './rules/payee-changes';

type Payee = { readonly id: string; readonly bankAccountId: string | null; readonly contactId: string | null };

/** The changes of account and contact of each of these disbursements, oldest first. */
async function changesOf(db: Db, rows: readonly Payee[]): Promise<Map<string, PayeeChange[]>> {
  const entries = await db.auditEntry.findMany({
    where: {
      subjectKind: 'disbursement',
      subjectId: { in: rows.map(({ id }) => id) },
      action: { in: [...PAYEE_ACTIONS, ...FAILURE_ACTIONS] },
    },
    orderBy: { sequence: 'asc' },
    select: { id: true, at: true, actorLabel: true, action: true, subjectId: true, detail: true },
  });
  const byRow = new Map<string, PayeeEntry[]>();
  for (const { subjectId, actorLabel, detail, ...entry } of entries) {
    const { before } = (detail ?? {}) as Partial<Pick<PayeeEntry, 'before'>>;
    const list = byRow.get(subjectId) ?? [];
    list.push({ ...entry, by: actorLabel, before: before ?? null });
    byRow.set(subjectId, list);
  }
  return new Map(rows.map((row) => [row.id, payeeChanges(byRow.get(row.id) ?? [], row)]));
}

/** What finance should know of each payee before paying: the bank table, a changed account, one after a failure. */
export async function payeeRisksOf(db: Db, rows: readonly Payee[]): Promise<Map<string, string[]>> {
  const [changes, accounts] = await Promise.all([changesOf(db, rows), bankAccountsOf(db, rows)]);
  const ids = [...changes.values()].flat().flatMap(({ what, from }) => (what === 'account' && from ? [from] : []));
  const [before, bank] = await Promise.all([maskedNumbers(db, ids), bankRisks(db, [...accounts.values()])]);
  return new Map(
    rows.map(({ id, bankAccountId }) => {
      const account = bankAccountId ? accounts.get(bankAccountId) : undefined;
      const masked = (of: string) => before.get(of) ?? '';
      return [id, payeeRisks(account ? bank(account) : null, changes.get(id) ?? [], masked)];
    }),
  );
}

async function bankAccountsOf(db: Db, rows: readonly Payee[]) {
  const ids = rows.flatMap(({ bankAccountId }) => bankAccountId ?? []);
  const found = await db.bankAccount.findMany({
    where: { id: { in: ids } },
    select: { id: true, bankName: true, cnapsCode: true },
  });
  return new Map(found.map((row) => [row.id, row]));
}

async function maskedNumbers(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await db.bankAccount.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, maskedNumber: true },
  });
  return new Map(found.map(({ id, maskedNumber }) => [id, maskedNumber]));
}

export type PayeeChangeView = Omit<PayeeChange, 'from' | 'to'> & {
  /** Masked; null where nothing was chosen before. */
  readonly from: string | null;
  readonly to: string | null;
};

/** The changes of account and contact of one disbursement with their masked numbers, the newest first. */
export async function payeeHistory(
  ctx: Context<StaffActor>,
  row: Payee,
): Promise<{ readonly changes: PayeeChangeView[]; readonly risks: string[] }> {
  authorise(ctx.actor, 'disbursement.read');
  const changes = (await changesOf(ctx.db, [row])).get(row.id) ?? [];
  const idsOf = (kind: PayeeChange['what']) =>
    changes.filter(({ what }) => what === kind).flatMap(({ from, to }) => [from, to].filter((id) => id !== null));
  const [numbers, contacts, risks] = await Promise.all([
    maskedNumbers(ctx.db, idsOf('account')),
    ctx.db.contact.findMany({
      where: { id: { in: idsOf('contact') } },
      select: { id: true, name: true, maskedMobile: true },
    }),
    payeeRisksOf(ctx.db, [row]),
  ]);
  const people = new Map(contacts.map(({ id, name, maskedMobile }) => [id, `${name}　${maskedMobile}`]));
  const said = (what: PayeeChange['what'], id: string | null) =>
    id === null ? null : ((what === 'account' ? numbers : people).get(id) ?? '');
  return {
    changes: changes
      .map((change) => ({
        ...change,
        from: said(change.what, change.from),
        to: said(change.what, change.to),
      }))
      .reverse(),
    risks: risks.get(row.id) ?? [],
  };
}
