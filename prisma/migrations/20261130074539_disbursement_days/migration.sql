-- AlterTable
ALTER TABLE "enterprise" ADD COLUMN     "frozen_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "disbursement_reminder" (
    "disbursement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disbursement_reminder_pkey" PRIMARY KEY ("disbursement_id","key")
);

-- CreateTable
CREATE TABLE "disbursement_pause" (
    "id" UUID NOT NULL,
    "disbursement_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disbursement_pause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disbursement_pause_disbursement_id_idx" ON "disbursement_pause"("disbursement_id");

-- AddForeignKey
ALTER TABLE "disbursement_reminder" ADD CONSTRAINT "disbursement_reminder_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement_pause" ADD CONSTRAINT "disbursement_pause_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Since when those are frozen that are frozen now stands in the log.
UPDATE "enterprise" e SET "frozen_since" = (
  SELECT max(a."at") FROM "audit_entry" a
  WHERE a."subject_kind" = 'enterprise' AND a."subject_id" = e."id"::text AND a."action" = 'enterprise.freeze'
) WHERE e."status" = 'FROZEN';
