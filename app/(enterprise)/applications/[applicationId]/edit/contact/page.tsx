import { ContactStep } from '@/components/application/steps/contact-step';
import { LinkButton } from '@/components/ui/button';
import { myContacts } from '@/lib/enterprise/queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { wizardParams, wizardView } from '../wizard-page';

export const metadata = { title: '联系信息' };

export default page(
  { who: 'enterprise', params: wizardParams, at: ({ applicationId }) => paths.edit(applicationId, 'contact') },
  async (given) => (
    <ContactStep
      view={await wizardView(given, 'contact')}
      contacts={await myContacts(given.ctx)}
      maintain={
        <LinkButton size="s" icon="plus" href={paths.contacts()}>
          新增或维护联系人
        </LinkButton>
      }
    />
  ),
);
