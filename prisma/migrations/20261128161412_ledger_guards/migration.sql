-- Where the money of a disbursement stands, by its status alone. The same table as lib/disbursement/rules/money.ts.
CREATE FUNCTION money_place(status "DisbursementStatus") RETURNS "LedgerPlace" LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN status IN ('CANCELLED', 'LAPSED', 'FALLEN_AWAY') THEN 'FREE'
    WHEN status = 'PAYING' THEN 'IN_PAYMENT'
    WHEN status = 'PAID' THEN 'PAID'
    WHEN status = 'PAYMENT_FAILED' THEN 'RETURNED'
    ELSE 'RESERVED' END::"LedgerPlace";
$$;

-- The books as they stand are opened: each budget, then each disbursement whose money is not free.
INSERT INTO ledger_entry (posting_id, programme_id, year, place, amount_fen, event, at)
SELECT y.id, y.programme_id, y.year, side.place::"LedgerPlace", side.sign * y.budget_fen, 'opening', now()
FROM programme_year y CROSS JOIN (VALUES ('BUDGET', -1), ('FREE', 1)) AS side(place, sign) WHERE y.budget_fen > 0;
INSERT INTO ledger_entry (posting_id, programme_id, year, disbursement_id, place, amount_fen, event, at)
SELECT d.id, a.programme_id, a.programme_year, d.id,
       CASE side.sign WHEN -1 THEN 'FREE'::"LedgerPlace" ELSE money_place(d.status) END, side.sign * d.amount_fen, 'opening', now()
FROM disbursement d JOIN application a ON a.id = d.application_id CROSS JOIN (VALUES (-1), (1)) AS side(sign)
WHERE money_place(d.status) <> 'FREE';
UPDATE programme_year y SET (reserved_fen, in_payment_fen, paid_fen, returned_fen) = (
  SELECT coalesce(sum(amount_fen) FILTER (WHERE place = 'RESERVED'), 0), coalesce(sum(amount_fen) FILTER (WHERE place = 'IN_PAYMENT'), 0),
         coalesce(sum(amount_fen) FILTER (WHERE place = 'PAID'), 0), coalesce(sum(amount_fen) FILTER (WHERE place = 'RETURNED'), 0)
  FROM ledger_entry e WHERE e.programme_id = y.programme_id AND e.year = y.year);
UPDATE disbursement_line l SET person = g.person
FROM disbursement d, application a, granted_person g
WHERE d.id = l.disbursement_id AND a.id = d.application_id
  AND g.programme_id = a.programme_id AND g.application_id = a.id AND g.talent_id = l.talent_id;

ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_amount CHECK (amount_fen <> 0);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_whose CHECK ((disbursement_id IS NOT NULL) = (place NOT IN ('BUDGET', 'FREE')) OR place = 'FREE');
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Never below zero in any place, never more than the budget in all of them.
ALTER TABLE programme_year DROP CONSTRAINT programme_year_money;
ALTER TABLE programme_year ADD CONSTRAINT programme_year_money CHECK (
  budget_fen >= 0 AND reserved_fen >= 0 AND in_payment_fen >= 0 AND paid_fen >= 0 AND returned_fen >= 0
  AND reserved_fen + in_payment_fen + paid_fen + returned_fen <= budget_fen);

-- The money columns of a year are the sums of its rows: nothing else writes them.
CREATE FUNCTION carry_ledger_to_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE programme_year y
     SET reserved_fen = reserved_fen + m.reserved, in_payment_fen = in_payment_fen + m.in_payment,
         paid_fen = paid_fen + m.paid, returned_fen = returned_fen + m.returned, version = version + 1
    FROM (SELECT programme_id, year,
                 coalesce(sum(amount_fen) FILTER (WHERE place = 'RESERVED'), 0) AS reserved,
                 coalesce(sum(amount_fen) FILTER (WHERE place = 'IN_PAYMENT'), 0) AS in_payment,
                 coalesce(sum(amount_fen) FILTER (WHERE place = 'PAID'), 0) AS paid,
                 coalesce(sum(amount_fen) FILTER (WHERE place = 'RETURNED'), 0) AS returned
            FROM added GROUP BY programme_id, year) m
   WHERE y.programme_id = m.programme_id AND y.year = m.year
     AND (m.reserved <> 0 OR m.in_payment <> 0 OR m.paid <> 0 OR m.returned <> 0);
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_carried AFTER INSERT ON ledger_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION carry_ledger_to_year();

