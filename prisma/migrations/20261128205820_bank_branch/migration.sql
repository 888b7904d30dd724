-- CreateTable
CREATE TABLE "bank_branch" (
    "cnaps_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "import_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_branch_pkey" PRIMARY KEY ("cnaps_code")
);

-- CreateTable
CREATE TABLE "bank_branch_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "is_whole" BOOLEAN NOT NULL,
    "rows" JSONB,
    "errors" JSONB NOT NULL,
    "new_count" INTEGER NOT NULL,
    "changed_count" INTEGER NOT NULL,
    "same_count" INTEGER NOT NULL,
    "gone_count" INTEGER NOT NULL,
    "wrong_count" INTEGER NOT NULL,
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_branch_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bank_branch_import_created_at_idx" ON "bank_branch_import"("created_at");

-- AddForeignKey
ALTER TABLE "bank_branch" ADD CONSTRAINT "bank_branch_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "bank_branch_import"("id") ON DELETE SET NULL ON UPDATE CASCADE;
