-- CreateTable
CREATE TABLE "talent_import" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "applied_revision" INTEGER,
    "added_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "updated_count" INTEGER NOT NULL DEFAULT 0,
    "left_count" INTEGER NOT NULL DEFAULT 0,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "talent_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "talent_import_application_id_created_at_idx" ON "talent_import"("application_id", "created_at");

-- AddForeignKey
ALTER TABLE "talent_import" ADD CONSTRAINT "talent_import_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
