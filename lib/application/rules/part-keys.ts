import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldById } from '@/lib/programme/rules/fields';
import { paths, WIZARD_STEPS, type WizardStep } from '@/lib/kernel/paths';

/**
 * The parts of an application that comments are pinned to, obstacles name and links lead to. As a key:
 * `whole`, `section:<step>`, `field:<fieldId>`, `talent:<talentId>`, `talent:<talentId>:<fieldId>`,
 * `attachment:<requirementId>`, `attachment:<requirementId>:<talentId>`.
 */
export type Part =
  | { readonly kind: 'whole' }
  | { readonly kind: 'section'; readonly step: WizardStep }
  | { readonly kind: 'field'; readonly fieldId: string }
  | { readonly kind: 'talent'; readonly talentId: string }
  | { readonly kind: 'talent-field'; readonly talentId: string; readonly fieldId: string }
  | { readonly kind: 'attachment'; readonly requirementId: string; readonly talentId: string | null };

export type PartKey = string;

const STEP_LABELS: Readonly<Record<Exclude<WizardStep, 'talents'>, string>> = {
  enterprise: '企业基本信息',
  contact: '联系信息',
  attachments: '附件信息',
  preview: '预览',
};

/** The title of a step; that of the entries carries the programme's own word (引进人才信息). */
export function stepLabel(step: WizardStep, { entryWord }: Pick<ProgrammeConfig, 'entryWord'>): string {
  return step === 'talents' ? `${entryWord}信息` : STEP_LABELS[step];
}

export function formatPart(part: Part): PartKey {
  switch (part.kind) {
    case 'whole':
      return 'whole';
    case 'section':
      return `section:${part.step}`;
    case 'field':
      return `field:${part.fieldId}`;
    case 'talent':
      return `talent:${part.talentId}`;
    case 'talent-field':
      return `talent:${part.talentId}:${part.fieldId}`;
    case 'attachment':
      return `attachment:${part.requirementId}${part.talentId === null ? '' : `:${part.talentId}`}`;
  }
}

/** Null for a text that is no key. Whether the part exists in an application is not asked here. */
export function parsePart(key: string): Part | null {
  const [kind, first, second, ...more] = key.split(':');
  if (key === 'whole') return { kind: 'whole' };
  if (!first || second === '' || more.length > 0) return null;
  if (kind === 'talent') {
    return second ? { kind: 'talent-field', talentId: first, fieldId: second } : { kind, talentId: first };
  }
  if (kind === 'attachment') return { kind, requirementId: first, talentId: second ?? null };
  if (second !== undefined) return null;
  if (kind === 'field') return { kind, fieldId: first };
  const step = WIZARD_STEPS.find((candidate) => candidate === first);
  return kind === 'section' && step ? { kind, step } : null;
}

/** The step of the wizard on which a part is mended; the whole is seen in the preview. */
export function stepOfPart(part: Part): WizardStep {
  switch (part.kind) {
    case 'whole':
      return 'preview';
    case 'section':
      return part.step;
    case 'field':
      return 'enterprise';
    case 'talent':
    case 'talent-field':
      return 'talents';
    case 'attachment':
      return 'attachments';
  }
}

/** The address that opens the wizard on the part itself. */
export function hrefOfPart(applicationId: string, part: Part): string {
  return paths.edit(applicationId, stepOfPart(part), part.kind === 'whole' ? undefined : formatPart(part));
}

/** The talent that a part belongs to; null for a part of the whole application. */
export function talentOfPart(part: Part): string | null {
  return 'talentId' in part ? part.talentId : null;
}

type NamedTalents = { readonly talents: readonly { readonly id: string; readonly name: string }[] };

/** `陈思睿，合同结束日期`, `本申请，承诺书`, `企业基本信息，主营业务`. A draft or a submitted version may be given. */
export function partLabel(part: Part, { talents }: NamedTalents, config: ProgrammeConfig): string {
  const nameOf = (talentId: string) =>
    talents.find(({ id }) => id === talentId)?.name || `未填姓名的${config.entryWord}`;
  const labelOf = (fieldId: string) => fieldById(config, fieldId)?.label ?? '其他内容';
  switch (part.kind) {
    case 'whole':
      return '本申请';
    case 'section':
      return stepLabel(part.step, config);
    case 'field':
      return `${STEP_LABELS.enterprise}，${labelOf(part.fieldId)}`;
    case 'talent':
      return nameOf(part.talentId);
    case 'talent-field':
      return `${nameOf(part.talentId)}，${labelOf(part.fieldId)}`;
    case 'attachment': {
      const requirement = config.requirements.find(({ id }) => id === part.requirementId)?.label ?? '其他材料';
      return `${part.talentId === null ? '本申请' : nameOf(part.talentId)}，${requirement}`;
    }
  }
}
