-- CreateTable
CREATE TABLE "issued_paper" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL,
    "model_sha256" TEXT NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "pdf_key" TEXT NOT NULL,
    "pdf_sha256" TEXT NOT NULL,
    "pdf_bytes" INTEGER NOT NULL,
    "page_codes" TEXT[],
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "issued_paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "issued_paper_subject_kind_subject_id_idx" ON "issued_paper"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "issued_paper_number_version_number_key" ON "issued_paper"("number", "version_number");

-- One version of a paper stands at a time, and what was printed is never changed: only voided, once, with a reason.
CREATE UNIQUE INDEX issued_paper_one_current ON issued_paper (subject_kind, subject_id, kind) WHERE voided_at IS NULL;
ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_subject CHECK (subject_kind IN ('registration', 'changeRequest'));
ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_void CHECK ((voided_at IS NULL) = (void_reason IS NULL));
CREATE FUNCTION refuse_paper_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided_at IS NOT NULL
    OR to_jsonb(NEW) - 'voided_at' - 'void_reason' IS DISTINCT FROM to_jsonb(OLD) - 'voided_at' - 'void_reason' THEN
    RAISE EXCEPTION 'an issued paper is only ever voided' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issued_paper_only_voided BEFORE UPDATE ON issued_paper FOR EACH ROW EXECUTE FUNCTION refuse_paper_change();
CREATE TRIGGER issued_paper_never_deleted BEFORE DELETE ON issued_paper FOR EACH ROW EXECUTE FUNCTION refuse_change();