CREATE FUNCTION refuse_money_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.reserved_fen = 0 AND NEW.in_payment_fen = 0 AND NEW.paid_fen = 0 AND NEW.returned_fen = 0 THEN RETURN NEW; END IF;
  ELSIF pg_trigger_depth() > 1 OR (NEW.reserved_fen = OLD.reserved_fen AND NEW.in_payment_fen = OLD.in_payment_fen
        AND NEW.paid_fen = OLD.paid_fen AND NEW.returned_fen = OLD.returned_fen) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'money moves by ledger rows only' USING ERRCODE = 'check_violation', CONSTRAINT = 'programme_year_by_ledger';
END $$;
CREATE TRIGGER programme_year_by_ledger BEFORE INSERT OR UPDATE ON programme_year FOR EACH ROW EXECUTE FUNCTION refuse_money_by_hand();

-- A budget that is set or changed is a posting as well: it becomes free, or was free.
CREATE FUNCTION post_budget() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added bigint := NEW.budget_fen - CASE TG_OP WHEN 'INSERT' THEN 0 ELSE OLD.budget_fen END;
  posting uuid := gen_random_uuid();
BEGIN
  IF added <> 0 THEN
    INSERT INTO ledger_entry (posting_id, programme_id, year, place, amount_fen, event, at)
    VALUES (posting, NEW.programme_id, NEW.year, 'BUDGET', -added, 'budget', now()), (posting, NEW.programme_id, NEW.year, 'FREE', added, 'budget', now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER programme_year_budget_set AFTER INSERT ON programme_year FOR EACH ROW EXECUTE FUNCTION post_budget();
CREATE TRIGGER programme_year_budget_changed AFTER UPDATE OF budget_fen ON programme_year FOR EACH ROW EXECUTE FUNCTION post_budget();

CREATE FUNCTION refuse_money(rule text, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', what USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;

-- What must be true of a disbursement whenever a transaction ends, whoever wrote it.
CREATE FUNCTION assert_disbursement(which uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  d record;
  place "LedgerPlace";
  pays record;
BEGIN
  SELECT x.id, x.status, x.amount_fen, x.application_id, x.enterprise_id, x.batch_id, a.programme_id, a.programme_year INTO d
    FROM disbursement x JOIN application a ON a.id = x.application_id WHERE x.id = which;
  IF NOT FOUND THEN RETURN; END IF;
  place := money_place(d.status);

  -- The ledger has its whole amount in the place of its status, and nothing elsewhere.
  PERFORM 1 FROM (SELECT coalesce(sum(e.amount_fen) FILTER (WHERE e.place = 'RESERVED'), 0) AS reserved,
                         coalesce(sum(e.amount_fen) FILTER (WHERE e.place = 'IN_PAYMENT'), 0) AS in_payment,
                         coalesce(sum(e.amount_fen) FILTER (WHERE e.place = 'PAID'), 0) AS paid,
                         coalesce(sum(e.amount_fen) FILTER (WHERE e.place = 'RETURNED'), 0) AS returned
                    FROM ledger_entry e WHERE e.disbursement_id = which) s
   WHERE s.reserved = CASE place WHEN 'RESERVED' THEN d.amount_fen ELSE 0 END
     AND s.in_payment = CASE place WHEN 'IN_PAYMENT' THEN d.amount_fen ELSE 0 END
     AND s.paid = CASE place WHEN 'PAID' THEN d.amount_fen ELSE 0 END
     AND s.returned = CASE place WHEN 'RETURNED' THEN d.amount_fen ELSE 0 END;
  IF NOT FOUND THEN
    PERFORM refuse_money('disbursement_in_ledger', format('the ledger does not have disbursement %s in %s', which, place));
  END IF;

  -- Money is in payment only with one order at the bank, and paid only by one line that the bank paid.
  SELECT count(*) FILTER (WHERE l.status = 'PENDING' AND f.status <> 'DRAFT') AS at_bank,
         count(*) FILTER (WHERE l.status = 'PAID') AS paid,
         coalesce(sum(l.amount_fen) FILTER (WHERE l.status = 'PAID' OR l.status = 'PENDING' AND f.status <> 'DRAFT'), 0) AS fen INTO pays
    FROM payment_line l JOIN payment_file f ON f.id = l.payment_file_id WHERE l.disbursement_id = which;
  IF pays.at_bank <> (d.status = 'PAYING')::int OR pays.paid <> (d.status = 'PAID')::int
     OR pays.fen <> (CASE WHEN d.status IN ('PAYING', 'PAID') THEN d.amount_fen ELSE 0 END) THEN
    PERFORM refuse_money('disbursement_as_paid', format('disbursement %s is %s and its payment lines say otherwise', which, d.status));
  END IF;

  IF place = 'FREE' THEN RETURN; END IF;

  IF (SELECT coalesce(sum(l.amount_fen), 0) FROM disbursement_line l WHERE l.disbursement_id = which AND l.state <> 'FALLEN_AWAY') <> d.amount_fen THEN
    PERFORM refuse_money('disbursement_sum', format('the talents of disbursement %s are not its amount', which));
  END IF;
  -- One person is granted once per programme (primary key), and only who is granted here is paid here.
  PERFORM 1 FROM disbursement_line l
   WHERE l.disbursement_id = which AND l.state <> 'FALLEN_AWAY' AND NOT EXISTS (
     SELECT 1 FROM granted_person g
      WHERE g.programme_id = d.programme_id AND g.application_id = d.application_id AND g.talent_id = l.talent_id);
  IF FOUND THEN PERFORM refuse_money('disbursement_granted', format('disbursement %s pays somebody who is not granted in its case', which)); END IF;
  IF NOT EXISTS (
    SELECT 1 FROM enterprise_year y
     WHERE y.enterprise_id = d.enterprise_id AND y.programme_id = d.programme_id AND y.year = d.programme_year
       AND y.granted_fen >= (
         SELECT sum(o.amount_fen) FROM disbursement o JOIN application a ON a.id = o.application_id
          WHERE o.enterprise_id = d.enterprise_id AND a.programme_id = d.programme_id AND a.programme_year = d.programme_year
            AND money_place(o.status) <> 'FREE')) THEN
    PERFORM refuse_money('disbursement_within_cap', format('the enterprise of disbursement %s would have more than it was granted', which));
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM batch_member m JOIN disbursement_batch b ON b.id = m.batch_id
     WHERE m.batch_id = d.batch_id AND m.application_id = d.application_id AND m.amount_fen >= d.amount_fen
       AND b.status IN ('RELEASED', 'CLOSED')) THEN
    PERFORM refuse_money('disbursement_in_batch', format('disbursement %s is more than its batch released', which));
  END IF;
END $$;

CREATE FUNCTION assert_disbursement_by_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_disbursement(NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION assert_disbursement_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM assert_disbursement(OLD.disbursement_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM assert_disbursement(NEW.disbursement_id); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER disbursement_sound AFTER INSERT OR UPDATE OF status, amount_fen, application_id, enterprise_id, batch_id ON disbursement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_disbursement_by_row();
CREATE CONSTRAINT TRIGGER disbursement_line_sound AFTER INSERT OR UPDATE OR DELETE ON disbursement_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_disbursement_of_part();
CREATE CONSTRAINT TRIGGER payment_line_sound AFTER INSERT OR UPDATE OR DELETE ON payment_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_disbursement_of_part();

-- The rows of a posting add up to nought, and say of a disbursement what its status says.
CREATE FUNCTION assert_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount_fen) FROM ledger_entry WHERE posting_id = NEW.posting_id) <> 0 THEN
    PERFORM refuse_money('ledger_entry_balanced', format('posting %s does not add up to nought', NEW.posting_id));
  END IF;
  IF NEW.disbursement_id IS NOT NULL THEN PERFORM assert_disbursement(NEW.disbursement_id); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_sound AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_posting();

-- The contra account of a year is its budget.
CREATE FUNCTION assert_budget_posted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT -coalesce(sum(e.amount_fen), 0) FROM ledger_entry e WHERE e.programme_id = NEW.programme_id AND e.year = NEW.year AND e.place = 'BUDGET')
     <> (SELECT y.budget_fen FROM programme_year y WHERE y.programme_id = NEW.programme_id AND y.year = NEW.year) THEN
    PERFORM refuse_money('ledger_entry_budget', 'the ledger has another budget than the year');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_budget AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.place = 'BUDGET') EXECUTE FUNCTION assert_budget_posted();

