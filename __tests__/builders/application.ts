import { createHash } from 'node:crypto';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { addTalent } from '@/lib/application/commands/add-talent';
import { attachFile } from '@/lib/application/commands/attach-file';
import { beginUpload } from '@/lib/application/commands/begin-upload';
import { chooseContact } from '@/lib/application/commands/choose-contact';
import { finishUpload } from '@/lib/application/commands/finish-upload';
import { receivePart } from '@/lib/application/commands/receive-part';
import { saveAnswers } from '@/lib/application/commands/save-answers';
import { saveTalent } from '@/lib/application/commands/save-talent';
import { startApplication } from '@/lib/application/commands/start-application';
import { submit } from '@/lib/application/commands/submit';
import { PART_BYTES } from '@/lib/files/rules/upload-limits';
import { storeUpload } from '@/lib/files/commands/store-upload';
import { draftForEdit } from '@/lib/application/queries';
import type { DraftView } from '@/lib/application/rules/draft';
import { partLabel } from '@/lib/application/rules/part-keys';
import { askedPapers, filesOf, type AskedPaper } from '@/lib/application/rules/requirements';
import type { Result } from '@/lib/kernel/result';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { programmeByCode } from '@/lib/programme/queries';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { completeEnterpriseAnswers, completeTalent, type TalentOptions } from './answers';
import { paperPicture } from './paper-picture';

export type DraftPlan = {
  /** Code of a published programme whose window is open at `ctx.now`. */
  readonly programme?: string;
  readonly talents?: readonly TalentOptions[];
  /** Entries of another programme than the sample one, each by field id. */
  readonly entries?: readonly Answers[];
  /** Answers to the enterprise's form that differ from the complete ones. */
  readonly answers?: Answers;
  /** The contact; the enterprise's usual one when left out. */
  readonly contactId?: string;
  /** Leaves the papers out. */
  readonly withoutPapers?: boolean;
  /** The bytes of one paper; a drawn page when left out, a small one where nothing is shared. */
  readonly paper?: (asked: AskedPaper, label: string) => Uint8Array;
  /** Stored files to use again, by enterprise and requirement: a demo need not draw and decode each page anew. */
  readonly shared?: Map<string, string>;
};

export type BuiltApplication = { readonly applicationId: string; readonly talentIds: readonly string[] };

type EnterpriseContext = Context<EnterpriseActor>;

export const TWO_TALENTS: readonly TalentOptions[] = [
  { category: 'B', name: '欧阳文静', seed: 101 },
  { category: 'D', name: '张明远', seed: 102 },
];

/** A draft with everything that can be handed in, made by the commands that the pages use. */
export async function aDraft(ctx: EnterpriseContext, plan: DraftPlan = {}): Promise<BuiltApplication> {
  const code = plan.programme ?? 'talent-recruitment';
  const programme = await programmeByCode(ctx, code);
  if (!programme) throw new Error(`no published programme ${code}`);
  const { config } = programme;
  const begun = await startApplication(ctx, {
    programme: code,
    instructions: config.instructions.version,
    accepted: 'yes',
  });
  const { applicationId } = must(begun);
  await fillEnterprise(ctx, applicationId, plan.answers ?? {});
  if (plan.contactId) must(await chooseContact(ctx, { applicationId, contactId: plan.contactId }));
  const talentIds: string[] = [];
  const entries = plan.entries ?? (plan.talents ?? TWO_TALENTS).map((one) => talentEntry(one, shanghaiDayOf(ctx.now)));
  for (const entry of entries) talentIds.push(await anEntryOf(ctx, applicationId, entry));
  if (!plan.withoutPapers) await attachPapers(ctx, applicationId, plan);
  return { applicationId, talentIds };
}

/** A draft that was handed in: 第 1 次提交, with its 受理编号. */
export async function aSubmitted(
  ctx: EnterpriseContext,
  plan: DraftPlan = {},
): Promise<BuiltApplication & { readonly number: string }> {
  const built = await aDraft(ctx, plan);
  return { ...built, number: await handIn(ctx, built.applicationId) };
}

/** Hands in whatever stands there as the next submission; answers the 受理编号. */
export async function handIn(ctx: EnterpriseContext, applicationId: string): Promise<string> {
  const { draft, submissionCount } = await draftForEdit(ctx, applicationId);
  const input = { applicationId, seenRevision: draft.revision, submission: submissionCount + 1 };
  return must(await submit(ctx, input)).number;
}

/** Adds one complete talent; answers its id. */
export async function aTalentOf(
  ctx: EnterpriseContext,
  applicationId: string,
  options: TalentOptions,
): Promise<string> {
  return anEntryOf(ctx, applicationId, talentEntry(options, shanghaiDayOf(ctx.now)));
}

