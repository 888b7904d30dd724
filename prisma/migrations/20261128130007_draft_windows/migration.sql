-- CreateTable
CREATE TABLE "draft_window" (
    "application_id" UUID NOT NULL,
    "window_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_window_pkey" PRIMARY KEY ("application_id","window_id","form")
);

-- AddForeignKey
ALTER TABLE "draft_window" ADD CONSTRAINT "draft_window_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
