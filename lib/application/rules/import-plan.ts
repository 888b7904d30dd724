import { idTypeAmong, complaintsOf } from '@/lib/forms/rules/complaints';
import { derivedAnswers } from '@/lib/forms/rules/derive';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { maskAnswer } from '@/lib/forms/rules/mask-answer';
import { readCell, type CellRead } from '@/lib/forms/rules/sheet-cell';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Answers, FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { talentAnswers } from './draft';
import type { ImportRow } from './import-rows';
import { EMPTY_TALENT, talentAfter, type ClearTalent, type TalentAfter } from './talent-after';

/** A talent that stands in the draft, with what only the server may know of it. */
export type StandingTalent = ClearTalent & { readonly id: string; readonly masked: Answers };

export type CellFault = { readonly fieldId: string; readonly says: string };

/** What importing one row would do. Holds sealed values in the clear: for the server alone. */
export type PlannedRow = {
  readonly line: number;
  readonly what: 'new' | 'changed' | 'same';
  /** How the row was recognised: by the hidden number, by ID type and number, or not at all. */
  readonly by: 'key' | 'number' | 'none';
  readonly talentId: string | null;
  readonly name: string;
  /** Values that differ from what stands there, in their stored form. */
  readonly taken: Answers;
  readonly before: ClearTalent;
  readonly after: TalentAfter;
  readonly faults: readonly CellFault[];
  /** Why the row cannot be imported at all, whatever is chosen; null if it can. */
  readonly blocked: string | null;
  /** How many answers are still missing afterwards; never an error, a draft may lack them. */
  readonly missing: number;
};

export type PlanContext = {
  readonly config: ProgrammeConfig;
  readonly today: ShanghaiDay;
  /** The answers of the application. */
  readonly outer: Answers;
};

/**
 * What importing these rows would do to the list as it stands now. An empty cell leaves what stands there; so does a
 * masked number. A row is the talent of its hidden number, else the one of the same ID type and number, else a new one.
 */
export function planImport(
  rows: readonly ImportRow[],
  standing: readonly StandingTalent[],
  context: PlanContext,
): PlannedRow[] {
  const byId = new Map(standing.map((talent) => [talent.id, talent]));
  const byNumber = new Map(standing.flatMap((talent) => personOf(talent).map((person) => [person, talent] as const)));
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const typed = readRow(row, context);
    const person = personOf({ ...typed.identity, idType: typed.identity.idType || EMPTY_TALENT.idType })[0];
    const keyed = row.key === null ? undefined : byId.get(row.key);
    const numbered = person === undefined ? undefined : byNumber.get(person);
    const found = keyed ?? numbered;
    const planned = planRow(row, typed.cells, found, context);
    const mark = found ? `talent ${found.id}` : person && `person ${person}`;
    const first = mark === undefined ? undefined : seen.get(mark);
    if (mark !== undefined && first === undefined) seen.set(mark, row.line);
    const by = keyed ? 'key' : numbered ? 'number' : 'none';
    return { ...planned, by, blocked: blockedBy({ first, keyed, numbered }) };
  });
}

/** ID type and number, by which a person is found again; `[]` without a number. */
function personOf({ idType, clear }: Pick<ClearTalent, 'idType' | 'clear'>): string[] {
  return clear.idNumber ? [`${idType} ${clear.idNumber}`] : [];
}

function blockedBy(given: {
  first: number | undefined;
  keyed: StandingTalent | undefined;
  numbered: StandingTalent | undefined;
}): string | null {
  const { first, keyed, numbered } = given;
  if (first !== undefined) return `与第 ${first} 行是同一人。请合并为一行。`;
  if (keyed && numbered && keyed.id !== numbered.id) {
    return `证件号码与名单中的${numbered.name || '另一位'}相同。请核对证件号码。`;
  }
  return null;
}

type ReadCells = ReadonlyMap<string, { readonly field: FieldConfig; readonly text: string; readonly read: CellRead }>;

/** The cells that hold something, read; a number by the ID type beside it. */
function readRow(
  row: ImportRow,
  { config, today }: PlanContext,
): { cells: ReadCells; identity: Pick<ClearTalent, 'idType' | 'clear'> } {
  const fields = fieldsOf(config.entry);
  const { categories } = config;
  const typeField = fields.find(({ type }) => type === 'idType');
  const typeText = typeField && row.cells[typeField.id];
  const idType = typeField && typeText?.trim() ? readCell(typeField, typeText, { today }).value : '';
  const context = { today, categories, idType: idType || EMPTY_TALENT.idType };
  const cells = new Map(
    fields.flatMap((field) => {
      const text = row.cells[field.id] ?? '';
      return text.trim() === '' ? [] : [[field.id, { field, text, read: readCell(field, text, context) }] as const];
    }),
  );
  const number = cells.get('idNumber')?.read.value ?? '';
  return { cells, identity: { idType, clear: isMasked(number) || number === '' ? {} : { idNumber: number } } };
}