function talentEntry(options: TalentOptions, appliedOn: ShanghaiDay): Answers {
  const { name, idType, category, answers, sealedClear } = completeTalent({ appliedOn, ...options });
  return { name, idType, category, ...answers, ...sealedClear };
}

/** Adds one entry with these answers; answers its id. */
async function anEntryOf(ctx: EnterpriseContext, applicationId: string, answers: Answers): Promise<string> {
  const added = must(await addTalent(ctx, { applicationId }));
  const changes = Object.entries(answers).map(([fieldId, value]) => ({ fieldId, was: '', value }));
  must(await saveTalent(ctx, { applicationId, talentId: added.talentId, base: added.revision, changes }));
  return added.talentId;
}

/** Puts a drawn page under every paper that is asked for and has none. */
export async function attachPapers(
  ctx: EnterpriseContext,
  applicationId: string,
  plan: Pick<DraftPlan, 'paper' | 'shared'> = {},
): Promise<void> {
  const { draft, config } = await draftForEdit(ctx, applicationId);
  const open = askedPapers(draft, config).filter(
    ({ requirement, talentId }) =>
      !requirement.optional && filesOf(draft.attachments, requirement.id, talentId).length === 0,
  );
  for (const asked of open) {
    const { requirement, talentId } = asked;
    const fileId = await storedPaper(ctx, asked, labelOf(asked, draft, config), plan);
    must(await attachFile(ctx, { applicationId, requirementId: requirement.id, talentId, fileId }));
  }
}

async function storedPaper(
  ctx: EnterpriseContext,
  asked: AskedPaper,
  label: string,
  { shared, paper = shared ? drawnPaper : smallPaper }: Pick<DraftPlan, 'paper' | 'shared'>,
): Promise<string> {
  const key = `${ctx.actor.enterpriseId} ${asked.requirement.id}`;
  const known = shared?.get(key);
  if (known) return known;
  const upload = { bytes: paper(asked, label), name: `${label}.jpg`, purpose: 'attachment' };
  const { fileId } = must(
    await storeUpload(ctx, upload, { enterpriseId: ctx.actor.enterpriseId, uploadedBy: ctx.actor.id }),
  );
  shared?.set(key, fileId);
  return fileId;
}

async function fillEnterprise(ctx: EnterpriseContext, applicationId: string, more: Answers): Promise<void> {
  const { draft, config, profileFields } = await draftForEdit(ctx, applicationId);
  const typed = { ...completeEnterpriseAnswers(), ...more };
  const changes = fieldsOf(config.enterprise)
    .filter(({ id }) => !profileFields.includes(id) && typed[id] !== undefined)
    .map(({ id }) => ({ fieldId: id, was: draft.answers[id] ?? '', value: typed[id] ?? '' }));
  must(await saveAnswers(ctx, { applicationId, base: draft.revision, changes }));
}

let serial = 0;

function drawnPaper({ requirement }: AskedPaper, label: string, isSmall = false): Uint8Array {
  serial += 1;
  const [about = ''] = label.split('，');
  return paperPicture({ title: requirement.label, lines: [about], serial, isSmall });
}

const smallPaper = (asked: AskedPaper, label: string) => drawnPaper(asked, label, true);

function labelOf({ requirement, talentId }: AskedPaper, draft: DraftView, config: ProgrammeConfig): string {
  return partLabel({ kind: 'attachment', requirementId: requirement.id, talentId }, draft, config);
}

function must<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`the builder was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** One file in parts to its place, as a page sends it; answers what the last step answered. */
export async function sendInParts(
  ctx: EnterpriseContext,
  place: { applicationId: string; requirementId: string; talentId: string | null; replaces?: string | null },
  bytes: Uint8Array,
  more: { readonly name?: string; readonly again?: boolean } = {},
) {
  const { name = 'a.jpg', again = false } = more;
  const fingerprint = createHash('sha256').update(bytes).digest('hex');
  const begun = await beginUpload(ctx, {
    ...place,
    replaces: place.replaces ?? null,
    ...{ name, again, fingerprint, sizeBytes: bytes.length },
  });
  if (!begun.ok) return begun;
  const { uploadId } = begun.value;
  for (let at = begun.value.receivedBytes; at < bytes.length; at += PART_BYTES) {
    const part = bytes.slice(at, at + PART_BYTES);
    const taken = await receivePart(ctx, { uploadId, offset: at }, new Blob([part]).stream());
    if (!taken.ok) return taken;
  }
  return finishUpload(ctx, { uploadId, again });
}
