-- What must never happen is a constraint, not a habit.

-- The final reviewer is never the first one.
ALTER TABLE application ADD CONSTRAINT application_two_reviewers CHECK (final_reviewer_id IS NULL OR final_reviewer_id <> first_reviewer_id);
ALTER TABLE application ADD CONSTRAINT application_amounts CHECK (expected_fen >= 0 AND (approved_fen IS NULL OR approved_fen > 0));
ALTER TABLE application ADD CONSTRAINT application_numbered CHECK (status = 'DRAFT' OR number IS NOT NULL);
ALTER TABLE application ADD CONSTRAINT application_claimed CHECK ((status IN ('FIRST_REVIEW', 'FINAL_REVIEW')) = (claimed_by_id IS NOT NULL));
ALTER TABLE application ADD CONSTRAINT application_approved CHECK (status NOT IN ('APPROVED', 'IN_NOTICE', 'CLEARED', 'DISBURSING', 'COMPLETED') OR approved_fen IS NOT NULL);
ALTER TABLE talent ADD CONSTRAINT talent_amount CHECK (amount_fen >= 0);

-- One open draft per enterprise, programme and year: a second click on 开始申请 meets the first one.
CREATE UNIQUE INDEX application_one_draft ON application (enterprise_id, programme_id, programme_year) WHERE status = 'DRAFT' AND discarded_at IS NULL;

-- Money: never below zero, never above what there is.
ALTER TABLE programme_year ADD CONSTRAINT programme_year_money CHECK (
  budget_fen >= 0 AND reserved_fen >= 0 AND in_payment_fen >= 0 AND paid_fen >= 0 AND reserved_fen + in_payment_fen + paid_fen <= budget_fen);
ALTER TABLE enterprise_year ADD CONSTRAINT enterprise_year_cap CHECK (granted_fen >= 0 AND granted_fen <= cap_fen);
ALTER TABLE disbursement ADD CONSTRAINT disbursement_amount CHECK (amount_fen > 0);
ALTER TABLE disbursement_line ADD CONSTRAINT disbursement_line_amount CHECK (amount_fen > 0);
ALTER TABLE disbursement_line ADD CONSTRAINT disbursement_line_state CHECK (state IN ('KEPT', 'LEFT_DECLARED', 'FALLEN_AWAY'));
ALTER TABLE receipt ADD CONSTRAINT receipt_amount CHECK (amount_fen > 0);
ALTER TABLE payment_line ADD CONSTRAINT payment_line_amount CHECK (amount_fen > 0);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_amount CHECK (amount_fen > 0);
ALTER TABLE batch_member ADD CONSTRAINT batch_member_amount CHECK (amount_fen > 0);

-- One live disbursement per case, one current receipt version per disbursement, one live payment per disbursement.
CREATE UNIQUE INDEX disbursement_one_live ON disbursement (application_id) WHERE status NOT IN ('CANCELLED', 'LAPSED', 'FALLEN_AWAY');
CREATE UNIQUE INDEX receipt_one_current ON receipt (disbursement_id) WHERE status <> 'VOIDED';
CREATE UNIQUE INDEX payment_line_one_live ON payment_line (disbursement_id) WHERE status IN ('PENDING', 'PAID');
CREATE UNIQUE INDEX capture_one_live ON capture_session (receipt_id) WHERE status IN ('WAITING', 'OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED');
CREATE UNIQUE INDEX photograph_one_submitted ON receipt_photograph (receipt_id) WHERE submitted_at IS NOT NULL AND taken_back_at IS NULL AND (decision IS NULL OR decision <> 'RETURNED');
CREATE UNIQUE INDEX employment_proof_one_current ON employment_proof (line_id) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX review_one_open ON review (application_id) WHERE ended_at IS NULL;

-- Nobody holds both sides of a check.
ALTER TABLE disbursement_batch ADD CONSTRAINT batch_two_people CHECK (released_by_id IS NULL OR released_by_id <> maker_id);
ALTER TABLE payment_file ADD CONSTRAINT payment_file_two_people CHECK (confirmed_by_id IS NULL OR confirmed_by_id <> maker_id);
ALTER TABLE session ADD CONSTRAINT session_owner CHECK (
  (kind = 'ENTERPRISE' AND enterprise_user_id IS NOT NULL AND staff_user_id IS NULL) OR
  (kind = 'STAFF' AND staff_user_id IS NOT NULL AND enterprise_user_id IS NULL));

-- Immutable rows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_append_only BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The role the application works under; the role that migrates owns the tables.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'portal_app') THEN
    CREATE ROLE portal_app NOLOGIN;
  END IF;
END $$;
GRANT portal_app TO CURRENT_USER;

-- Whoever follows a capture link is woken when its row changes; the notification carries the id and nothing else.
CREATE FUNCTION notify_capture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('capture', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER capture_session_changed AFTER INSERT OR UPDATE ON capture_session FOR EACH ROW EXECUTE FUNCTION notify_capture();
