import 'server-only';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import type { Db } from '@/lib/db/client';

/** Whose other cases are looked for, and what in them. Every query reads so many rows at most for each thing asked. */
export type OwnCase = { readonly id: string; readonly enterpriseId: string };

const FILES_EACH = 3;
const PERSONS_EACH = 8;
const MOBILES_EACH = 3;
const ENTERPRISES = 5;
const PAST = 20;

export type FileTwinRow = {
  readonly sha256: string;
  readonly id: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly name: string | null;
};

/** Cases that were handed in with the very same files, by what is attached to them now. */
export const filesElsewhere = (db: Db, { id, enterpriseId }: OwnCase, hashes: readonly string[]) =>
  db.$queryRaw<FileTwinRow[]>`
    SELECT wanted.sha256, twin.* FROM unnest(${[...hashes]}::text[]) AS wanted(sha256) CROSS JOIN LATERAL (
      SELECT a.id::text AS id, a.number, e.id::text AS "enterpriseId", e.name AS "enterpriseName", t.name
      FROM stored_file f
      JOIN attachment h ON h.file_id = f.id AND h.removed_at IS NULL AND h.application_id <> ${id}::uuid
      JOIN application a ON a.id = h.application_id AND a.submission_count > 0
      JOIN enterprise e ON e.id = a.enterprise_id
      LEFT JOIN talent t ON t.id = h.talent_id
      WHERE f.sha256 = wanted.sha256
      ORDER BY (e.id = ${enterpriseId}::uuid), a.id DESC LIMIT ${FILES_EACH}
    ) twin`;

export type PersonRow = {
  readonly hash: string;
  readonly column: string;
  readonly id: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly programmeName: string;
  readonly year: number;
  readonly status: ApplicationStatus;
  readonly submittedAt: Date | null;
  readonly approvedFen: bigint | null;
  readonly reason: string | null;
  readonly talentId: string;
  readonly name: string;
  readonly supported: boolean | null;
  readonly because: string | null;
};

/** A sealed answer of a talent that is looked for: its column and its blind index, which is all that is compared. */
export type Wanted = { readonly column: string; readonly hash: string };

/** Other submitted cases in which a talent has an equal answer, by the index of the sealed values. */
export const answersElsewhere = (db: Db, { id }: OwnCase, wanted: readonly Wanted[], kind: 'person' | 'mobile') =>
  db.$queryRaw<PersonRow[]>`
    SELECT wanted."column", wanted.hash, twin.* FROM
      unnest(${wanted.map(({ column }) => column)}::text[], ${wanted.map(({ hash }) => hash)}::text[])
        AS wanted("column", hash)
      CROSS JOIN LATERAL (
        SELECT a.id::text AS id, a.number, e.id::text AS "enterpriseId", e.name AS "enterpriseName",
          p.name AS "programmeName", a.programme_year AS year, a.status::text AS status,
          a.submitted_at AS "submittedAt", a.approved_fen AS "approvedFen", a.decision_reason AS reason,
          t.id::text AS "talentId", t.name, decided.supported, decided.reason AS because
        FROM sealed_value s
        JOIN talent t ON t.id = s.row_id AND t.removed_at IS NULL AND t.application_id <> ${id}::uuid
        JOIN application a ON a.id = t.application_id AND a.submission_count > 0
        JOIN enterprise e ON e.id = a.enterprise_id
        JOIN programme p ON p.id = a.programme_id
        LEFT JOIN LATERAL (
          SELECT d.supported, d.reason FROM talent_decision d WHERE d.talent_id = t.id
          ORDER BY d.submission_number DESC, d.stage DESC LIMIT 1
        ) decided ON true
        WHERE s.table_name = 'talent' AND s.column_name = wanted."column" AND s.blind_index = wanted.hash
        ORDER BY a.submitted_at DESC LIMIT ${kind === 'person' ? PERSONS_EACH : MOBILES_EACH}
      ) twin`;

export type EnterpriseTwinRow = {
  readonly enterpriseName: string;
  readonly masked: string;
  readonly caseId: string | null;
  readonly number: string | null;
};

/** Other enterprises that hold an account with the same number. */
export const accountsElsewhere = (db: Db, { enterpriseId }: OwnCase) =>
  db.$queryRaw<EnterpriseTwinRow[]>`
    SELECT DISTINCT ON (e.id) e.name AS "enterpriseName", theirs.masked_number AS masked, a.id::text AS "caseId", a.number
    FROM bank_account mine
    JOIN sealed_value s ON s.table_name = 'bank_account' AND s.column_name = 'number' AND s.row_id = mine.id
    JOIN sealed_value o ON o.table_name = 'bank_account' AND o.column_name = 'number' AND o.blind_index = s.blind_index
    JOIN bank_account theirs ON theirs.id = o.row_id AND theirs.enterprise_id <> mine.enterprise_id
    JOIN enterprise e ON e.id = theirs.enterprise_id
    LEFT JOIN LATERAL (
      SELECT c.id, c.number FROM application c WHERE c.enterprise_id = e.id AND c.submission_count > 0
      ORDER BY c.updated_at DESC LIMIT 1
    ) a ON true
    WHERE mine.enterprise_id = ${enterpriseId}::uuid AND mine.retired_at IS NULL
    LIMIT ${ENTERPRISES}`;

/** Other enterprises whose contact has the telephone of this case's contact. */
export const contactsElsewhere = (db: Db, { enterpriseId }: OwnCase, contactId: string) =>
  db.$queryRaw<EnterpriseTwinRow[]>`
    SELECT DISTINCT ON (e.id) e.name AS "enterpriseName", theirs.masked_mobile AS masked, a.id::text AS "caseId", a.number
    FROM sealed_value s
    JOIN sealed_value o ON o.table_name = 'contact' AND o.column_name = 'mobile' AND o.blind_index = s.blind_index
    JOIN contact theirs ON theirs.id = o.row_id AND theirs.enterprise_id <> ${enterpriseId}::uuid
    JOIN enterprise e ON e.id = theirs.enterprise_id
    LEFT JOIN LATERAL (
      SELECT c.id, c.number FROM application c WHERE c.enterprise_id = e.id AND c.submission_count > 0
      ORDER BY c.updated_at DESC LIMIT 1
    ) a ON true
    WHERE s.table_name = 'contact' AND s.column_name = 'mobile' AND s.row_id = ${contactId}::uuid
    LIMIT ${ENTERPRISES}`;

/** What the enterprise handed in before, newest first, with what a returned one was returned for. */
export const pastCases = (db: Db, { id, enterpriseId }: OwnCase) =>
  db.application.findMany({
    where: { enterpriseId, submissionCount: { gt: 0 }, NOT: { id } },
    orderBy: { submittedAt: 'desc' },
    take: PAST,
    select: {
      ...{ id: true, number: true, status: true, submittedAt: true, approvedFen: true, decisionReason: true },
      programmeYear: true,
      programme: { select: { name: true } },
      comments: {
        where: { sentAt: { not: null }, withdrawnAt: null },
        orderBy: { sentAt: 'desc' },
        take: 1,
        select: { text: true },
      },
    },
  });
