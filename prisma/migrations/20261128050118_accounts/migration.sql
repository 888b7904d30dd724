-- AlterTable
ALTER TABLE "enterprise_user" ADD COLUMN     "masked_email" TEXT,
ADD COLUMN     "masked_mobile" TEXT,
ADD COLUMN     "must_change_password" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "password_good_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "factor_at" TIMESTAMPTZ(3),
ADD COLUMN     "proved_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "staff_user" ADD COLUMN     "factor_last_step" INTEGER,
ADD COLUMN     "factor_since" TIMESTAMPTZ(3),
ADD COLUMN     "must_change_password" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "password_good_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "sms_code" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "address_index" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sms_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "enterprise_user_id" UUID,
    "browser_hash" TEXT NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_grant" (
    "enterprise_user_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_grant_pkey" PRIMARY KEY ("enterprise_user_id","programme_id")
);

-- CreateTable
CREATE TABLE "staff_recovery_code" (
    "id" UUID NOT NULL,
    "staff_user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spent_work" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_work_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sms_code_purpose_subject_id_created_at_idx" ON "sms_code"("purpose", "subject_id", "created_at");

-- CreateIndex
CREATE INDEX "sms_code_address_index_created_at_idx" ON "sms_code"("address_index", "created_at");

-- CreateIndex
CREATE INDEX "password_reset_expires_at_idx" ON "password_reset"("expires_at");

-- CreateIndex
CREATE INDEX "staff_recovery_code_staff_user_id_idx" ON "staff_recovery_code"("staff_user_id");

-- CreateIndex
CREATE INDEX "spent_work_expires_at_idx" ON "spent_work"("expires_at");

-- AddForeignKey
ALTER TABLE "programme_grant" ADD CONSTRAINT "programme_grant_enterprise_user_id_fkey" FOREIGN KEY ("enterprise_user_id") REFERENCES "enterprise_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_grant" ADD CONSTRAINT "programme_grant_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_recovery_code" ADD CONSTRAINT "staff_recovery_code_staff_user_id_fkey" FOREIGN KEY ("staff_user_id") REFERENCES "staff_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