-- What an enterprise and a person were granted cannot be taken from under a live disbursement.
CREATE FUNCTION assert_still_granted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_disbursement(d.id) FROM disbursement d WHERE d.application_id = OLD.application_id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER granted_person_sound AFTER UPDATE OR DELETE ON granted_person
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_still_granted();
CREATE FUNCTION assert_within_granted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce((SELECT sum(d.amount_fen) FROM disbursement d JOIN application a ON a.id = d.application_id
       WHERE d.enterprise_id = OLD.enterprise_id AND a.programme_id = OLD.programme_id AND a.programme_year = OLD.year
         AND money_place(d.status) <> 'FREE'), 0)
     > coalesce((SELECT y.granted_fen FROM enterprise_year y
       WHERE y.enterprise_id = OLD.enterprise_id AND y.programme_id = OLD.programme_id AND y.year = OLD.year), 0) THEN
    PERFORM refuse_money('enterprise_year_used', 'more than this is reserved or paid already');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER enterprise_year_used AFTER UPDATE OR DELETE ON enterprise_year
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_within_granted();

-- A payment file is what its lines are, and a line says for ever what it said to the bank.
CREATE FUNCTION assert_file_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM payment_file f
   WHERE f.id = NEW.id AND (f.line_count, f.total_fen) <> (
     SELECT count(*)::int, coalesce(sum(l.amount_fen), 0)::bigint FROM payment_line l WHERE l.payment_file_id = f.id);
  IF FOUND THEN PERFORM refuse_money('payment_file_totals', format('payment file %s has other totals than its lines', NEW.number)); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payment_file_totals AFTER INSERT OR UPDATE ON payment_file
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_file_totals();
CREATE FUNCTION refuse_line_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_money('payment_line_fixed', 'a payment line is never changed but in its result');
  RETURN NULL;
