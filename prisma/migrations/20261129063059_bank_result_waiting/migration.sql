-- AlterTable
ALTER TABLE "bank_result" ADD COLUMN     "waiting_count" INTEGER NOT NULL DEFAULT 0;
