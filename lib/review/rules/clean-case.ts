import type { Fen } from '@/lib/kernel/fen';
import type { CaseView } from './case-view';
import { openOnes } from './opinions';

/** A case in short, for passing several clear ones in a row. */
export type BatchPreview = {
  readonly id: string;
  readonly number: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly totalFen: Fen;
  readonly talents: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: string;
    readonly standardFen: Fen;
    readonly checks: readonly { readonly id: string; readonly text: string }[];
    readonly papers: readonly BatchPaper[];
  }[];
  readonly papers: readonly BatchPaper[];
};
export type BatchPaper = {
  readonly label: string;
  readonly files: readonly { readonly fileId: string; readonly name: string }[];
};

type Judged = Pick<
  CaseView,
  | 'checks'
  | 'grantedElsewhere'
  | 'elsewhere'
  | 'snapshot'
  | 'changes'
  | 'comments'
  | 'opinions'
  | 'holdReason'
  | 'submission'
> & { readonly decisions: Readonly<Record<string, { readonly supported: boolean }>> };

/** What keeps a case from being passed in a batch; nothing of it is ever waived. Empty for a clear one. */
export function whyNotClean(view: Judged): string[] {
  const { snapshot, submission } = view;
  const hashes = snapshot.attachments.map(({ sha256 }) => sha256);
  const causes: readonly (readonly [boolean, string])[] = [
    [view.holdReason !== null, '本案已暂停办理'],
    [
      Object.values(view.checks).some((checks) => checks.some(({ result }) => result !== 'passed')),
      '自动核验没有全部通过',
    ],
    [Object.keys(view.grantedElsewhere).length > 0, '有人员已享受过本项补贴'],
    [new Set(hashes).size < hashes.length, '不同位置上传了同一文件'],
    [isElsewhere(view), '证件、手机、账户或材料与其他企业的相同'],
    [submission > 1 && view.changes.length > 0, '重新提交的内容有改动，须逐处核对'],
    [view.comments.some((one) => !one.sent && one.submission === submission), '有写好而未发出的意见'],
    [Object.values(view.decisions).some(({ supported }) => !supported), '有人员已定为不予支持'],
    [openOnes(view.opinions).length > 0, '加签还没有答复'],
  ];
  return causes.flatMap(([holds, cause]) => (holds ? [cause] : []));
}

/** Whether another enterprise handed in the same person or file, or has the same account or telephone. */
function isElsewhere({ elsewhere: { persons, mobiles, files, accounts, contacts } }: Judged): boolean {
  const foreign = [...Object.values(persons), ...Object.values(files)].flat().some(({ isOwn }) => !isOwn);
  return foreign || Object.keys(mobiles).length > 0 || accounts.length > 0 || contacts.length > 0;
}

/** `config` gives the words of the papers. */
export function batchPreview(view: CaseView): BatchPreview {
  const { snapshot, config } = view;
  const papersOf = (talentId: string | null): BatchPaper[] =>
    config.requirements.flatMap(({ id, label }) => {
      const files = snapshot.attachments
        .filter((file) => file.requirementId === id && file.talentId === talentId)
        .map(({ fileId, fileName: name }) => ({ fileId, name }));
      return files.length > 0 ? [{ label, files }] : [];
    });
  return {
    ...{ id: view.id, number: view.number, enterpriseName: view.enterprise.name, uscc: view.enterprise.uscc },
    totalFen: snapshot.award.totalFen,
    talents: snapshot.talents.map(({ id, name, category, categoryLabel, standardFen }) => ({
      ...{ id, name, standardFen, category: `${category} ${categoryLabel}` },
      checks: (view.checks[id] ?? []).map((check) => ({ id: check.id, text: check.evidence })),
      papers: papersOf(id),
    })),
    papers: papersOf(null),
  };
}
