-- AlterTable
ALTER TABLE "upload_in_parts" ADD COLUMN     "browser" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "upload_tally" (
    "day" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "upload_tally_pkey" PRIMARY KEY ("day","browser","outcome")
);
