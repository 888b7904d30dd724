-- CreateEnum
CREATE TYPE "SnapshotKind" AS ENUM ('OPENING', 'DAILY', 'CHANGED', 'CLOSING');

-- CreateEnum
CREATE TYPE "ObjectionStatus" AS ENUM ('RECEIVED', 'HANDLING', 'UPHELD', 'DISMISSED', 'NOT_ACCEPTED');

-- CreateEnum
CREATE TYPE "ObjectionVia" AS ENUM ('ONLINE', 'LETTER', 'TELEPHONE', 'VISIT');

-- CreateEnum
CREATE TYPE "HoldScope" AS ENUM ('CASE', 'TALENT');

-- AlterTable
ALTER TABLE "notice_entry" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "public_notice" ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by_id" UUID,
ADD COLUMN     "withdraw_proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdraw_proposed_by_id" UUID,
ADD COLUMN     "withdraw_reason" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" UUID;

-- AlterTable
ALTER TABLE "talent" ADD COLUMN     "hold_reason" TEXT,
ADD COLUMN     "hold_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "notice_snapshot" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "SnapshotKind" NOT NULL,
    "day" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "notice_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "status" "ObjectionStatus" NOT NULL DEFAULT 'RECEIVED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "notice_id" UUID NOT NULL,
    "is_whole_list" BOOLEAN NOT NULL,
    "via" "ObjectionVia" NOT NULL,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "facts" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "accept_due_on" TEXT NOT NULL,
    "decide_due_on" TEXT,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "hold_scope" "HoldScope",
    "answer" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection_subject" (
    "objection_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "talent_id" UUID NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "objection_subject_pkey" PRIMARY KEY ("objection_id","entry_id")
);

-- CreateTable
CREATE TABLE "objection_paper" (
    "id" UUID NOT NULL,
    "objection_id" UUID NOT NULL,
    "statement_id" UUID,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objection_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection_note" (
    "id" UUID NOT NULL,
    "objection_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "objection_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection_statement" (
    "id" UUID NOT NULL,
    "objection_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "allegation" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" TEXT NOT NULL,
    "text" TEXT,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3),

    CONSTRAINT "objection_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clue" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "lines" INTEGER[],
    "facts" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seen_by_id" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "result" TEXT,

    CONSTRAINT "clue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_snapshot_notice_id_sequence_key" ON "notice_snapshot"("notice_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "objection_number_key" ON "objection"("number");

-- CreateIndex
CREATE INDEX "objection_status_received_at_idx" ON "objection"("status", "received_at");

-- CreateIndex
CREATE INDEX "objection_notice_id_idx" ON "objection"("notice_id");

-- CreateIndex
CREATE INDEX "objection_subject_application_id_idx" ON "objection_subject"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "objection_paper_file_id_key" ON "objection_paper"("file_id");

-- CreateIndex
CREATE INDEX "objection_paper_objection_id_idx" ON "objection_paper"("objection_id");

-- CreateIndex
CREATE INDEX "objection_note_objection_id_at_idx" ON "objection_note"("objection_id", "at");

-- CreateIndex
CREATE INDEX "objection_statement_enterprise_id_asked_at_idx" ON "objection_statement"("enterprise_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "objection_statement_objection_id_application_id_key" ON "objection_statement"("objection_id", "application_id");

-- CreateIndex
CREATE INDEX "clue_seen_at_at_idx" ON "clue"("seen_at", "at");

-- AddForeignKey
ALTER TABLE "notice_snapshot" ADD CONSTRAINT "notice_snapshot_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_subject" ADD CONSTRAINT "objection_subject_objection_id_fkey" FOREIGN KEY ("objection_id") REFERENCES "objection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_subject" ADD CONSTRAINT "objection_subject_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "notice_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_subject" ADD CONSTRAINT "objection_subject_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_paper" ADD CONSTRAINT "objection_paper_objection_id_fkey" FOREIGN KEY ("objection_id") REFERENCES "objection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_paper" ADD CONSTRAINT "objection_paper_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "objection_statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_paper" ADD CONSTRAINT "objection_paper_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_note" ADD CONSTRAINT "objection_note_objection_id_fkey" FOREIGN KEY ("objection_id") REFERENCES "objection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_statement" ADD CONSTRAINT "objection_statement_objection_id_fkey" FOREIGN KEY ("objection_id") REFERENCES "objection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_statement" ADD CONSTRAINT "objection_statement_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clue" ADD CONSTRAINT "clue_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What hung out is never changed, nor what was written down of a check.
CREATE TRIGGER notice_snapshot_append_only BEFORE UPDATE OR DELETE ON notice_snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER objection_note_append_only BEFORE UPDATE OR DELETE ON objection_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE UNIQUE INDEX notice_snapshot_one_daily ON notice_snapshot (notice_id, day) WHERE kind = 'DAILY';
CREATE UNIQUE INDEX notice_snapshot_one_opening ON notice_snapshot (notice_id, kind) WHERE kind IN ('OPENING', 'CLOSING');

-- Nobody holds both sides of a check. Notices published before are as they were.
ALTER TABLE public_notice ADD CONSTRAINT notice_published_by_two CHECK (
  published_by_id IS NULL OR (published_by_id <> made_by_id AND (proposed_by_id IS NULL OR published_by_id <> proposed_by_id))) NOT VALID;
ALTER TABLE public_notice ADD CONSTRAINT notice_withdrawn_by_two CHECK (withdrawn_by_id IS NULL OR withdrawn_by_id <> withdraw_proposed_by_id);
ALTER TABLE public_notice ADD CONSTRAINT notice_withdrawn CHECK (status <> 'WITHDRAWN' OR withdrawn_by_id IS NOT NULL) NOT VALID;
ALTER TABLE objection ADD CONSTRAINT objection_decided_by_two CHECK (
  status NOT IN ('UPHELD', 'DISMISSED') OR (taken_by_id IS NOT NULL AND decided_by_id IS NOT NULL AND decided_by_id <> taken_by_id));
