import { done } from '@/__tests__/builders/disbursement';
import { Ids } from './ids';
import type { BankWorld } from './lying-bank';
import { movePaper, print } from './papers';
import type { Stage } from './people';
import { carryOut } from './product';
import { emptyBooks } from './pure-run';

/** The people of a stage on its first day, for the bank that lies. */
export function bankWorldOf(stage: Stage): BankWorld {
  const at = { day: 0, db: stage.world.db };
  const ids = new Ids();
  const books = emptyBooks();
  let person = 1_000_000;
  return {
    banks: stage.layouts,
    finance: {
      clerk: stage.clerk(0, at),
      ...{ maker: stage.staff('maker', at), checker: stage.staff('checker', at), final: stage.staff('final', at) },
    },
    papers: {
      print: async (clerk, id) => void done('print', await print(clerk, id)),
      submit: async (clerk, id) => void done('submit', await movePaper(clerk, id, 'submit')),
      accept: async (maker, id) => void done('accept', await movePaper(maker, id, 'accept')),
    },
    async clearedCase() {
      const talents = [100_000_00, 50_000_00].map((fen) => ({ person: (person += 1), fen }));
      const answer = await carryOut(stage, ids, books, { kind: 'approve', enterprise: 0, talents }, at);
      if (!answer.ok) throw new Error('the case was not approved');
      return ids.cases.at(-1) ?? '';
    },
  };
}
