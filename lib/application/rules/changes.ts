import { displayAnswer } from '@/lib/forms/rules/display-answer';
import type { FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { formatPart, partLabel, talentOfPart, type Part, type PartKey } from './part-keys';
import type { SnapshotAttachment, SnapshotTalent, SubmissionSnapshot } from './snapshot';
import { talentAnswers } from './draft';

/** One difference between two submissions, as a reviewer reads it. */
export type Change = {
  readonly part: PartKey;
  readonly talentId: string | null;
  readonly label: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Empty where there was, or is, nothing. Of sealed values the masks, which may read alike though the values differ. */
  readonly before: string;
  readonly after: string;
};

/** What is different in `current`, in the order of the form; removed talents come last. */
export function changesBetween(
  previous: SubmissionSnapshot,
  current: SubmissionSnapshot,
  config: ProgrammeConfig,
): Change[] {
  const names = { talents: [...current.talents, ...previous.talents] };
  const say = (part: Part, before: string, after: string): Change => ({
    part: formatPart(part),
    talentId: talentOfPart(part),
    label: partLabel(part, names, config),
    kind: before === '' ? 'added' : after === '' ? 'removed' : 'changed',
    before,
    after,
  });
  const pair = { a: previous, b: current, config, say };
  return [...enterpriseChanges(pair), ...contactChanges(pair), ...talentChanges(pair), ...fileChanges(pair)];
}

/** The earlier submission `a` and the later one `b`. */
type Pair = {
  readonly a: SubmissionSnapshot;
  readonly b: SubmissionSnapshot;
  readonly config: ProgrammeConfig;
  readonly say: (part: Part, before: string, after: string) => Change;
};

function enterpriseChanges({ a, b, config, say }: Pair): Change[] {
  return fieldsOf(config.enterprise).flatMap((field) => {
    const [before, after] = [a.answers[field.id] ?? '', b.answers[field.id] ?? ''];
    if (before === after) return [];
    return [say({ kind: 'field', fieldId: field.id }, displayAnswer(field, before), displayAnswer(field, after))];
  });
}

function contactChanges({ a, b, say }: Pair): Change[] {
  const line = ({ name, maskedMobile, maskedEmail }: SubmissionSnapshot['contact']) =>
    `${name} ${maskedMobile} ${maskedEmail}`;
  const [before, after] = [line(a.contact), line(b.contact)];
  const isSame = a.contact.id === b.contact.id && before === after;
  return isSame ? [] : [say({ kind: 'section', step: 'contact' }, before, after)];
}

function talentChanges(pair: Pair): Change[] {
  const { a, b, config, say } = pair;
  const kept = b.talents.flatMap((after) => {
    const before = a.talents.find(({ id }) => id === after.id);
    return before
      ? fieldsOf(config.entry).flatMap((field) => entryChange(field, { before, after }, pair))
      : [say({ kind: 'talent', talentId: after.id }, '', after.name)];
  });
  const gone = a.talents.filter(({ id }) => !b.talents.some((talent) => talent.id === id));
  return [
    ...orderChange(pair),
    ...kept,
    ...gone.map(({ id, name }) => say({ kind: 'talent', talentId: id }, name, '')),
  ];
}

function entryChange(
  field: FieldConfig,
  { before, after }: { before: SnapshotTalent; after: SnapshotTalent },
  { config: { categories }, say }: Pair,
): Change[] {
  const part: Part = { kind: 'talent-field', talentId: after.id, fieldId: field.id };
  if (field.sealed) {
    const [old, now] = [before.sealed[field.id], after.sealed[field.id]];
    return old?.hash === now?.hash ? [] : [say(part, old?.masked ?? '', now?.masked ?? '')];
  }
  const [old, now] = [talentAnswers(before)[field.id] ?? '', talentAnswers(after)[field.id] ?? ''];
  return old === now ? [] : [say(part, displayAnswer(field, old, categories), displayAnswer(field, now, categories))];
}

/** The order of those who stand in both; it decides whom the yearly cap cuts. */
function orderChange({ a, b, say }: Pair): Change[] {
  const inBoth = (from: SubmissionSnapshot, other: SubmissionSnapshot) =>
    from.talents.filter(({ id }) => other.talents.some((talent) => talent.id === id));
  const [before, after] = [inBoth(a, b), inBoth(b, a)];
  if (before.every(({ id }, index) => after[index]?.id === id)) return [];
  const line = (talents: readonly SnapshotTalent[]) => talents.map(({ name }) => name).join('、');
  return [say({ kind: 'section', step: 'talents' }, `顺序：${line(before)}`, `顺序：${line(after)}`)];
}

function fileChanges({ a, b, say }: Pair): Change[] {
  const keyOf = ({ requirementId, talentId }: SnapshotAttachment) =>
    formatPart({ kind: 'attachment', requirementId, talentId });
  const places = new Map([...b.attachments, ...a.attachments].map((file) => [keyOf(file), file]));
  return [...places].flatMap(([key, { requirementId, talentId }]) => {
    const [before, after] = [a, b].map(({ attachments }) => attachments.filter((file) => keyOf(file) === key));
    if (hashesOf(before) === hashesOf(after)) return [];
    return [say({ kind: 'attachment', requirementId, talentId }, namesOf(before), namesOf(after))];
  });
}

function hashesOf(files: readonly SnapshotAttachment[] = []): string {
  return files.map(({ sha256 }) => sha256).join(' ');
}

function namesOf(files: readonly SnapshotAttachment[] = []): string {
  return files.map(({ fileName }) => fileName).join('、');
}
