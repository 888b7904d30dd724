-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ApplicationStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'FIRST_REVIEW', 'RETURNED', 'AWAITING_FINAL', 'FINAL_REVIEW', 'APPROVED', 'REJECTED', 'IN_NOTICE', 'CLEARED', 'DISBURSING', 'COMPLETED', 'CLOSED_UNPAID', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "ReviewStage" AS ENUM ('FIRST', 'FINAL');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('PASSED', 'RETURNED', 'PROPOSED_REJECTION', 'SENT_BACK', 'APPROVED', 'REJECTED', 'RELEASED', 'LAPSED');

-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'ENDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('MAIL', 'SMS');

-- CreateEnum
CREATE TYPE "MessageStatus" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('PENDING', 'CLEAN', 'INFECTED');

-- CreateEnum
CREATE TYPE "BatchStatus" AS ENUM ('DRAFT', 'RELEASED', 'CLOSED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "DisbursementStatus" AS ENUM ('AWAITING_PROOF', 'AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT', 'RECEIPT_REVIEW', 'PAYABLE', 'PAYING', 'PAID', 'PAYMENT_FAILED', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY');

-- CreateEnum
CREATE TYPE "ReceiptStatus" AS ENUM ('ISSUED', 'VOIDED', 'SUBMITTED', 'ACCEPTED', 'RETURNED');

-- CreateEnum
CREATE TYPE "CaptureStatus" AS ENUM ('WAITING', 'OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED', 'SUBMITTED', 'EXPIRED', 'CANCELLED', 'VOIDED');

