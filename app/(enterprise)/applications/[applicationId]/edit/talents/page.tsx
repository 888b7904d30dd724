import { TalentsStep } from '@/components/application/talents/talents-step';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { wizardParams, wizardView } from '../wizard-page';

export const metadata = { title: '引进人才信息' };

export default page(
  { who: 'enterprise', params: wizardParams, at: ({ applicationId }) => paths.edit(applicationId, 'talents') },
  async (given) => <TalentsStep view={await wizardView(given, 'talents')} />,
);
