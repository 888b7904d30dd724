import type { DbClient } from '@/lib/db/client';
import { formatNumber } from '@/lib/kernel/numbers';
import type { Act } from './acts';
import type { Books } from './books';

/** A line id that was never ours. */
export const UNKNOWN_LINE = 'FK20990001-001';

type FileIds = { id: string; number: string; sha256: string; count: number; totalFen: number };

/** Which row of the database a thing of the reference books is; things are numbered there in the order in which they came. */
export class Ids {
  readonly cases: string[] = [];
  readonly batches: string[] = [];
  readonly matters: string[] = [];
  readonly files: FileIds[] = [];
  readonly orders: { lineNumber: string; tail: string }[] = [];
  readonly items: string[] = [];
  readonly #talents = new Map<string, string>();
  readonly #seenItems = new Set<string>();
  #caseNumber = 0;

  nextCaseNumber(): string {
    this.#caseNumber += 1;
    return formatNumber('RC', 2026, this.#caseNumber);
  }

  approved(id: string, talents: readonly { person: number; talentId: string }[]): void {
    for (const { person, talentId } of talents) this.#talents.set(`${this.cases.length} ${person}`, talentId);
    this.cases.push(id);
  }

  talent(caseId: number, person: number): string {
    return this.#talents.get(`${caseId} ${person}`) ?? '00000000-0000-7000-8000-000000000000';
  }

  /** Finds the rows of what an act has just made. */
  async follow(db: DbClient, books: Books, act: Act): Promise<void> {
    if (act.kind === 'makeBatch' && this.batches.length < books.batches.length) {
      const row = await db.disbursementBatch.findFirstOrThrow({ orderBy: { id: 'desc' } });
      this.batches.push(row.id);
    }
    if (act.kind === 'releaseBatch' && this.matters.length < books.matters.length) {
      const rows = await db.disbursement.findMany({ where: { batchId: this.batches[act.batch] } });
      const of = new Map(rows.map((row) => [row.applicationId, row.id]));
      for (const { caseId } of books.matters.slice(this.matters.length)) {
        this.matters.push(of.get(this.cases[caseId] ?? '') ?? '');
      }
    }
    if (act.kind === 'makeFile' && this.files.length < books.files.length) await this.#followFile(db, books);
    if (act.kind === 'result' && this.items.length < books.items.length) await this.#followItems(db, books);
  }

  async #followFile(db: DbClient, books: Books): Promise<void> {
    const row = await db.paymentFile.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { lines: true } });
    this.files.push({
      id: row.id,
      number: row.number,
      sha256: row.sha256,
      count: row.lineCount,
      totalFen: Number(row.totalFen),
    });
    const of = new Map(row.lines.map((line) => [line.disbursementId, line]));
    for (const { matterId } of books.orders.slice(this.orders.length)) {
      const line = of.get(this.matters[matterId] ?? '');
      this.orders.push({ lineNumber: line?.lineNumber ?? '', tail: line?.accountTail ?? '' });
    }
  }

  /** Equal lines of the bank are interchangeable: whichever is left is taken. */
  async #followItems(db: DbClient, books: Books): Promise<void> {
    const wanted = books.items.slice(this.items.length);
    const result = await db.bankResult.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { items: true } });
    const rows = result.items.filter(({ id }) => !this.#seenItems.has(id));
    for (const item of wanted) {
      const lineNumber = item.orderId === null ? UNKNOWN_LINE : this.orders[item.orderId]?.lineNumber;
      const at = rows.findIndex((row) => {
        const said = row.said as { outcome?: string; bankReference?: string; reasonCode?: string } | null;
        const isSame = row.lineNumber === lineNumber && row.isDangerous === item.dangerous;
        const isWhy = row.reason.endsWith('-differs') === item.differs && (row.reason === 'paid-twice') === item.twice;
        const isTold = said?.outcome === item.outcome && said.reasonCode === item.code;
        return isSame && isWhy && isTold && said.bankReference === item.reference;
      });
      const [row] = at < 0 ? [] : rows.splice(at, 1);
      this.#seenItems.add(row?.id ?? '');
      this.items.push(row?.id ?? '');
    }
  }
}
