import { parseUscc, type Uscc } from '@/lib/kernel/uscc';

const INVISIBLE = /[\s\p{Cc}\p{Cf}]/gu;

/**
 * The one form in which names of enterprises are compared: full width letters, digits and brackets made half width,
 * no white space. 苏州示例（中国）有限公司 and 苏州示例(中国) 有限公司 are the same enterprise.
 */
export function normaliseEnterpriseName(name: string): string {
  return name.normalize('NFKC').replace(INVISIBLE, '').toUpperCase();
}

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
