import 'server-only';
import type { Context } from '@/lib/access/context';
import type { SnapshotTalent, SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { maskName } from '@/lib/kernel/personal-name';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import * as store from './elsewhere-store';
import type { Elsewhere, EnterpriseTwin, PastCase, PersonElsewhere, Twin } from './rules/elsewhere';

type Judged = { readonly snapshot: SubmissionSnapshot; readonly config: ProgrammeConfig };

/**
 * What of a case stands in others too: files, people, telephones, accounts, and the enterprise's own earlier cases. A
 * fixed number of queries whatever the case holds; nothing is unsealed, since equal values have equal indexes.
 */
export async function elsewhere(ctx: Context, own: store.OwnCase, { snapshot, config }: Judged): Promise<Elsewhere> {
  const columns = { person: columnsOf(config, 'idNumber'), mobile: columnsOf(config, 'mobile') };
  const { talents, attachments, contact } = snapshot;
  const hashes = [...new Set(attachments.map(({ sha256 }) => sha256))];
  const [files, people, phones, accounts, contacts, past] = await Promise.all([
    store.filesElsewhere(ctx.db, own, hashes),
    store.answersElsewhere(ctx.db, own, wantedOf(talents, columns.person), 'person'),
    store.answersElsewhere(ctx.db, own, wantedOf(talents, columns.mobile), 'mobile'),
    store.accountsElsewhere(ctx.db, own),
    store.contactsElsewhere(ctx.db, own, contact.id),
    store.pastCases(ctx.db, own),
  ]);
  const isOwn = ({ enterpriseId }: { enterpriseId: string }) => enterpriseId === own.enterpriseId;
  const persons = byTalent(talents, columns.person, people, (row) => personOf(row, isOwn(row)));
  const known = new Set(people.map(({ talentId }) => talentId));
  // Who applies again with the telephone of last year is no finding.
  const others = phones.filter(({ talentId }) => !known.has(talentId));
  return {
    files: grouped(
      files,
      ({ sha256 }) => sha256,
      (row) => twinOf(row, isOwn(row)),
    ),
    persons,
    mobiles: byTalent(talents, columns.mobile, others, (row) => twinOf(row, isOwn(row))),
    accounts: accounts.map(enterpriseTwin),
    contacts: contacts.map(enterpriseTwin),
    past: past.map(pastCase),
  };
}

function columnsOf({ entry }: ProgrammeConfig, type: 'idNumber' | 'mobile'): string[] {
  return fieldsOf(entry).flatMap((field) => (field.type === type && field.sealed ? [field.id] : []));
}

function wantedOf(talents: readonly SnapshotTalent[], columns: readonly string[]): store.Wanted[] {
  const all = talents.flatMap(({ sealed }) =>
    columns.flatMap((column) => (sealed[column] ? [{ column, hash: sealed[column].hash }] : [])),
  );
  return [...new Map(all.map((one) => [`${one.column} ${one.hash}`, one])).values()];
}

function byTalent<T>(
  talents: readonly SnapshotTalent[],
  columns: readonly string[],
  rows: readonly store.PersonRow[],
  make: (row: store.PersonRow) => T,
): Record<string, T[]> {
  const found = grouped(rows, ({ column, hash }) => `${column} ${hash}`, make);
  return Object.fromEntries(
    talents.flatMap(({ id, sealed }) => {
      const mine = columns.flatMap((column) => found[`${column} ${sealed[column]?.hash ?? ''}`] ?? []);
      return mine.length > 0 ? [[id, mine]] : [];
    }),
  );
}

function grouped<R, T>(rows: readonly R[], keyOf: (row: R) => string, make: (row: R) => T): Record<string, T[]> {
  const found: Record<string, T[]> = {};
  for (const row of rows) (found[keyOf(row)] ??= []).push(make(row));
  return found;
}

type TwinRow = Pick<store.FileTwinRow, 'id' | 'number' | 'enterpriseName' | 'name'>;

const twinOf = ({ id, number, enterpriseName, name }: TwinRow, isOwn: boolean): Twin => ({
  ...{ id, number, enterpriseName, isOwn },
  maskedName: name ? maskName(name) : null,
});

function personOf(row: store.PersonRow, isOwn: boolean): PersonElsewhere {
  const { id, number, programmeName, year, status, submittedAt, approvedFen, reason, enterpriseName } = row;
  return {
    ...{ id, number, programmeName, year, status, submittedAt, reason, enterpriseName, isOwn },
    approvedFen: approvedFen === null ? null : Number(approvedFen),
    supported: row.supported,
    because: row.because,
  };
}

const enterpriseTwin = ({ enterpriseName, masked, caseId, number }: store.EnterpriseTwinRow): EnterpriseTwin => ({
  ...{ enterpriseName, masked },
  case: caseId ? { id: caseId, number: number ?? '' } : null,
});

function pastCase(row: Awaited<ReturnType<typeof store.pastCases>>[number]): PastCase {
  const { id, number, status, submittedAt, approvedFen, decisionReason, programmeYear, programme, comments } = row;
  return {
    ...{ id, number: number ?? '', status, submittedAt, year: programmeYear, programmeName: programme.name },
    approvedFen: approvedFen === null ? null : Number(approvedFen),
    reason: decisionReason ?? comments[0]?.text ?? null,
  };
}
