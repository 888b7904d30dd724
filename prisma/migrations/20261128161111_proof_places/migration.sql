-- AlterTable
ALTER TABLE "review_comment" ADD COLUMN     "region" JSONB;

-- CreateTable
CREATE TABLE "proof_place" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "requirement_id" TEXT NOT NULL,
    "field_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "page" INTEGER NOT NULL,
    "x" DOUBLE PRECISION NOT NULL,
    "y" DOUBLE PRECISION NOT NULL,
    "width" DOUBLE PRECISION NOT NULL,
    "height" DOUBLE PRECISION NOT NULL,
    "application_id" UUID NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "marked_by_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proof_place_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proof_place_programme_id_requirement_id_field_id_marked_at_idx" ON "proof_place"("programme_id", "requirement_id", "field_id", "marked_at");

-- CreateIndex
CREATE UNIQUE INDEX "proof_place_programme_id_sha256_requirement_id_field_id_sub_key" ON "proof_place"("programme_id", "sha256", "requirement_id", "field_id", "subject");

-- CreateIndex
CREATE INDEX "attachment_file_id_idx" ON "attachment"("file_id");

-- A place lies on a page.
ALTER TABLE "proof_place" ADD CONSTRAINT "proof_place_on_page" CHECK (
  "page" >= 1 AND "x" >= 0 AND "y" >= 0 AND "width" > 0 AND "height" > 0 AND "x" + "width" <= 1.0001 AND "y" + "height" <= 1.0001
);