-- CreateEnum
CREATE TYPE "PaymentFileStatus" AS ENUM ('DRAFT', 'CONFIRMED', 'RECONCILED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PaymentLineStatus" AS ENUM ('PENDING', 'PAID', 'FAILED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "EnterpriseStatus" AS ENUM ('ACTIVE', 'FROZEN');

-- CreateEnum
CREATE TYPE "EnterpriseRole" AS ENUM ('ADMIN', 'SUPER', 'HANDLER');

-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('ACTIVE', 'DISABLED');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('WINDOW', 'FIRST_REVIEWER', 'FINAL_REVIEWER', 'NOTICE_CLERK', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR');

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('ENTERPRISE', 'STAFF');

-- CreateEnum
CREATE TYPE "ProgrammeVersionStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "enterprise_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "programme_version_id" UUID NOT NULL,
    "programme_year" INTEGER NOT NULL,
    "status" "ApplicationStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "answers" JSONB NOT NULL,
    "accepted_notice" JSONB,
    "contact_id" UUID,
    "submission_count" INTEGER NOT NULL DEFAULT 0,
    "claimed_this_version" BOOLEAN NOT NULL DEFAULT false,
    "first_submitted_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "return_deadline" TEXT,
    "returned_stage" "ReviewStage",
    "reserved_for_id" UUID,
    "first_reviewer_id" UUID,
    "final_reviewer_id" UUID,
    "proposed_rejection" BOOLEAN NOT NULL DEFAULT false,
    "claimed_by_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "claim_seen_at" TIMESTAMPTZ(3),
    "expected_fen" BIGINT NOT NULL DEFAULT 0,
    "approved_fen" BIGINT,
    "award_lines" JSONB,
    "decision_reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "hold_reason" TEXT,
    "hold_since" TIMESTAMPTZ(3),
    "search_grams" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "discarded_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "id_type" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "amount_fen" BIGINT NOT NULL DEFAULT 0,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "talent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "talent_id" UUID,
    "requirement_id" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "submission_number" INTEGER NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "ReviewOutcome",
    "note" TEXT,
    "looked" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talent_decision" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "talent_id" UUID NOT NULL,
    "submission_number" INTEGER NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "supported" BOOLEAN NOT NULL,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "talent_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "submission_number" INTEGER NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_notice" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" "NoticeStatus" NOT NULL DEFAULT 'DRAFT',
    "starts_on" TEXT,
    "ends_on" TEXT,
    "estimated" BOOLEAN NOT NULL DEFAULT false,
    "made_by_id" UUID NOT NULL,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_entry" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "talent_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "enterprise_name" TEXT NOT NULL,
    "shown_name" TEXT NOT NULL,
    "category_label" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "notice_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_value" (
    "table_name" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "envelope" TEXT NOT NULL,
    "blind_index" TEXT NOT NULL,
    "masked" TEXT NOT NULL,

    CONSTRAINT "sealed_value_pkey" PRIMARY KEY ("table_name","row_id","column_name")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_label" TEXT NOT NULL,
    "address" TEXT,
    "action" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,
    "detail" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "status" "MessageStatus" NOT NULL DEFAULT 'QUEUED',
    "enterprise_id" UUID,
    "application_id" UUID,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "provider_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dev_outbox" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dev_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "number_counter" (
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_counter_pkey" PRIMARY KEY ("kind","year")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID,
    "purpose" TEXT NOT NULL,
    "original_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "kept_key" TEXT NOT NULL,
    "kept_sha256" TEXT NOT NULL,
    "view_key" TEXT,
    "view_type" TEXT,
    "width_px" INTEGER,
    "height_px" INTEGER,
    "scan_state" "ScanState" NOT NULL DEFAULT 'CLEAN',
    "uploaded_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL,
    "cnaps_code" TEXT NOT NULL,
    "masked_number" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT,
    "masked_mobile" TEXT NOT NULL,
    "masked_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disbursement_batch" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "status" "BatchStatus" NOT NULL DEFAULT 'DRAFT',
    "maker_id" UUID NOT NULL,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "disbursement_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_member" (
    "batch_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "batch_member_pkey" PRIMARY KEY ("batch_id","application_id")
);

-- CreateTable
CREATE TABLE "disbursement" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "status" "DisbursementStatus" NOT NULL DEFAULT 'AWAITING_PROOF',
    "amount_fen" BIGINT NOT NULL,
    "bank_account_id" UUID,
    "contact_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "receipt_number" TEXT,
    "not_before" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_act_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "failure_reason" TEXT,
    "failure_cause" TEXT,
    "hold_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "disbursement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disbursement_line" (
    "id" UUID NOT NULL,
    "disbursement_id" UUID NOT NULL,
    "talent_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "category_label" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'KEPT',
    "left_reason" TEXT,

    CONSTRAINT "disbursement_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment_proof" (
    "id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "issued_on" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "employment_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "disbursement_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL,
    "status" "ReceiptStatus" NOT NULL DEFAULT 'ISSUED',
    "content_sha256" TEXT NOT NULL,
    "pdf_key" TEXT NOT NULL,
    "pdf_sha256" TEXT NOT NULL,
    "pdf_bytes" INTEGER NOT NULL,
    "page_codes" TEXT[],
    "amount_fen" BIGINT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_session" (
    "id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "pairing_code" TEXT NOT NULL,
    "status" "CaptureStatus" NOT NULL DEFAULT 'WAITING',
    "device_hash" TEXT,
    "device_label" TEXT,
    "steps" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "end_reason" TEXT,
    "photograph_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "capture_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_photograph" (
    "id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "capture_session_id" UUID,
    "original_sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "kept_key" TEXT NOT NULL,
    "view_key" TEXT NOT NULL,
    "flat_key" TEXT,
    "verdict" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "inspection" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "taken_back_at" TIMESTAMPTZ(3),
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decision_reason" TEXT,

    CONSTRAINT "receipt_photograph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_file" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "status" "PaymentFileStatus" NOT NULL DEFAULT 'DRAFT',
    "line_count" INTEGER NOT NULL,
    "total_fen" BIGINT NOT NULL,
    "file_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "maker_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "reconciled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "payment_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_line" (
    "id" UUID NOT NULL,
    "line_number" TEXT NOT NULL,
    "payment_file_id" UUID NOT NULL,
    "disbursement_id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "holder" TEXT NOT NULL,
    "account_tail" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "status" "PaymentLineStatus" NOT NULL DEFAULT 'PENDING',
    "bank_reference" TEXT,
    "failure_reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_result" (
    "id" UUID NOT NULL,
    "payment_file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_count" INTEGER NOT NULL,
    "failed_count" INTEGER NOT NULL,
    "unmatched" JSONB NOT NULL,

    CONSTRAINT "bank_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" UUID NOT NULL,
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "normalised_name" TEXT NOT NULL,
    "status" "EnterpriseStatus" NOT NULL DEFAULT 'ACTIVE',
    "profile" JSONB NOT NULL,
    "profile_source" TEXT NOT NULL,
    "profile_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_user" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" "EnterpriseRole" NOT NULL,
    "status" "AccountStatus" NOT NULL DEFAULT 'ACTIVE',
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "enterprise_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_user" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "roles" "StaffRole"[],
    "status" "AccountStatus" NOT NULL DEFAULT 'ACTIVE',
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "staff_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "enterprise_user_id" UUID,
    "staff_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture_code" (
    "id" UUID NOT NULL,
    "answer_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "picture_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_count" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_version" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "ProgrammeVersionStatus" NOT NULL,
    "config" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_year" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "opens_on" TEXT NOT NULL,
    "closes_on" TEXT NOT NULL,
    "budget_fen" BIGINT NOT NULL,
    "reserved_fen" BIGINT NOT NULL DEFAULT 0,
    "in_payment_fen" BIGINT NOT NULL DEFAULT 0,
    "paid_fen" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "programme_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_year" (
    "enterprise_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cap_fen" BIGINT NOT NULL,
    "granted_fen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "enterprise_year_pkey" PRIMARY KEY ("enterprise_id","programme_id","year")
);

-- CreateTable
CREATE TABLE "granted_person" (
    "programme_id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "talent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "granted_person_pkey" PRIMARY KEY ("programme_id","person")
);

-- CreateIndex
CREATE UNIQUE INDEX "application_number_key" ON "application"("number");

-- CreateIndex
CREATE INDEX "application_enterprise_id_updated_at_idx" ON "application"("enterprise_id", "updated_at");

-- CreateIndex
CREATE INDEX "application_status_submitted_at_idx" ON "application"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "application_programme_id_status_idx" ON "application"("programme_id", "status");

-- CreateIndex
CREATE INDEX "application_search_grams_idx" ON "application" USING GIN ("search_grams");

-- CreateIndex
CREATE INDEX "talent_application_id_position_idx" ON "talent"("application_id", "position");

-- CreateIndex
CREATE INDEX "attachment_application_id_requirement_id_idx" ON "attachment"("application_id", "requirement_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_application_id_number_key" ON "submission"("application_id", "number");

-- CreateIndex
CREATE INDEX "review_application_id_submission_number_idx" ON "review"("application_id", "submission_number");

-- CreateIndex
CREATE INDEX "talent_decision_application_id_idx" ON "talent_decision"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "talent_decision_talent_id_submission_number_stage_key" ON "talent_decision"("talent_id", "submission_number", "stage");

-- CreateIndex
CREATE INDEX "review_comment_application_id_submission_number_idx" ON "review_comment"("application_id", "submission_number");

-- CreateIndex
CREATE UNIQUE INDEX "public_notice_number_key" ON "public_notice"("number");

-- CreateIndex
CREATE INDEX "public_notice_status_idx" ON "public_notice"("status");

-- CreateIndex
CREATE INDEX "notice_entry_application_id_idx" ON "notice_entry"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_entry_notice_id_talent_id_key" ON "notice_entry"("notice_id", "talent_id");

-- CreateIndex
CREATE INDEX "sealed_value_table_name_column_name_blind_index_idx" ON "sealed_value"("table_name", "column_name", "blind_index");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_at_idx" ON "audit_entry"("subject_kind", "subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_stream_sequence_key" ON "audit_entry"("stream", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "message_key_key" ON "message"("key");

-- CreateIndex
CREATE INDEX "message_enterprise_id_created_at_idx" ON "message"("enterprise_id", "created_at");

-- CreateIndex
CREATE INDEX "message_status_idx" ON "message"("status");

-- CreateIndex
CREATE UNIQUE INDEX "dev_outbox_key_key" ON "dev_outbox"("key");

-- CreateIndex
CREATE INDEX "dev_outbox_at_idx" ON "dev_outbox"("at");

-- CreateIndex
CREATE INDEX "stored_file_enterprise_id_idx" ON "stored_file"("enterprise_id");

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "bank_account_enterprise_id_idx" ON "bank_account"("enterprise_id");

-- CreateIndex
CREATE INDEX "contact_enterprise_id_idx" ON "contact"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "disbursement_batch_number_key" ON "disbursement_batch"("number");

-- CreateIndex
CREATE INDEX "disbursement_batch_status_idx" ON "disbursement_batch"("status");

-- CreateIndex
CREATE INDEX "batch_member_application_id_idx" ON "batch_member"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "disbursement_receipt_number_key" ON "disbursement"("receipt_number");

-- CreateIndex
CREATE INDEX "disbursement_enterprise_id_status_idx" ON "disbursement"("enterprise_id", "status");

-- CreateIndex
CREATE INDEX "disbursement_status_idx" ON "disbursement"("status");

-- CreateIndex
CREATE INDEX "disbursement_application_id_idx" ON "disbursement"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "disbursement_line_disbursement_id_talent_id_key" ON "disbursement_line"("disbursement_id", "talent_id");

-- CreateIndex
CREATE INDEX "employment_proof_line_id_idx" ON "employment_proof"("line_id");

-- CreateIndex
CREATE INDEX "receipt_disbursement_id_idx" ON "receipt"("disbursement_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_number_version_number_key" ON "receipt"("number", "version_number");

-- CreateIndex
CREATE UNIQUE INDEX "capture_session_token_hash_key" ON "capture_session"("token_hash");

-- CreateIndex
CREATE INDEX "capture_session_receipt_id_idx" ON "capture_session"("receipt_id");

-- CreateIndex
CREATE INDEX "receipt_photograph_receipt_id_idx" ON "receipt_photograph"("receipt_id");

-- CreateIndex
CREATE INDEX "receipt_photograph_original_sha256_idx" ON "receipt_photograph"("original_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "payment_file_number_key" ON "payment_file"("number");

-- CreateIndex
CREATE INDEX "payment_file_status_idx" ON "payment_file"("status");

-- CreateIndex
CREATE UNIQUE INDEX "payment_line_line_number_key" ON "payment_line"("line_number");

-- CreateIndex
CREATE INDEX "payment_line_payment_file_id_idx" ON "payment_line"("payment_file_id");

-- CreateIndex
CREATE INDEX "payment_line_disbursement_id_idx" ON "payment_line"("disbursement_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_result_payment_file_id_sha256_key" ON "bank_result"("payment_file_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_uscc_key" ON "enterprise"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_normalised_name_key" ON "enterprise"("normalised_name");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_user_enterprise_id_username_key" ON "enterprise_user"("enterprise_id", "username");

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_username_key" ON "staff_user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_enterprise_user_id_idx" ON "session"("enterprise_user_id");

-- CreateIndex
CREATE INDEX "session_staff_user_id_idx" ON "session"("staff_user_id");

-- CreateIndex
CREATE INDEX "picture_code_expires_at_idx" ON "picture_code"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE UNIQUE INDEX "programme_version_programme_id_number_key" ON "programme_version"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "programme_year_programme_id_year_key" ON "programme_year"("programme_id", "year");

-- CreateIndex
CREATE INDEX "granted_person_application_id_idx" ON "granted_person"("application_id");

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_programme_version_id_fkey" FOREIGN KEY ("programme_version_id") REFERENCES "programme_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent" ADD CONSTRAINT "talent_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_talent_id_fkey" FOREIGN KEY ("talent_id") REFERENCES "talent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_decision" ADD CONSTRAINT "talent_decision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talent_decision" ADD CONSTRAINT "talent_decision_talent_id_fkey" FOREIGN KEY ("talent_id") REFERENCES "talent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_entry" ADD CONSTRAINT "notice_entry_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_entry" ADD CONSTRAINT "notice_entry_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_member" ADD CONSTRAINT "batch_member_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "disbursement_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement" ADD CONSTRAINT "disbursement_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "disbursement_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement" ADD CONSTRAINT "disbursement_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement" ADD CONSTRAINT "disbursement_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement" ADD CONSTRAINT "disbursement_bank_account_id_fkey" FOREIGN KEY ("bank_account_id") REFERENCES "bank_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement" ADD CONSTRAINT "disbursement_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursement_line" ADD CONSTRAINT "disbursement_line_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment_proof" ADD CONSTRAINT "employment_proof_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "disbursement_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment_proof" ADD CONSTRAINT "employment_proof_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_session" ADD CONSTRAINT "capture_session_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_photograph" ADD CONSTRAINT "receipt_photograph_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_payment_file_id_fkey" FOREIGN KEY ("payment_file_id") REFERENCES "payment_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_result" ADD CONSTRAINT "bank_result_payment_file_id_fkey" FOREIGN KEY ("payment_file_id") REFERENCES "payment_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_user" ADD CONSTRAINT "enterprise_user_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_enterprise_user_id_fkey" FOREIGN KEY ("enterprise_user_id") REFERENCES "enterprise_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staff_user_id_fkey" FOREIGN KEY ("staff_user_id") REFERENCES "staff_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_year" ADD CONSTRAINT "programme_year_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
