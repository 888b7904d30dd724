-- AlterTable
ALTER TABLE "application" ADD COLUMN     "caretaker_id" UUID;

