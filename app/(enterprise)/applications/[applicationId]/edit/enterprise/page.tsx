import { EnterpriseStep } from '@/components/application/steps/enterprise-step';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { wizardParams, wizardView } from '../wizard-page';

export const metadata = { title: '企业基本信息' };

export default page(
  {
    who: 'enterprise',
    params: wizardParams,
    at: ({ applicationId }) => paths.edit(applicationId, 'enterprise'),
  },
  async (given) => <EnterpriseStep view={await wizardView(given, 'enterprise')} />,
);
