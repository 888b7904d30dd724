import { talentAnswers } from '@/lib/application/rules/draft';
import { formatPart, parsePart, partLabel, talentOfPart, type PartKey } from '@/lib/application/rules/part-keys';
import type { SnapshotAttachment, SnapshotTalent } from '@/lib/application/rules/snapshot';
import { fieldsThatApply } from '@/lib/forms/rules/applying';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { standardDerivation } from '@/lib/programme/rules/amounts';
import type { FieldConfig } from '@/lib/programme/rules/config';
import type { CaseView } from './case-view';
import {
  ENTERPRISE_PART,
  partIdOf,
  type DeskChange,
  type DeskFile,
  type DeskPaper,
  type DeskPart,
  type DeskRow,
} from './desk';
import { pastOfPerson } from './desk-past';
import { fieldChecks } from './desk-checks';
import { proofOf } from './proof-places';
import { enterpriseRows, systemRows } from './system-rows';

/** The parts of a case in the order of the strip: the enterprise, then each talent. */
export function deskParts(view: CaseView): DeskPart[] {
  return [enterprisePart(view), ...view.snapshot.talents.map((talent) => talentPart(talent, view))];
}

function enterprisePart(view: CaseView): DeskPart {
  const { snapshot, config } = view;
  const sections = config.enterprise.map(({ title, fields }) => ({
    title,
    rows: fieldsThatApply(fields, snapshot.answers).map((field) => ({
      ...plainRow(
        formatPart({ kind: 'field', fieldId: field.id }),
        field.label,
        shown(field, snapshot.answers, view),
        view,
      ),
      proof: proofOf(field, null, view),
    })),
  }));
  const { contact } = snapshot;
  const contactRows = [
    ['姓名', contact.name],
    ['手机', contact.maskedMobile],
    ['邮箱', contact.maskedEmail],
  ].map(([label = '', value = '']) => plainRow(null, label, value, view));
  return {
    id: ENTERPRISE_PART,
    title: '企业信息及附件',
    own: formatPart({ kind: 'section', step: 'enterprise' }),
    talent: null,
    sections: [...sections, { title: '联系人', rows: contactRows }, { title: '系统核对', rows: enterpriseRows(view) }],
    papers: papersOf(view, null),
    changes: changesOf(view, ENTERPRISE_PART),
  };
}

function talentPart(talent: SnapshotTalent, view: CaseView): DeskPart {
  const { config, snapshot } = view;
  const answers = talentAnswers(talent);
  const sealed = Object.fromEntries(
    Object.entries(talent.sealed).map(([id, { masked }]) => [id, { masked, ok: true as const }]),
  );
  const asked = new Set(
    fieldsThatApply(
      config.entry.flatMap(({ fields }) => fields),
      answers,
      { outer: snapshot.answers, sealed },
    ),
  );
  const sections = config.entry.map(({ title, fields }) => ({
    title,
    rows: fields
      .filter((field) => asked.has(field) && field.type !== 'personName')
      .map((field) => talentRow(field, talent, view)),
  }));
  return {
    id: talent.id,
    title: talent.name,
    own: formatPart({ kind: 'talent', talentId: talent.id }),
    talent: {
      categoryLabel: `${talent.category} ${talent.categoryLabel}`,
      standardFen: talent.standardFen,
      standardNote: standardDerivation(view.config, talentAnswers(talent)),
      position: talent.position,
      earlier: view.earlier[talent.id] ?? null,
      past: pastOfPerson(view.elsewhere.persons[talent.id] ?? []),
    },
    sections: [...sections, { title: '系统核对', rows: systemRows(talent, view) }],
    papers: papersOf(view, talent.id),
    changes: changesOf(view, talent.id),
  };
}

function talentRow(field: FieldConfig, talent: SnapshotTalent, view: CaseView): DeskRow {
  const pin = formatPart({ kind: 'talent-field', talentId: talent.id, fieldId: field.id });
  const masked = talent.sealed[field.id]?.masked;
  const value = field.sealed ? (masked ?? '') : shown(field, talentAnswers(talent), view);
  return {
    ...plainRow(pin, field.label, value, view),
    checks: fieldChecks(field, talent, view),
    proof: proofOf(field, talent, view),
    reveal: masked === undefined ? null : { talentId: talent.id, fieldId: field.id },
  };
}

function plainRow(pin: PartKey | null, label: string, value: string, view: CaseView): DeskRow {
  const isChanged = view.changes.some(({ part }) => part === pin);
  return { pin, label, value, isChanged, checks: [], proof: null, reveal: null };
}

function shown(field: FieldConfig, answers: Readonly<Record<string, string>>, { config }: CaseView): string {
  return displayAnswer(field, answers[field.id], config.categories);
}

function papersOf(view: CaseView, talentId: string | null): DeskPaper[] {
  return view.config.requirements.flatMap(({ id, label }) => {
    const files = view.snapshot.attachments.filter((file) => file.requirementId === id && file.talentId === talentId);
    const key = formatPart({ kind: 'attachment', requirementId: id, talentId });
    const isChanged = view.changes.some(({ part }) => part === key);
    return files.length > 0 ? [{ key, label, files: files.map(fileOf), isChanged }] : [];
  });
}

function fileOf({ fileId, fileName, mediaType, sizeBytes }: SnapshotAttachment): DeskFile {
  return {
    fileId,
    name: fileName,
    kind: mediaType === 'application/pdf' ? 'pdf' : 'picture',
    size: sizeBytes < 1_000_000 ? `${Math.ceil(sizeBytes / 1000)} KB` : `${(sizeBytes / 1_000_000).toFixed(1)} MB`,
  };
}

/** The differences shown with a part; those of a talent who is gone, and of the order, stand with the enterprise. */
function changesOf(view: CaseView, partId: string): DeskChange[] {
  const { changes, snapshot, config } = view;
  const present = new Set(snapshot.talents.map(({ id }) => id));
  const homeOf = (key: PartKey) => {
    const id = partIdOf(key);
    return present.has(id) ? id : ENTERPRISE_PART;
  };
  return changes
    .filter(({ part }) => homeOf(part) === partId)
    .map(({ part, label, kind, before, after }) => ({
      key: part,
      label: present.has(partId) ? withoutName(part, label, { snapshot, config }) : label,
      before: kind === 'added' ? '' : before,
      after: kind === 'removed' ? '' : after,
      ...filesOfChange(part, view),
    }));
}

/** Both sides of a paper that was replaced, so that they can be laid beside each other. */
function filesOfChange(key: PartKey, { snapshot, previousFiles }: CaseView): Pick<DeskChange, 'files'> {
  const part = parsePart(key);
  if (part?.kind !== 'attachment') return {};
  const isHere = (file: SnapshotAttachment) =>
    file.requirementId === part.requirementId && file.talentId === part.talentId;
  const before = previousFiles.filter(isHere).map(fileOf);
  return { files: { before, after: snapshot.attachments.some(isHere) ? key : null } };
}

/** `合同结束日期` instead of `陈思睿，合同结束日期`, where the name stands above. */
function withoutName(key: PartKey, label: string, { snapshot, config }: Pick<CaseView, 'snapshot' | 'config'>): string {
  const part = parsePart(key);
  const talentId = part && talentOfPart(part);
  if (!part || !talentId || part.kind === 'talent') return label;
  return label.slice(partLabel({ kind: 'talent', talentId }, snapshot, config).length + 1);
}
