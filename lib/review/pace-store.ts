import 'server-only';
import type { Db } from '@/lib/db/client';

export type SpanRow = {
  readonly stage: 'FIRST' | 'FINAL';
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly cases: number;
};

const MOST = 5000;

/**
 * How long submissions of a programme stayed at each stage that ended since `since`, as pairs of days in China with how
 * often each occurs, and how many cases they are of. The final stage begins when the first one ended, when a version came
 * straight to it, or with 复核申请.
 */
export const spansOf = (db: Db, programmeId: string, since: Date) =>
  db.$queryRaw<SpanRow[]>`
    WITH stays AS MATERIALIZED (
      SELECT r.application_id, r.stage::text AS stage, r.ended_at,
        CASE WHEN r.stage = 'FIRST' THEN s.submitted_at ELSE greatest(
          coalesce((SELECT max(f.ended_at) FROM review f WHERE f.application_id = r.application_id
            AND f.submission_number = r.submission_number AND f.stage = 'FIRST' AND f.ended_at <= r.started_at
            AND f.outcome IN ('PASSED', 'PROPOSED_REJECTION')), s.submitted_at),
          CASE WHEN a.appealed_at <= r.started_at THEN a.appealed_at END) END AS began_at
      FROM review r
      JOIN application a ON a.id = r.application_id
      JOIN submission s ON s.application_id = r.application_id AND s.number = r.submission_number
      WHERE a.programme_id = ${programmeId}::uuid AND r.ended_at >= ${since}::timestamptz
        AND r.outcome IN ('PASSED', 'RETURNED', 'PROPOSED_REJECTION', 'APPROVED', 'REJECTED')),
    cases AS (SELECT stage, count(DISTINCT application_id)::int AS cases FROM stays GROUP BY stage)
    SELECT stage, to_char(began_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "from",
      to_char(ended_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "to", count(*)::int AS count, cases
    FROM stays JOIN cases USING (stage) GROUP BY 1, 2, 3, cases LIMIT ${MOST}`;
