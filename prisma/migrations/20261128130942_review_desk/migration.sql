-- CreateEnum
CREATE TYPE "OpinionStatus" AS ENUM ('ASKED', 'ANSWERED', 'WITHDRAWN', 'CLOSED');

-- CreateEnum
CREATE TYPE "OpinionVerdict" AS ENUM ('AGREE', 'DISAGREE', 'REMARK');

-- CreateEnum
CREATE TYPE "ReasonPurpose" AS ENUM ('RETURN', 'REFUSE');

-- AlterEnum
ALTER TYPE "ReviewOutcome" ADD VALUE 'HANDED_OVER';

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "check_tone" TEXT,
ADD COLUMN     "scale" TEXT;

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_handover" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "submission_number" INTEGER NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_opinion" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "submission_number" INTEGER NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_of_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "status" "OpinionStatus" NOT NULL DEFAULT 'ASKED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "OpinionVerdict",
    "answer" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_reason" (
    "id" UUID NOT NULL,
    "programme_id" UUID,
    "purpose" "ReasonPurpose" NOT NULL,
    "text" TEXT NOT NULL,
    "clause" TEXT,
    "position" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_reason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reason_use" (
    "id" UUID NOT NULL,
    "reason_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "clause" TEXT,

    CONSTRAINT "reason_use_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_staff_id_stage_name_key" ON "saved_view"("staff_id", "stage", "name");

-- CreateIndex
CREATE INDEX "case_handover_application_id_idx" ON "case_handover"("application_id");

-- CreateIndex
CREATE INDEX "case_handover_to_id_taken_at_idx" ON "case_handover"("to_id", "taken_at");

-- CreateIndex
CREATE INDEX "case_opinion_application_id_idx" ON "case_opinion"("application_id");

-- CreateIndex
CREATE INDEX "case_opinion_asked_of_id_status_idx" ON "case_opinion"("asked_of_id", "status");

-- CreateIndex
CREATE INDEX "review_reason_purpose_position_idx" ON "review_reason"("purpose", "position");

-- CreateIndex
CREATE INDEX "reason_use_reason_id_idx" ON "reason_use"("reason_id");

-- AddForeignKey
ALTER TABLE "case_handover" ADD CONSTRAINT "case_handover_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_opinion" ADD CONSTRAINT "case_opinion_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_reason" ADD CONSTRAINT "review_reason_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reason_use" ADD CONSTRAINT "reason_use_reason_id_fkey" FOREIGN KEY ("reason_id") REFERENCES "review_reason"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reason_use" ADD CONSTRAINT "reason_use_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever decided any version of a case at the first stage is never final for it, whatever writes the row.
CREATE FUNCTION refuse_first_as_final() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  people uuid[] := ARRAY[NEW.final_reviewer_id, CASE WHEN NEW.status = 'FINAL_REVIEW' THEN NEW.claimed_by_id END];
BEGIN
  IF EXISTS (SELECT FROM review r WHERE r.application_id = NEW.id AND r.stage = 'FIRST' AND r.reviewer_id = ANY (people)
      AND r.outcome::text IN ('PASSED', 'RETURNED', 'PROPOSED_REJECTION'))
    OR EXISTS (SELECT FROM talent_decision d WHERE d.application_id = NEW.id AND d.stage = 'FIRST' AND d.reviewer_id = ANY (people)) THEN
    RAISE EXCEPTION 'who decided at the first stage is never final' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER application_never_first_and_final BEFORE UPDATE ON application FOR EACH ROW
  WHEN ((NEW.final_reviewer_id IS NOT NULL AND NEW.final_reviewer_id IS DISTINCT FROM OLD.final_reviewer_id)
    OR (NEW.status = 'FINAL_REVIEW' AND (NEW.claimed_by_id IS DISTINCT FROM OLD.claimed_by_id OR NEW.status <> OLD.status)))
  EXECUTE FUNCTION refuse_first_as_final();

ALTER TABLE application ADD CONSTRAINT application_check_tone CHECK (check_tone IN ('green', 'amber', 'red'));

-- A question is answered once and by whom it was put to; nobody is asked twice at the same time, nobody asks himself.
ALTER TABLE case_opinion ADD CONSTRAINT case_opinion_two_people CHECK (asked_by_id <> asked_of_id);
ALTER TABLE case_opinion ADD CONSTRAINT case_opinion_answered CHECK (
  (status = 'ANSWERED') = (verdict IS NOT NULL) AND (status = 'ASKED') = (ended_at IS NULL));
CREATE UNIQUE INDEX case_opinion_one_open ON case_opinion (application_id, asked_of_id) WHERE status = 'ASKED';
ALTER TABLE case_handover ADD CONSTRAINT case_handover_two_people CHECK (from_id <> to_id);

CREATE UNIQUE INDEX saved_view_one_default ON saved_view (staff_id, stage) WHERE is_default;
