import { parseUscc } from '@/lib/kernel/uscc';
import { normaliseEnterpriseName } from './normalise-name';

/** 登记状态 as registries word them. Whoever is struck off can no longer prove who it is. */
export const STRUCK_OFF_WORDS = ['注销', '吊销', '撤销', '迁出', '责令关闭'] as const;
export const LIVE_WORDS = ['存续', '在业', '开业', '正常', '迁入'] as const;

export function isStruckOff(status: string | null | undefined): boolean {
  return STRUCK_OFF_WORDS.some((word) => (status ?? '').includes(word));
}

type Entry = { readonly uscc: string; readonly name: string; readonly status?: string | null };

/** Why an entry of the register is not the enterprise that proved itself; null when it is. */
export function differenceFrom(
  entry: Entry | null,
  given: { readonly uscc: string; readonly name: string },
): 'unknown-uscc' | 'other-name' | 'struck-off' | null {
  const uscc = parseUscc(given.uscc);
  if (!entry || !uscc.ok || entry.uscc !== uscc.value) return 'unknown-uscc';
  if (normaliseEnterpriseName(entry.name) !== normaliseEnterpriseName(given.name)) return 'other-name';
  return isStruckOff(entry.status) ? 'struck-off' : null;
}
