-- AlterTable
ALTER TABLE "enterprise_field_change" ADD COLUMN     "normalised_before" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "former_name_until" TEXT;

-- CreateIndex
CREATE INDEX "enterprise_field_change_normalised_before_at_idx" ON "enterprise_field_change"("normalised_before", "at");

-- Names that changed before: the same comparison as normalise-name.ts, as far as PostgreSQL has it.
ALTER TABLE enterprise_field_change DISABLE TRIGGER enterprise_field_change_append_only;
UPDATE enterprise_field_change SET normalised_before = translate(
    regexp_replace(normalize(upper(normalize("before", NFKC)), NFKC), '[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]', '', 'g'),
    '[{<〔【〖《〈「『﹝]}>〕】〗》〉」』﹞・•‧∙⋅',
    '((((((((((()))))))))))·····')
  WHERE field = 'name';
ALTER TABLE enterprise_field_change ENABLE TRIGGER enterprise_field_change_append_only;
