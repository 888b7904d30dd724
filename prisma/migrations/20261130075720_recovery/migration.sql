-- CreateTable
CREATE TABLE "recovery" (
    "id" UUID NOT NULL,
    "disbursement_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "recovered_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "struck_by_id" UUID,
    "struck_at" TIMESTAMPTZ(3),
    "struck_reason" TEXT,

    CONSTRAINT "recovery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recovery_disbursement_id_idx" ON "recovery"("disbursement_id");

-- AddForeignKey
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_disbursement_id_fkey" FOREIGN KEY ("disbursement_id") REFERENCES "disbursement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 追回 is of what was paid and never more than that; a record is struck once and otherwise never changed.
ALTER TABLE recovery ADD CONSTRAINT recovery_amount CHECK (amount_fen > 0);
ALTER TABLE recovery ADD CONSTRAINT recovery_struck CHECK (
  (struck_at IS NULL) = (struck_by_id IS NULL) AND (struck_at IS NULL) = (struck_reason IS NULL));
CREATE FUNCTION assert_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM disbursement d
   WHERE d.id = NEW.disbursement_id AND d.status = 'PAID'
     AND d.amount_fen >= (SELECT sum(r.amount_fen) FROM recovery r WHERE r.disbursement_id = d.id AND r.struck_at IS NULL);
  IF NOT FOUND THEN PERFORM refuse_money('recovery_within_paid', 'more is recovered than was paid'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER recovery_within_paid AFTER INSERT ON recovery FOR EACH ROW EXECUTE FUNCTION assert_recovery();
CREATE FUNCTION refuse_recovery_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.struck_at IS NULL AND
     (NEW.id, NEW.disbursement_id, NEW.amount_fen, NEW.recovered_on, NEW.reason, NEW.recorded_by_id, NEW.recorded_at)
       IS NOT DISTINCT FROM
     (OLD.id, OLD.disbursement_id, OLD.amount_fen, OLD.recovered_on, OLD.reason, OLD.recorded_by_id, OLD.recorded_at)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a recovery is only ever struck' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER recovery_kept BEFORE UPDATE OR DELETE ON recovery FOR EACH ROW EXECUTE FUNCTION refuse_recovery_change();
