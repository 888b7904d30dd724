-- Links that stand already have the token that they were made with.
ALTER TABLE "capture_session" ADD COLUMN "token_at" TIMESTAMPTZ(3);
UPDATE "capture_session" SET "token_at" = "created_at";
ALTER TABLE "capture_session" ALTER COLUMN "token_at" SET NOT NULL;
