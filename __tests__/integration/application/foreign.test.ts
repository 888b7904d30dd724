import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnterpriseActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { addTalent } from '@/lib/application/commands/add-talent';
import { attachFile } from '@/lib/application/commands/attach-file';
import { chooseContact } from '@/lib/application/commands/choose-contact';
import { discardDraft, restoreDraft } from '@/lib/application/commands/discard-draft';
import { beginUpload } from '@/lib/application/commands/begin-upload';
import { finishUpload } from '@/lib/application/commands/finish-upload';
import { moveAttachment } from '@/lib/application/commands/move-attachment';
import { cancelUpload, receivePart } from '@/lib/application/commands/receive-part';
import { removeAttachment } from '@/lib/application/commands/remove-attachment';
import { removeTalents } from '@/lib/application/commands/remove-talents';
import { reorderTalents } from '@/lib/application/commands/reorder-talents';
import { restoreAttachment } from '@/lib/application/commands/restore-attachment';
import { restoreTalents } from '@/lib/application/commands/restore-talents';
import { saveAnswers } from '@/lib/application/commands/save-answers';
import { saveTalent } from '@/lib/application/commands/save-talent';
import { submit } from '@/lib/application/commands/submit';
import { takeOver } from '@/lib/application/commands/take-over';
import { takeBack } from '@/lib/application/commands/take-back';
import { withdraw } from '@/lib/application/commands/withdraw';
import { draftForEdit, submissionForReading } from '@/lib/application/queries';
import { newId } from '@/lib/db/ids';
import type { Result } from '@/lib/kernel/result';
import { aDraft } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from './application-world';

type Run = (ctx: Context<EnterpriseActor>) => Promise<Result<unknown, { readonly code: string }>>;

let world: ApplicationWorld;
let acts: Readonly<Record<string, Run>>;
let applicationId: string;
beforeAll(async () => {
  world = await applicationWorld();
  const built = await aDraft(world.clerk);
  applicationId = built.applicationId;
  const [talentId = ''] = built.talentIds;
  const { draft } = await draftForEdit(world.clerk, applicationId);
  const [attachment] = draft.attachments;
  const attachmentId = attachment?.id ?? '';
  const base = draft.revision;
  const changes = [{ fieldId: 'employees', was: '128', value: '1' }];
  const ofTalent = [{ fieldId: 'position', was: '算法工程师', value: '别人' }];
  const place = { applicationId, requirementId: 'businessLicence', talentId: null };
  const aFile = { ...place, replaces: null, name: 'a.jpg', sizeBytes: 9, fingerprint: 'nine bytes', again: false };
  const begun = await beginUpload(world.clerk, aFile);
  const uploadId = begun.ok ? begun.value.uploadId : '';
  acts = {
    saveAnswers: (ctx) => saveAnswers(ctx, { applicationId, base, changes }),
    saveTalent: (ctx) => saveTalent(ctx, { applicationId, talentId, base, changes: ofTalent }),
    chooseContact: (ctx) => chooseContact(ctx, { applicationId, contactId: world.other.contactIds[0] ?? '' }),
    addTalent: (ctx) => addTalent(ctx, { applicationId }),
    removeTalents: (ctx) => removeTalents(ctx, { applicationId, talentIds: [talentId] }),
    restoreTalents: (ctx) => restoreTalents(ctx, { applicationId, talentIds: [talentId] }),
    reorderTalents: (ctx) => reorderTalents(ctx, { applicationId, talentIds: [...built.talentIds].reverse() }),
    attachFile: (ctx) => attachFile(ctx, { ...place, fileId: attachment?.fileId ?? '' }),
    beginUpload: (ctx) => beginUpload(ctx, aFile),
    receivePart: (ctx) => receivePart(ctx, { uploadId, offset: 0 }, null),
    finishUpload: (ctx) => finishUpload(ctx, { uploadId }),
    cancelUpload: (ctx) => cancelUpload(ctx, uploadId),
    moveAttachment: (ctx) => moveAttachment(ctx, { applicationId, attachmentId, by: 1 }),
    takeOver: (ctx) => takeOver(ctx, { ...place, attachmentId }),
    removeAttachment: (ctx) => removeAttachment(ctx, { applicationId, attachmentId }),
    restoreAttachment: (ctx) => restoreAttachment(ctx, { applicationId, attachmentId }),
    submit: (ctx) => submit(ctx, { applicationId, seenRevision: base, submission: 1 }),
    discardDraft: (ctx) => discardDraft(ctx, { applicationId }),
    restoreDraft: (ctx) => restoreDraft(ctx, { applicationId }),
    takeBack: (ctx) => takeBack(ctx, { applicationId }),
    withdraw: (ctx) => withdraw(ctx, { applicationId }),
  };
});
afterAll(() => world.drop());

const standing = async () => ({
  row: await world.db.application.findUniqueOrThrow({ where: { id: applicationId } }),
  view: await draftForEdit(world.clerk, applicationId),
});

describe('an application of another enterprise', () => {
  it('is answered by every command as if it did not exist, and stays as it was', async () => {
    const before = await standing();
    for (const [name, act] of Object.entries(acts)) {
      expect([name, await act(world.stranger)]).toEqual([name, { ok: false, refusal: { code: 'not-found' } }]);
    }
    expect(await standing()).toEqual(before);
  });

  it('is not told apart from one that there is none of by reading either', async () => {
    for (const id of [applicationId, newId()]) {
      await expect(draftForEdit(world.stranger, id)).rejects.toThrow(Denied);
      await expect(submissionForReading(world.stranger, id, 1)).rejects.toThrow(Denied);
    }
  });
});

describe("one's own application", () => {
  it('is read but not acted on by the administrator of the enterprise', async () => {
    const admin = world.clerkAt(world.clerk.now, 'ADMIN');
    expect((await draftForEdit(admin, applicationId)).draft.id).toBe(applicationId);
    for (const act of Object.values(acts)) await expect(act(admin)).rejects.toThrow(Denied);
  });

  it('is read but not acted on while the enterprise is frozen', async () => {
    const frozen = { ...world.clerk, actor: { ...world.clerk.actor, frozen: true } };
    expect((await draftForEdit(frozen, applicationId)).isEditable).toBe(false);
    for (const act of Object.values(acts)) await expect(act(frozen)).rejects.toThrow(Denied);
  });
});

describe('a contact or file of another enterprise', () => {
  it('cannot be chosen or attached', async () => {
    const contactId = world.other.contactIds[0] ?? '';
    const contact = await chooseContact(world.clerk, { applicationId, contactId });
    expect(contact).toEqual({ ok: false, refusal: { code: 'not-found' } });
    const foreign = await aDraft(world.stranger);
    const { draft } = await draftForEdit(world.stranger, foreign.applicationId);
    const place = { applicationId, requirementId: 'commitmentLetter', talentId: null };
    const file = await attachFile(world.clerk, { ...place, fileId: draft.attachments[0]?.fileId ?? '' });
    expect(file).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});
