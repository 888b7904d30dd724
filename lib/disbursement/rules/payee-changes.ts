import { formatDayTime } from '@/lib/kernel/shanghai-day';

/** What the log has of one act: who stood on the disbursement before it, where it was one that changes that. */
export type PayeeEntry = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly before: { readonly bankAccountId?: string | null; readonly contactId?: string | null } | null;
};

export type PayeeChange = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly what: 'account' | 'contact';
  /** Ids; null where nothing was chosen before. */
  readonly from: string | null;
  readonly to: string | null;
  /** The bank had not made a payment before it. */
  readonly afterFailure: boolean;
};

/** Acts after which another account or contact may stand there. */
export const PAYEE_ACTIONS = ['disbursement.choose', 'disbursement.adjust', 'disbursement.mendAccount'] as const;
export const FAILURE_ACTIONS = ['disbursement.bankFailed', 'disbursement.bankReturned'] as const;

/**
 * The changes of account and contact out of the log, oldest first. An entry says what stood there before; what stood
 * there after it is what the next one found, or what stands there now.
 */
export function payeeChanges(
  entries: readonly PayeeEntry[],
  now: { readonly bankAccountId: string | null; readonly contactId: string | null },
): PayeeChange[] {
  return [
    ...changesOf('account', 'bankAccountId', entries, now),
    ...changesOf('contact', 'contactId', entries, now),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function changesOf(
  what: PayeeChange['what'],
  field: 'bankAccountId' | 'contactId',
  entries: readonly PayeeEntry[],
  now: Readonly<Record<'bankAccountId' | 'contactId', string | null>>,
): PayeeChange[] {
  const acts = entries.filter(({ before }) => before && field in before);
  return acts.flatMap((act, index) => {
    const { id, at, by, before } = act;
    const from = before?.[field] ?? null;
    const next = acts[index + 1];
    const to = next ? (next.before?.[field] ?? null) : now[field];
    // By their place in the log: two acts of one moment have the same time.
    const afterFailure = from !== null && entries.slice(0, entries.indexOf(act)).some(isFailure);
    return from === to ? [] : [{ id, at, by, what, from, to, afterFailure }];
  });
}

const isFailure = ({ action }: PayeeEntry) => (FAILURE_ACTIONS as readonly string[]).includes(action);

/** What finance should know of the account before it is paid to, in words; nothing of a first choice. */
export function payeeRisks(
  bankRisk: string | null,
  changes: readonly PayeeChange[],
  maskedOf: (accountId: string) => string,
): string[] {
  const last = changes.filter(({ what, from }) => what === 'account' && from !== null).at(-1);
  const changed = last && `${formatDayTime(last.at)} ${last.by} 更换了账户，原 ${maskedOf(last.from ?? '')}`;
  return [
    ...(bankRisk ? [bankRisk] : []),
    ...(changed ? [changed] : []),
    ...(last?.afterFailure ? ['付款未成功后更换的账户'] : []),
  ];
}
