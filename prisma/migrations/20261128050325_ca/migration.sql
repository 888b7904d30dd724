-- CreateEnum
CREATE TYPE "CaProvider" AS ENUM ('JIANGSU', 'SUZHOU');

-- CreateTable
CREATE TABLE "ca_challenge" (
    "id" UUID NOT NULL,
    "provider" "CaProvider" NOT NULL,
    "purpose" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "ca_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ca_proof" (
    "id" UUID NOT NULL,
    "challenge_id" UUID NOT NULL,
    "provider" "CaProvider" NOT NULL,
    "purpose" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "enterprise_name" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "certificate_sha256" TEXT NOT NULL,
    "certificate_not_after" TIMESTAMPTZ(3) NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL,
    "good_until" TIMESTAMPTZ(3) NOT NULL,
    "spent_at" TIMESTAMPTZ(3),

    CONSTRAINT "ca_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ca_crl" (
    "address" TEXT NOT NULL,
    "provider" "CaProvider" NOT NULL,
    "der" BYTEA,
    "sha256" TEXT,
    "issuer" TEXT,
    "number" TEXT,
    "entries" INTEGER,
    "this_update" TIMESTAMPTZ(3),
    "next_update" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3) NOT NULL,
    "fault" TEXT,

    CONSTRAINT "ca_crl_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE INDEX "ca_challenge_expires_at_idx" ON "ca_challenge"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "ca_proof_challenge_id_key" ON "ca_proof"("challenge_id");

-- CreateIndex
CREATE INDEX "ca_proof_key_id_idx" ON "ca_proof"("key_id");

-- CreateIndex
CREATE INDEX "ca_proof_good_until_idx" ON "ca_proof"("good_until");

-- CreateIndex
CREATE INDEX "ca_crl_provider_idx" ON "ca_crl"("provider");

-- AddForeignKey
ALTER TABLE "ca_proof" ADD CONSTRAINT "ca_proof_challenge_id_fkey" FOREIGN KEY ("challenge_id") REFERENCES "ca_challenge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A proof is good for its half hour and not longer; a challenge for its two minutes.
ALTER TABLE "ca_proof" ADD CONSTRAINT ca_proof_half_hour CHECK (good_until > proven_at AND good_until <= proven_at + interval '30 minutes');
ALTER TABLE "ca_challenge" ADD CONSTRAINT ca_challenge_two_minutes CHECK (expires_at > created_at AND expires_at <= created_at + interval '120 seconds');
