import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONEY_PLACE } from '@/lib/disbursement/rules/money';
import { DISBURSEMENT_STATUSES } from '@/lib/disbursement/rules/states';
import { bringTo, payByFile, settleAll } from '../../builders/disbursement';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { aClearedCase, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

// Everything here goes round the application, under its own role, in SQL.
let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
  const at = async (status: Parameters<typeof bringTo>[3]) =>
    bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, status);
  for (const status of ['AWAITING_RECEIPT', 'PAYABLE', 'PAID', 'CANCELLED', 'PAYMENT_FAILED'] as const)
    await at(status);
  const fileId = await payByFile(world.finance, [await at('PAYABLE')]);
  const bytes = new TextEncoder().encode('FK20990001-001,0000,1.00,PAID,,B1,2026-11-23\r\n');
  await takeResultFile(world.finance.checker, { paymentFileId: fileId, bytes });
  await settleAll(world.finance.checker, await payByFile(world.finance, [await at('PAYABLE')]), { outcome: 'PAID' });
});
afterAll(() => world.drop());

const ONE = (status: string) => `(SELECT id FROM disbursement WHERE status = '${status}' ORDER BY id LIMIT 1)`;
const POSTED = (place: string, fen: number, of: string) =>
  `INSERT INTO ledger_entry (posting_id, programme_id, year, disbursement_id, place, amount_fen, event, at)
   SELECT gen_random_uuid(), a.programme_id, a.programme_year, d.id, '${place}', ${fen}, 'by hand', now()
     FROM disbursement d JOIN application a ON a.id = d.application_id WHERE d.id = ${ONE(of)}`;
const LINE = (of: string, status: string) =>
  `INSERT INTO payment_line (id, line_number, payment_file_id, disbursement_id, receipt_id, position, amount_fen, holder, account_tail, remark, status)
   SELECT gen_random_uuid(), 'FK20260999-' || left(gen_random_uuid()::text, 3), f.id, d.id, gen_random_uuid(), 1, d.amount_fen, '某', '0000', '某', '${status}'
     FROM disbursement d, (SELECT id FROM payment_file LIMIT 1) f WHERE d.id = ${ONE(of)}`;

