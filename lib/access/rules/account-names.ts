import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { parseUscc, type Uscc } from '@/lib/kernel/uscc';

const INVISIBLE = /[\s\p{Cc}\p{Cf}]/gu;

/** The form in which user names are kept and compared. */
export function normaliseUsername(username: string): string {
  return username.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
}

export type EnterpriseKey = { readonly uscc: Uscc } | { readonly normalisedName: string };

/** What was typed as 企业名称 is a USCC when its check character says so, and a name otherwise. */
export function readEnterpriseKey(text: string): EnterpriseKey {
  const uscc = parseUscc(text);
  return uscc.ok ? { uscc: uscc.value } : { normalisedName: normaliseEnterpriseName(text) };
}
