import { PreviewStep } from '@/components/application/preview/preview-step';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { wizardParams, wizardView } from '../wizard-page';

export const metadata = { title: '预览' };

export default page(
  { who: 'enterprise', params: wizardParams, at: ({ applicationId }) => paths.edit(applicationId, 'preview') },
  async (given) => <PreviewStep view={await wizardView(given, 'preview')} />,
);
