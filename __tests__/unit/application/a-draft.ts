import type { AttachmentView, DraftView, TalentView } from '@/lib/application/rules/draft';
import { askedPapers } from '@/lib/application/rules/requirements';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { takeSnapshot } from '@/lib/application/rules/take-snapshot';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { completeEnterpriseAnswers, completeTalent, inventedUscc, type TalentOptions } from '../../builders/answers';

export const CONFIG = talentRecruitment;

export function aTalent(options: TalentOptions, more: Partial<TalentView> = {}): TalentView {
  const { name, idType, category, answers, sealed } = completeTalent(options);
  return {
    id: `talent-${options.seed}`,
    position: options.seed,
    name,
    idType,
    category,
    answers,
    sealed,
    amountFen: standardFenOf(CONFIG, { category }),
    samePersonAs: null,
    ...more,
  };
}

export const FOUR = [
  aTalent({ category: 'A', name: '安德烈·诺瓦克', seed: 1, nationality: '波兰', overseas: true }),
  aTalent({ category: 'B', name: '欧阳文静', seed: 2 }),
  aTalent({ category: 'C', name: '王䶮', seed: 3, byTitle: true }),
  aTalent({ category: 'D', name: '张明远', seed: 4, byAgency: true }),
];

/** A draft that can be handed in: every answer, a contact, every paper that is asked for. */
export function aDraft(more: Partial<DraftView> = {}): DraftView {
  const draft: DraftView = {
    id: 'application-1',
    status: 'DRAFT',
    revision: 7,
    answers: completeEnterpriseAnswers(),
    contact: { id: 'contact-1', name: '李华', maskedMobile: '138****0000', maskedEmail: 'l***@example.com' },
    talents: FOUR,
    attachments: [],
    acceptedInstructions: CONFIG.instructions.version,
    firstSubmittedOn: null,
    ...more,
  };
  return more.attachments ? draft : { ...draft, attachments: everyPaper(draft) };
}

export function anEmptyDraft(): DraftView {
  return aDraft({ answers: {}, contact: null, talents: [], attachments: [], acceptedInstructions: null });
}

function everyPaper(draft: DraftView): AttachmentView[] {
  return askedPapers(draft, CONFIG).map(({ requirement, talentId }, index) => aFile(index, requirement.id, talentId));
}

export function aFile(index: number, requirementId: string, talentId: string | null): AttachmentView {
  return {
    id: `attachment-${index}`,
    requirementId,
    talentId,
    fileId: `file-${index}`,
    fileName: `${requirementId}-${index}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: 180_000,
    uploadedAt: '2026-11-20T06:03:00.000Z',
  };
}

/** The draft as submitted; the hash of a sealed value is derived from its mask unless given. */
export function aSnapshot(
  draft: DraftView = aDraft(),
  hashOf = (masked: string) => `hash of ${masked}`,
): SubmissionSnapshot {
  const hashes = draft.talents.map(({ id, sealed }) => [
    id,
    Object.fromEntries(Object.entries(sealed).map(([fieldId, { masked }]) => [fieldId, hashOf(masked)])),
  ]);
  return takeSnapshot(draft, CONFIG, {
    number: 1,
    submittedAt: '2026-11-23T06:03:00.000Z',
    programme: { id: 'p', versionId: 'v', code: CONFIG.code, name: CONFIG.name, year: 2026 },
    enterprise: { id: 'e', name: '苏州示例智能科技有限公司', uscc: inventedUscc(1) },
    contact: draft.contact ?? { id: '', name: '', maskedMobile: '', maskedEmail: '' },
    instructionsVersion: CONFIG.instructions.version,
    hashes: Object.fromEntries(hashes),
    sha256: Object.fromEntries(draft.attachments.map(({ fileId }) => [fileId, `sha256 of ${fileId}`])),
    capFen: CONFIG.yearlyCapFen,
    grantedThisYearFen: 0,
  });
}

export function without<T extends Readonly<Record<string, unknown>>>(record: T, key: string): T {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as T;
}
