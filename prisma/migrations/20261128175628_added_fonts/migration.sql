-- AlterTable
ALTER TABLE "receipt" ADD COLUMN     "fallback_fonts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "paper_font" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "characters" INTEGER NOT NULL,
    "brought" TEXT[],
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_font_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "missing_character" (
    "disbursement_id" UUID NOT NULL,
    "character" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "missing_character_pkey" PRIMARY KEY ("disbursement_id","character")
);

-- CreateIndex
CREATE UNIQUE INDEX "paper_font_sha256_key" ON "paper_font"("sha256");

-- CreateIndex
CREATE INDEX "missing_character_resolved_at_idx" ON "missing_character"("resolved_at");

-- AddForeignKey
ALTER TABLE "missing_character" ADD CONSTRAINT "missing_character_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
