import { normaliseEnterpriseName } from './normalise-name';

/** How an account's 联行号 stands to the bank table: there, not there, or there under another name. */
export type BankStanding = 'known' | 'unknown' | 'other-name';

export function bankStanding(bankName: string, branch: { readonly name: string } | null): BankStanding {
  if (!branch) return 'unknown';
  return normaliseEnterpriseName(branch.name) === normaliseEnterpriseName(bankName) ? 'known' : 'other-name';
}

/** The words of it that finance reads; null where there is nothing to say. */
export function bankRisk(bankName: string, branch: { readonly name: string } | null): string | null {
  switch (bankStanding(bankName, branch)) {
    case 'known':
      return null;
    case 'unknown':
      return '联行号不在银行表中';
    case 'other-name':
      return `开户行与银行表不一致：表中为“${branch?.name ?? ''}”`;
  }
}
