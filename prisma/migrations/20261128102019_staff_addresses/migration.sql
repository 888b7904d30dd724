-- AlterTable
ALTER TABLE "staff_user" ADD COLUMN     "factor_removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "masked_email" TEXT,
ADD COLUMN     "masked_mobile" TEXT;
