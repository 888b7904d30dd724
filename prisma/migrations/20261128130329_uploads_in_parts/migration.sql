-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "replaced_by_id" UUID;

-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "page_count" INTEGER,
ADD COLUMN     "thumb_key" TEXT;

-- CreateTable
CREATE TABLE "upload_in_parts" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "place" JSONB NOT NULL,
    "name" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "received_bytes" INTEGER NOT NULL DEFAULT 0,
    "fingerprint" TEXT NOT NULL,
    "part_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_in_parts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "upload_in_parts_subject_id_idx" ON "upload_in_parts"("subject_id");

-- CreateIndex
CREATE INDEX "upload_in_parts_uploaded_by_idx" ON "upload_in_parts"("uploaded_by");

-- CreateIndex
CREATE INDEX "upload_in_parts_expires_at_idx" ON "upload_in_parts"("expires_at");
