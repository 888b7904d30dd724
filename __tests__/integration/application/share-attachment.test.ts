import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { attachFile } from '@/lib/application/commands/attach-file';
import { shareAttachment } from '@/lib/application/commands/share-attachment';
import { draftForEdit } from '@/lib/application/queries';
import { storeUpload } from '@/lib/files/commands/store-upload';
import { aDraft } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from './application-world';
import * as hostile from './hostile-files';

let world: ApplicationWorld;
beforeAll(async () => {
  world = await applicationWorld();
});
afterAll(() => world.drop());

it('attaches one stored file to each of several talents, once however often it is asked, and takes no more room', async () => {
  const { applicationId } = await aDraft(world.clerk, { withoutPapers: true });
  const { draft } = await draftForEdit(world.clerk, applicationId);
  const [first, second] = draft.talents.map(({ id }) => id);
  if (!first || !second) throw new Error('two talents are needed');
  const { enterpriseId, id: uploadedBy } = world.clerk.actor;
  const upload = { bytes: hostile.aPdf(), name: '社保.pdf', purpose: 'attachment' } as const;
  const stored = await storeUpload(world.clerk, upload, { enterpriseId, uploadedBy });
  if (!stored.ok) throw new Error(stored.refusal.code);
  const place = { applicationId, requirementId: 'insuranceRecord', talentId: first };
  const attached = await attachFile(world.clerk, { ...place, fileId: stored.value.fileId });
  if (!attached.ok) throw new Error(attached.refusal.code);
  const { attachmentId } = attached.value;
  const share = () => shareAttachment(world.clerk, { applicationId, attachmentId, talentIds: [first, second] });

  expect(await share()).toMatchObject({ ok: true, value: { added: 1 } });
  expect(await share()).toMatchObject({ ok: true, value: { added: 0 } });
  const after = (await draftForEdit(world.clerk, applicationId)).draft.attachments;
  expect(after.map(({ talentId, fileId }) => ({ talentId, fileId }))).toEqual([
    { talentId: first, fileId: stored.value.fileId },
    { talentId: second, fileId: stored.value.fileId },
  ]);
  // Another enterprise learns nothing of it, and no talent of another application is reached.
  const asked = { applicationId, attachmentId, talentIds: [second] };
  expect(await shareAttachment(world.stranger, asked)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  const foreign = { ...asked, talentIds: [applicationId] };
  expect(await shareAttachment(world.clerk, foreign)).toMatchObject({ refusal: { code: 'file-not-asked-for' } });
});