const isMasked = (text: string) => text.includes('*');

type PlannedCore = Omit<PlannedRow, 'by' | 'blocked'>;

function planRow(
  row: ImportRow,
  cells: ReadCells,
  found: StandingTalent | undefined,
  context: PlanContext,
): PlannedCore {
  const { config, today } = context;
  const before: ClearTalent = found ?? EMPTY_TALENT;
  const standing = { ...talentAnswers(before), ...before.clear };
  const faults: CellFault[] = [];
  const taken: Record<string, string> = {};
  for (const [fieldId, { field, text, read }] of cells) {
    if (field.sealed && isMasked(text)) {
      if (text.trim() !== found?.masked[fieldId]) faults.push({ fieldId, says: maskedSays(field, found) });
      continue;
    }
    if (read.says) faults.push({ fieldId, says: read.says });
    if (read.value !== (standing[fieldId] ?? '')) taken[fieldId] = read.value;
  }
  const after = talentAfter(before, taken, config, today);
  const complaints = complaintsOf(
    fieldsOf(config.entry),
    { ...talentAnswers(after), ...after.clear },
    {
      today,
      outer: context.outer,
      categories: config.categories,
    },
  );
  for (const { fieldId, kind, text } of complaints) {
    const isSaid = faults.some((one) => one.fieldId === fieldId);
    if (kind === 'wrong' && cells.has(fieldId) && !isSaid) faults.push({ fieldId, says: text });
  }
  faults.push(...contradictions(cells, after, context));
  const isSame = found !== undefined && sameTalent(found, after);
  return {
    line: row.line,
    what: found ? (isSame ? 'same' : 'changed') : 'new',
    talentId: found?.id ?? null,
    name: after.name,
    taken,
    before,
    after,
    faults,
    missing: complaints.filter(({ kind }) => kind === 'missing').length,
  };
}

function maskedSays({ label }: FieldConfig, found: StandingTalent | undefined): string {
  return found
    ? `带 * 的${label}与名单中的不一致。请填写完整，或留空表示不改。`
    : `带 * 的${label}不是完整内容。请填写完整。`;
}

/** What a number tells of a person goes before what was typed beside it; where the two differ one of them is wrong. */
function contradictions(cells: ReadCells, after: TalentAfter, { config, today }: PlanContext): CellFault[] {
  const fields = fieldsOf(config.entry);
  const idType = idTypeAmong(fields, talentAnswers(after)) ?? '';
  const carried = derivedAnswers(fields, idType, after.clear.idNumber ?? '', today);
  return fields.flatMap((field) => {
    const [told, typed] = [carried[field.id], cells.get(field.id)?.read.value];
    if (told === undefined || typed === undefined || typed === told) return [];
    return [{ fieldId: field.id, says: `证件号码显示为“${displayAnswer(field, told)}”，两者不一致。请核对证件号码。` }];
  });
}

function sameTalent(before: ClearTalent, after: ClearTalent): boolean {
  const flat = (talent: ClearTalent) => ({ ...talentAnswers(talent), ...talent.clear });
  const [a, b] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => (a[id] ?? '') === (b[id] ?? ''));
}

/** One difference as people read it, old → new; of sealed values the masks. */
export type FieldDifference = { readonly label: string; readonly before: string; readonly after: string };

export function differencesOf({ before, after }: PlannedRow, config: ProgrammeConfig): FieldDifference[] {
  return fieldsOf(config.entry).flatMap((field) => {
    const pair = [before, after].map((talent) =>
      field.sealed ? (talent.clear[field.id] ?? '') : (talentAnswers(talent)[field.id] ?? ''),
    );
    const [old = '', now = ''] = pair;
    if (old === now) return [];
    const say = (value: string) =>
      value === '' ? '' : field.sealed ? maskAnswer(field, value) : displayAnswer(field, value, config.categories);
    return [{ label: field.label, before: say(old), after: say(now) }];
  });
}

/** Which rows are taken over: those without an error, or with `all` the wrong ones as they stand too. */
export function rowsToTake(rows: readonly PlannedRow[], which: 'right' | 'all'): PlannedRow[] {
  return rows.filter(
    ({ what, blocked, faults }) => what !== 'same' && blocked === null && (which === 'all' || faults.length === 0),
  );
}
