/** How it stands with somebody's second factor. */
export type FactorStanding = 'bound' | 'unbound' | 'to-rebind';

export const FACTOR_WORDS: Readonly<
  Record<FactorStanding, { readonly word: string; readonly tone: 'green' | 'amber' | 'neutral' }>
> = {
  bound: { word: '已绑定', tone: 'green' },
  unbound: { word: '未绑定', tone: 'neutral' },
  'to-rebind': { word: '需重新绑定', tone: 'amber' },
};

/** Bound, never bound, or taken away so that another one is to be set up. */
export function factorStanding(account: {
  readonly factorSince: Date | null;
  readonly factorRemovedAt: Date | null;
}): FactorStanding {
  if (account.factorSince) return 'bound';
  return account.factorRemovedAt ? 'to-rebind' : 'unbound';
}
