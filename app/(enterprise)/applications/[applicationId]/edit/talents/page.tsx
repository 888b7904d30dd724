import { TalentsStep } from '@/components/application/talents/talents-step';
import { lastImport } from '@/lib/application/import-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { wizardParams, wizardView } from '../wizard-page';

export const metadata = { title: '引进人才信息' };

export default page(
  { who: 'enterprise', params: wizardParams, at: ({ applicationId }) => paths.edit(applicationId, 'talents') },
  async (given) => {
    const view = await wizardView(given, 'talents');
    return <TalentsStep view={view} lastImport={await lastImport(given.ctx, given.params.applicationId)} />;
  },
);