const REFUSED: readonly (readonly [what: string, sql: string, by: RegExp])[] = [
  [
    'a year whose money is written by hand',
    'UPDATE programme_year SET paid_fen = paid_fen + 1',
    /programme_year_by_ledger|ledger rows only/,
  ],
  ['a budget below what is bound', 'UPDATE programme_year SET budget_fen = 1', /programme_year_money/],
  ['a place below nought', POSTED('PAID', -900_000_000_00, 'PAID'), /programme_year_money/],
  ['a posting with one side', POSTED('RESERVED', 1, 'PAYABLE'), /add up to nought|ledger does not have/],
  ['a posting of nought', POSTED('FREE', 0, 'PAYABLE'), /ledger_entry_amount/],
  [
    'a ledger row that is changed',
    'UPDATE ledger_entry SET amount_fen = amount_fen * 2',
    /permission denied|never changed/,
  ],
  ['a ledger row that is deleted', 'DELETE FROM ledger_entry', /permission denied|never changed/],
  [
    'a status without its money',
    `UPDATE disbursement SET status = 'CANCELLED' WHERE id = ${ONE('PAYABLE')}`,
    /ledger does not have/,
  ],
  [
    'an amount without its money',
    `UPDATE disbursement SET amount_fen = amount_fen + 1 WHERE id = ${ONE('PAYABLE')}`,
    /ledger does not have/,
  ],
  ['an amount of nought', `UPDATE disbursement SET amount_fen = 0 WHERE id = ${ONE('PAYABLE')}`, /disbursement_amount/],
  [
    'paid with no line that the bank paid',
    `UPDATE disbursement SET status = 'PAID' WHERE id = ${ONE('PAYABLE')}`,
    /ledger does not have|say otherwise/,
  ],
  [
    'a second live payment of what is at the bank',
    LINE('PAYING', 'PENDING'),
    /payment_line_one_live|Unique constraint/,
  ],
  ['a second payment of what is paid', LINE('PAID', 'PAID'), /payment_line_one_live|Unique constraint/],
  ['a payment of what left its batch', LINE('CANCELLED', 'PAID'), /say otherwise/],
  [
    'a payment that failed and is paid by hand',
    `UPDATE payment_line SET status = 'PAID' WHERE status = 'FAILED'`,
    /say otherwise/,
  ],
  ['a line that says another amount', 'UPDATE payment_line SET amount_fen = amount_fen + 1', /never changed but/],
  ['a line that goes to another account', `UPDATE payment_line SET account_tail = '9999'`, /never changed but/],
  ['a line that is deleted', 'DELETE FROM payment_line', /never changed but|foreign key/],
  [
    'a file with other totals than its lines',
    'UPDATE payment_file SET total_fen = total_fen + 1',
    /other totals than its lines/,
  ],
  ['a cap that is overrun', 'UPDATE enterprise_year SET granted_fen = cap_fen + 1', /enterprise_year_cap/],
  ['a grant that sinks below what is paid', 'UPDATE enterprise_year SET granted_fen = 0', /reserved or paid already/],
  [
    'a person granted twice in a programme',
    `INSERT INTO granted_person (programme_id, person, application_id, talent_id, at)
     SELECT programme_id, person, gen_random_uuid(), gen_random_uuid(), now() FROM granted_person LIMIT 1`,
    /granted_person_pkey|Unique constraint/,
  ],
  [
    'a grant taken from who is being paid',
    `DELETE FROM granted_person WHERE application_id = (SELECT application_id FROM disbursement WHERE id = ${ONE('PAYING')})`,
    /not granted in its case/,
  ],
  [
    'a talent who is paid without a grant',
    `UPDATE disbursement_line SET talent_id = gen_random_uuid() WHERE disbursement_id = ${ONE('PAYABLE')}`,
    /not granted in its case/,
  ],
  [
    'a talent who falls away and leaves the sum',
    `UPDATE disbursement_line SET state = 'FALLEN_AWAY' WHERE disbursement_id = ${ONE('PAYABLE')}`,
    /are not its amount/,
  ],
  [
    'a second live disbursement of a case',
    `INSERT INTO disbursement (id, batch_id, application_id, enterprise_id, status, amount_fen, opened_at, last_act_at)
     SELECT gen_random_uuid(), batch_id, application_id, enterprise_id, 'AWAITING_PROOF', amount_fen, now(), now() FROM disbursement WHERE id = ${ONE('PAYABLE')}`,
    /disbursement_one_live|Unique constraint/,
  ],
  ['a batch released by its maker', 'UPDATE disbursement_batch SET released_by_id = maker_id', /batch_two_people/],
  ['a file confirmed by its maker', 'UPDATE payment_file SET confirmed_by_id = maker_id', /payment_file_two_people/],
  [
    'a batch closed over what is open',
    `UPDATE disbursement_batch SET status = 'CLOSED' WHERE id = (SELECT batch_id FROM disbursement WHERE id = ${ONE('PAYABLE')})`,
    /not come to its end/,
  ],
  [
    'an unmatched line closed without a word',
    'UPDATE unmatched_item SET closed_at = now()',
    /unmatched_item_explained/,
  ],
];

describe('the database itself refuses', () => {
  it.each(REFUSED)('%s', async (_what, sql, by) => {
    await expect(world.db.$executeRawUnsafe(sql)).rejects.toThrow(by);
  });
});

it('knows the same places of money as the rules', async () => {
  const rows = await world.db.$queryRaw<{ status: string; place: string }[]>`
    SELECT status::text AS status, money_place(status)::text AS place FROM unnest(enum_range(NULL::"DisbursementStatus")) AS status`;
  const words = { free: 'FREE', reserved: 'RESERVED', inPayment: 'IN_PAYMENT', paid: 'PAID', returned: 'RETURNED' };
  const ours = DISBURSEMENT_STATUSES.map((status) => [status, words[MONEY_PLACE[status]]]);
  expect(new Map(rows.map(({ status, place }) => [status, place]))).toEqual(new Map(ours as [string, string][]));
});
