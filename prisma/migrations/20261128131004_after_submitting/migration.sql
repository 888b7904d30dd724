-- CreateEnum
CREATE TYPE "CaseSide" AS ENUM ('ENTERPRISE', 'STAFF');

-- CreateEnum
CREATE TYPE "ExtensionStatus" AS ENUM ('ASKED', 'GRANTED', 'REFUSED');

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "appeal_reason" TEXT,
ADD COLUMN     "appealed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "case_message" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "side" "CaseSide" NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_role" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_message_read" (
    "application_id" UUID NOT NULL,
    "side" "CaseSide" NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_message_read_pkey" PRIMARY KEY ("application_id","side")
);

-- CreateTable
CREATE TABLE "extension_request" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "status" "ExtensionStatus" NOT NULL DEFAULT 'ASKED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "deadline" TEXT,

    CONSTRAINT "extension_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_reminder" (
    "application_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_reminder_pkey" PRIMARY KEY ("application_id","key")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "submission_number" INTEGER NOT NULL,
    "model" JSONB NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "pdf_key" TEXT,
    "pdf_sha256" TEXT,
    "pdf_bytes" INTEGER,
    "pages" INTEGER,
    "page_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_message_application_id_created_at_idx" ON "case_message"("application_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "case_message_application_id_key_key" ON "case_message"("application_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "extension_request_application_id_key" ON "extension_request"("application_id");

-- CreateIndex
CREATE INDEX "extension_request_status_asked_at_idx" ON "extension_request"("status", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "letter_number_key" ON "letter"("number");

-- CreateIndex
CREATE UNIQUE INDEX "letter_event_id_key" ON "letter"("event_id");

-- CreateIndex
CREATE INDEX "letter_application_id_issued_at_idx" ON "letter"("application_id", "issued_at");

-- AddForeignKey
ALTER TABLE "case_message" ADD CONSTRAINT "case_message_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_message_read" ADD CONSTRAINT "case_message_read_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_reminder" ADD CONSTRAINT "case_reminder_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A letter is kept as issued: what was drawn once is never drawn over, and none is taken away.
CREATE FUNCTION keep_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.pdf_key IS NOT NULL OR NEW.number <> OLD.number OR NEW.model <> OLD.model THEN
    RAISE EXCEPTION 'a letter is kept as issued' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_kept BEFORE UPDATE OR DELETE ON letter FOR EACH ROW EXECUTE FUNCTION keep_letter();

CREATE TRIGGER case_message_append_only BEFORE UPDATE OR DELETE ON case_message FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE case_message ADD CONSTRAINT case_message_text CHECK (char_length(text) BETWEEN 1 AND 1000);

ALTER TABLE extension_request ADD CONSTRAINT extension_reason CHECK (char_length(reason) BETWEEN 10 AND 500);
ALTER TABLE extension_request ADD CONSTRAINT extension_decided CHECK (
  (status = 'ASKED' AND decided_at IS NULL) OR
  (status = 'GRANTED' AND decided_by_id IS NOT NULL AND decided_at IS NOT NULL AND deadline IS NOT NULL) OR
  (status = 'REFUSED' AND decided_by_id IS NOT NULL AND decided_at IS NOT NULL AND answer IS NOT NULL));
ALTER TABLE application ADD CONSTRAINT application_appeal CHECK ((appealed_at IS NULL) = (appeal_reason IS NULL));
