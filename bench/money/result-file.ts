import { yuanOf } from '@/lib/disbursement/rules/yuan';
import type { Said } from './acts';
import type { Books } from './books';
import { UNKNOWN_LINE, type Ids } from './ids';

/** The bank's file in bytes, as a bank writes it: one row per thing said. */
export function writeResult(ids: Ids, books: Books, said: readonly Said[], day: string): Uint8Array {
  const rows = said.map((one) => {
    const order = ids.orders[one.order];
    const fen = (books.orders[one.order]?.fen ?? 1) + one.fenOff;
    const tail = order?.tail ?? '0000';
    const wrong = tail === '0001' ? '0002' : '0001';
    const cells = [order?.lineNumber ?? UNKNOWN_LINE, one.tailOff ? wrong : tail, yuanOf(fen), one.outcome];
    return [...cells, one.code, one.reference, day].join(',');
  });
  const titles = '明细编号,账号后四位,金额,结果,原因代码,银行流水号,日期';
  return new TextEncoder().encode(`${titles}\r\n${rows.join('\r\n')}\r\n`);
}
