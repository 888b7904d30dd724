-- CreateTable
CREATE TABLE "legal_entity" (
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "normalised_name" TEXT NOT NULL,
    "type" TEXT,
    "legal_representative" TEXT,
    "registered_address" TEXT,
    "established_on" TEXT,
    "status" TEXT,
    "as_of" TEXT NOT NULL,
    "import_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legal_entity_pkey" PRIMARY KEY ("uscc")
);

-- CreateTable
CREATE TABLE "legal_entity_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "as_of" TEXT NOT NULL,
    "rows" JSONB,
    "errors" JSONB NOT NULL,
    "new_count" INTEGER NOT NULL,
    "changed_count" INTEGER NOT NULL,
    "same_count" INTEGER NOT NULL,
    "wrong_count" INTEGER NOT NULL,
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "legal_entity_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "legal_entity_normalised_name_idx" ON "legal_entity"("normalised_name");

-- CreateIndex
CREATE INDEX "legal_entity_import_created_at_idx" ON "legal_entity_import"("created_at");

-- AddForeignKey
ALTER TABLE "legal_entity" ADD CONSTRAINT "legal_entity_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "legal_entity_import"("id") ON DELETE SET NULL ON UPDATE CASCADE;
