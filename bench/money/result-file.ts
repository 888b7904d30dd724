import { resultBytes, resultText, type SaidLine } from '@/lib/disbursement/rules/bank-result-sample';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Said } from './acts';
import type { Books } from './books';
import { UNKNOWN_LINE, type Ids } from './ids';
import type { Bank } from './lies';

/** The bank's file in bytes, as the bank of that layout writes it: one row per thing said. */
export function writeResult(ids: Ids, books: Books, said: readonly Said[], on: ShanghaiDay, bank: Bank): Uint8Array {
  const lines = said.map((one): SaidLine => {
    const order = ids.orders[one.order];
    const tail = order?.tail ?? '0000';
    const wrong = tail === '0001' ? '0002' : '0001';
    return {
      lineNumber: order?.lineNumber ?? UNKNOWN_LINE,
      accountTail: one.tailOff ? wrong : tail,
      amountFen: (books.orders[one.order]?.fen ?? 1) + one.fenOff,
      ...{ outcome: one.outcome, reasonCode: one.code, bankReference: one.reference, on },
    };
  });
  return resultBytes(resultText(lines, bank.layout, bank.fileNumber), bank.layout);
}
