import { AttachmentsStep } from '@/components/application/attachments/attachments-step';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { moveAttachmentAction, shareAttachmentAction, takeOverAction } from './actions';
import { wizardParams, wizardView } from '../wizard-page';

export const metadata = { title: '附件信息' };

export default page(
  { who: 'enterprise', params: wizardParams, at: ({ applicationId }) => paths.edit(applicationId, 'attachments') },
  async (given) => (
    <AttachmentsStep
      view={await wizardView(given, 'attachments')}
      actions={{
        moveAttachment: moveAttachmentAction,
        shareAttachment: shareAttachmentAction,
        takeOver: takeOverAction,
      }}
    />
  ),
);
