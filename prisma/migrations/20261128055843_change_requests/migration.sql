-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('ADMINISTRATOR', 'ENTERPRISE_INFO', 'PASSWORD_RESET');

-- CreateEnum
CREATE TYPE "ChangeRequestStatus" AS ENUM ('DRAFT', 'RECEIVED', 'IN_CHECK', 'GRANTED', 'REFUSED', 'RETURNED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL,
    "status" "ChangeRequestStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 0,
    "kind" "ChangeKind" NOT NULL,
    "number" TEXT,
    "enterprise_id" UUID NOT NULL,
    "requested_by_id" UUID,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "before" JSONB NOT NULL DEFAULT '{}',
    "round" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request_paper" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "check_state" TEXT,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "change_request_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_field_change" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "request_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enterprise_field_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "change_request_number_key" ON "change_request"("number");

-- CreateIndex
CREATE INDEX "change_request_enterprise_id_created_at_idx" ON "change_request"("enterprise_id", "created_at");

-- CreateIndex
CREATE INDEX "change_request_status_submitted_at_idx" ON "change_request"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "change_request_paper_request_id_idx" ON "change_request_paper"("request_id");

-- CreateIndex
CREATE INDEX "enterprise_field_change_enterprise_id_field_at_idx" ON "enterprise_field_change"("enterprise_id", "field", "at");

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request_paper" ADD CONSTRAINT "change_request_paper_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "change_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_field_change" ADD CONSTRAINT "enterprise_field_change_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request of a kind for each enterprise; of resets one for each account.
CREATE UNIQUE INDEX change_request_one_open ON change_request (enterprise_id, kind, (CASE WHEN kind = 'PASSWORD_RESET' THEN fields ->> 'account' ELSE '' END)) WHERE status IN ('DRAFT', 'RECEIVED', 'IN_CHECK', 'RETURNED');
ALTER TABLE change_request ADD CONSTRAINT change_request_numbered CHECK (status IN ('DRAFT', 'WITHDRAWN') OR number IS NOT NULL);
ALTER TABLE change_request ADD CONSTRAINT change_request_taken CHECK (status <> 'IN_CHECK' OR taken_by_id IS NOT NULL);
CREATE TRIGGER enterprise_field_change_append_only BEFORE UPDATE OR DELETE ON enterprise_field_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
