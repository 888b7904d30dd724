import { ContactStep } from '@/components/application/steps/contact-step';
import { myContacts } from '@/lib/enterprise/queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { retireContactCall, saveContactCall } from '../../../../contacts/actions';
import { wizardParams, wizardView } from '../wizard-page';

export const metadata = { title: '联系信息' };

export default page(
  { who: 'enterprise', params: wizardParams, at: ({ applicationId }) => paths.edit(applicationId, 'contact') },
  async (given) => (
    <ContactStep
      view={await wizardView(given, 'contact')}
      contacts={await myContacts(given.ctx)}
      calls={{ save: saveContactCall, retire: retireContactCall }}
    />
  ),
);
