-- AlterTable
ALTER TABLE "change_request" ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by_id" UUID;

-- CreateTable
CREATE TABLE "reset_check" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "callee" TEXT NOT NULL,
    "callee_name" TEXT NOT NULL,
    "masked_number" TEXT NOT NULL,
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "spoken_to" TEXT NOT NULL,
    "asked" TEXT[],
    "note" TEXT,

    CONSTRAINT "reset_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reset_check_request_id_at_idx" ON "reset_check"("request_id", "at");

-- AddForeignKey
ALTER TABLE "reset_check" ADD CONSTRAINT "reset_check_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "change_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A proposed request is an open one.
DROP INDEX change_request_one_open;
CREATE UNIQUE INDEX change_request_one_open ON change_request (enterprise_id, kind, (CASE WHEN kind = 'PASSWORD_RESET' THEN fields ->> 'account' ELSE '' END)) WHERE status IN ('DRAFT', 'RECEIVED', 'IN_CHECK', 'PROPOSED', 'RETURNED');

-- Whoever checked a reset never decides it, and none is granted without both. Resets granted before are as they were.
ALTER TABLE change_request ADD CONSTRAINT change_request_proposed CHECK (
  (proposed_by_id IS NULL) = (proposed_at IS NULL) AND (status <> 'PROPOSED' OR (proposed_by_id IS NOT NULL AND kind = 'PASSWORD_RESET')));
ALTER TABLE change_request ADD CONSTRAINT change_request_two_people CHECK (proposed_by_id IS NULL OR decided_by_id IS NULL OR decided_by_id <> proposed_by_id);
ALTER TABLE change_request ADD CONSTRAINT change_request_reset_granted CHECK (
  kind <> 'PASSWORD_RESET' OR status <> 'GRANTED' OR (proposed_by_id IS NOT NULL AND decided_by_id IS NOT NULL)) NOT VALID;

-- How it was checked is written first, by the same person, and never changed.
CREATE FUNCTION refuse_unchecked_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM reset_check WHERE request_id = NEW.id AND by_id = NEW.proposed_by_id AND at = NEW.proposed_at) THEN
    RAISE EXCEPTION 'a reset is proposed by whoever checked it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_request_checked BEFORE INSERT OR UPDATE ON change_request FOR EACH ROW WHEN (NEW.status = 'PROPOSED') EXECUTE FUNCTION refuse_unchecked_proposal();
CREATE TRIGGER reset_check_append_only BEFORE UPDATE OR DELETE ON reset_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
