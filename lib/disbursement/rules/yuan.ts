import { formatYuan, parseYuan, type Fen } from '@/lib/kernel/fen';

/** An amount as files carry it: yuan, two decimals, no thousands: `180000.00`. */
export function yuanOf(fen: Fen): string {
  return formatYuan(fen).replaceAll(',', '');
}

/** Reads what a file says of an amount; null for what is no amount. */
export function fenOf(text: string): Fen | null {
  const read = parseYuan(text);
  return read.ok ? read.value : null;
}
