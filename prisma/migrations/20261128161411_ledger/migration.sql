-- CreateEnum
CREATE TYPE "LedgerPlace" AS ENUM ('BUDGET', 'FREE', 'RESERVED', 'IN_PAYMENT', 'PAID', 'RETURNED');

-- AlterTable
ALTER TABLE "disbursement" ADD COLUMN     "hold_by_id" UUID,
ADD COLUMN     "hold_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "disbursement_line" ADD COLUMN     "person" TEXT;

-- AlterTable
ALTER TABLE "payment_file" ADD COLUMN     "layout" TEXT NOT NULL DEFAULT 'FK1';

-- AlterTable
ALTER TABLE "programme_year" ADD COLUMN     "returned_fen" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "unmatched_item" (
    "id" UUID NOT NULL,
    "bank_result_id" UUID NOT NULL,
    "disbursement_id" UUID,
    "line" INTEGER NOT NULL,
    "line_number" TEXT,
    "reason" TEXT NOT NULL,
    "complaint" TEXT,
    "text" TEXT NOT NULL,
    "said" JSONB,
    "is_dangerous" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT,
    "explanation" TEXT,
    "owner_id" UUID,
    "explained_at" TIMESTAMPTZ(3),
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "unmatched_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "posting_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "disbursement_id" UUID,
    "place" "LedgerPlace" NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unmatched_item_bank_result_id_idx" ON "unmatched_item"("bank_result_id");

-- CreateIndex
CREATE INDEX "unmatched_item_closed_at_idx" ON "unmatched_item"("closed_at");

-- CreateIndex
CREATE INDEX "unmatched_item_disbursement_id_idx" ON "unmatched_item"("disbursement_id");

-- CreateIndex
CREATE INDEX "ledger_entry_disbursement_id_idx" ON "ledger_entry"("disbursement_id");

-- CreateIndex
CREATE INDEX "ledger_entry_posting_id_idx" ON "ledger_entry"("posting_id");

-- CreateIndex
CREATE INDEX "ledger_entry_programme_id_year_id_idx" ON "ledger_entry"("programme_id", "year", "id");

-- AddForeignKey
ALTER TABLE "unmatched_item" ADD CONSTRAINT "unmatched_item_bank_result_id_fkey" FOREIGN KEY ("bank_result_id") REFERENCES "bank_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unmatched_item" ADD CONSTRAINT "unmatched_item_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_programme_id_year_fkey" FOREIGN KEY ("programme_id", "year") REFERENCES "programme_year"("programme_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What did not match so far stays to be explained; the list stood in the result's own row before.
INSERT INTO unmatched_item (id, bank_result_id, disbursement_id, line, line_number, reason, complaint, text, is_dangerous, opened_at)
SELECT gen_random_uuid(), r.id, l.disbursement_id, (u.item->>'line')::int, u.item->>'lineNumber', u.item->>'reason', u.item->>'complaint',
       u.item->>'text', u.item->>'reason' IN ('withdrawn', 'contradicts-settled', 'paid-twice'), r.imported_at
FROM bank_result r CROSS JOIN LATERAL jsonb_array_elements(r.unmatched) AS u(item)
LEFT JOIN payment_line l ON l.line_number = u.item->>'lineNumber';
ALTER TABLE bank_result DROP COLUMN unmatched;
