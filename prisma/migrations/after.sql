-- Run after every migration, may run any number of times: what the application's role may do.
GRANT USAGE ON SCHEMA public TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO portal_app;
REVOKE ALL ON _prisma_migrations FROM portal_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, submission, enterprise_field_change, reset_check, case_message, notice_snapshot, objection_note, ledger_entry FROM portal_app;

-- The queue's own tables belong to the owner; the application may only add a job, in its own transaction.
CREATE OR REPLACE FUNCTION enqueue_job(task text, payload json, run_at timestamptz, job_key text, priority int)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = graphile_worker, public, pg_temp AS $$
  SELECT graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, priority => priority);
$$;
REVOKE ALL ON FUNCTION enqueue_job(text, json, timestamptz, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, json, timestamptz, text, int) TO portal_app;
