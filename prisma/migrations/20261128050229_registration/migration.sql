-- CreateEnum
CREATE TYPE "RegistrationStatus" AS ENUM ('STARTED', 'PROVEN', 'SUBMITTED', 'CODE_SENT', 'DONE', 'EXPIRED');

-- CreateEnum
CREATE TYPE "SupportTicketStatus" AS ENUM ('OPEN', 'ANSWERED');

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "status" "RegistrationStatus" NOT NULL DEFAULT 'STARTED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "provider" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "enterprise_name" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "proof_id" UUID NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL,
    "proof_good_until" TIMESTAMPTZ(3) NOT NULL,
    "certificate_not_after" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "from_register" JSONB NOT NULL DEFAULT '{}',
    "typed_until" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "phone_verified_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "enterprise_id" UUID,
    "looked_over_at" TIMESTAMPTZ(3),
    "looked_over_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_paper" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "check_state" TEXT,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_ticket" (
    "id" UUID NOT NULL,
    "status" "SupportTicketStatus" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 0,
    "error_number" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "subject_id" UUID,
    "company" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "masked_phone" TEXT NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_ticket_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "registration_browser_hash_idx" ON "registration"("browser_hash");

-- CreateIndex
CREATE INDEX "registration_status_done_at_idx" ON "registration"("status", "done_at");

-- CreateIndex
CREATE INDEX "registration_enterprise_id_idx" ON "registration"("enterprise_id");

-- CreateIndex
CREATE INDEX "registration_paper_registration_id_idx" ON "registration_paper"("registration_id");

-- CreateIndex
CREATE INDEX "support_ticket_status_created_at_idx" ON "support_ticket"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "support_ticket_error_number_about_key" ON "support_ticket"("error_number", "about");

-- AddForeignKey
ALTER TABLE "registration_paper" ADD CONSTRAINT "registration_paper_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open registration per key: the same key takes the same one up again, in whatever browser.
CREATE UNIQUE INDEX registration_one_open ON registration (key_id) WHERE status NOT IN ('DONE', 'EXPIRED');
CREATE UNIQUE INDEX registration_paper_one_current ON registration_paper (registration_id, kind) WHERE replaced_at IS NULL;
ALTER TABLE registration ADD CONSTRAINT registration_done CHECK ((status = 'DONE') = (enterprise_id IS NOT NULL));