END $$;
CREATE TRIGGER payment_line_fixed BEFORE UPDATE OF line_number, payment_file_id, disbursement_id, receipt_id, amount_fen, holder, account_tail, remark
  ON payment_line FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.* AND (OLD.line_number, OLD.payment_file_id, OLD.disbursement_id, OLD.receipt_id,
    OLD.amount_fen, OLD.holder, OLD.account_tail, OLD.remark) IS DISTINCT FROM (NEW.line_number, NEW.payment_file_id, NEW.disbursement_id,
    NEW.receipt_id, NEW.amount_fen, NEW.holder, NEW.account_tail, NEW.remark)) EXECUTE FUNCTION refuse_line_change();
CREATE TRIGGER payment_line_kept BEFORE DELETE ON payment_line FOR EACH ROW EXECUTE FUNCTION refuse_line_change();

-- What the bank said and did not match is closed by whoever explains it; against our books only by two.
ALTER TABLE unmatched_item ADD CONSTRAINT unmatched_item_verdict CHECK (verdict IS NULL OR verdict IN ('AS_BOOKED', 'AS_BANK_SAYS'));
ALTER TABLE unmatched_item ADD CONSTRAINT unmatched_item_explained CHECK (
  closed_at IS NULL OR (explanation IS NOT NULL AND owner_id IS NOT NULL AND verdict IS NOT NULL AND (NOT is_dangerous OR agreed_by_id IS NOT NULL)));
ALTER TABLE unmatched_item ADD CONSTRAINT unmatched_item_two_people CHECK (agreed_by_id IS NULL OR agreed_by_id <> owner_id);

-- A batch is closed only when nothing in it is open.
CREATE FUNCTION assert_batch_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM disbursement d WHERE d.batch_id = NEW.id AND d.status NOT IN ('PAID', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY');
  IF FOUND THEN PERFORM refuse_money('batch_closed_ended', 'a disbursement of the batch has not come to its end'); END IF;
  PERFORM 1 FROM unmatched_item u JOIN bank_result r ON r.id = u.bank_result_id
    JOIN payment_line l ON l.payment_file_id = r.payment_file_id JOIN disbursement d ON d.id = l.disbursement_id
   WHERE d.batch_id = NEW.id AND u.closed_at IS NULL;
  IF FOUND THEN PERFORM refuse_money('batch_closed_explained', 'a line of the bank is not explained'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER batch_closed AFTER UPDATE OF status ON disbursement_batch
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = 'CLOSED') EXECUTE FUNCTION assert_batch_closed();
