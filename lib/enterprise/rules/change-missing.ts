import type { Answers } from '@/lib/programme/rules/config';
import { complaintsOf } from '@/lib/forms/rules/complaints';
import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { CHANGE_FIELDS, CHANGE_PAPERS, type ChangeKind } from './change-form';
import { normaliseEnterpriseName } from './normalise-name';
import { periodComplaint } from './registration-missing';
import { wrongOfCheck } from './registration-papers';

export type ChangeMissing = {
  /** What a link lands on: a field's or paper's id. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
};

export type ChangeAsTyped = {
  readonly kind: ChangeKind;
  readonly answers: Answers;
  readonly sealed: SealedAnswers;
  readonly papers: readonly { readonly kind: string; readonly checkState: string | null }[];
  /** What is registered now; for 企业信息变更. */
  readonly registered: Answers;
};

/** Everything that keeps a request from being handed in, in the order of the page. */
export function changeMissing(typed: ChangeAsTyped, today: ShanghaiDay): ChangeMissing[] {
  return [...fieldsMissing(typed, today), ...papersMissing(typed)];
}

function fieldsMissing(typed: ChangeAsTyped, today: ShanghaiDay): ChangeMissing[] {
  const { kind, answers, sealed, registered } = typed;
  if (kind === 'ENTERPRISE_INFO') {
    const changed = changedFields(answers, registered);
    if (Object.keys(changed).length === 0) return [{ id: 'name', label: '变更内容', text: '请改动至少一项登记信息。' }];
    const fields = CHANGE_FIELDS.ENTERPRISE_INFO.filter(({ id }) => id in changed);
    return complaintsOf(fields, changed, { today }).map(({ fieldId, label, text }) => ({ id: fieldId, label, text }));
  }
  const found = complaintsOf(CHANGE_FIELDS[kind], answers, { today, sealed }).map(({ fieldId, label, text }) => ({
    id: fieldId,
    label,
    text,
  }));
  const isPeriodGood = !found.some(({ id }) => id.startsWith('authorised'));
  const period = kind === 'ADMINISTRATOR' && isPeriodGood ? periodComplaint(answers, today) : null;
  return period ? [...found, { id: 'authorisedTo', label: '授权结束日期', text: period }] : found;
}

function papersMissing({ kind, papers }: ChangeAsTyped): ChangeMissing[] {
  return CHANGE_PAPERS[kind].flatMap(({ kind: id, label, isPrinted }): ChangeMissing[] => {
    const paper = papers.find((one) => one.kind === id);
    if (!paper) return [{ id, label, text: isPrinted ? `请打印、盖章并上传${label}。` : `请上传${label}。` }];
    const wrong = isPrinted ? wrongOfCheck(paper.checkState) : null;
    return wrong ? [{ id, label, text: wrong }] : [];
  });
}

/** Of what was typed, only what differs from what is registered. A name in another width is the same name. */
export function changedFields(answers: Answers, registered: Answers): Record<string, string> {
  return Object.fromEntries(
    CHANGE_FIELDS.ENTERPRISE_INFO.flatMap(({ id }): [string, string][] => {
      const [after, before] = [answers[id] ?? '', registered[id] ?? ''];
      if (after.trim() === '' || after === before) return [];
      const isSameName = id === 'name' && normaliseEnterpriseName(after) === normaliseEnterpriseName(before);
      return isSameName && after.normalize('NFKC') === before.normalize('NFKC') ? [] : [[id, after]];
    }),
  );
}
