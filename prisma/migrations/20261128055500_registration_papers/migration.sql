-- AlterTable
ALTER TABLE "registration" ADD COLUMN     "typed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "registration_paper" ADD COLUMN     "check" JSONB,
ADD COLUMN     "paper_version" INTEGER;
