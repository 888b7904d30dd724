'use client';

import { useRouter } from 'next/navigation';
import { ContactDialog } from '@/components/contacts/contact-dialog';
import { ContactList } from '@/components/contacts/contact-list';
import type { EntryCalls } from '@/components/contacts/entry-calls';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import type { ContactRow } from '@/lib/enterprise/queries';
import { ReviewersWords } from '../fields/form-field';
import { FocusTarget } from '../wizard/focus-target';
import { RefusalNotice } from '../wizard/refusal-notice';
import { useAct } from '../wizard/use-act';
import { Wizard } from '../wizard/wizard';
import { domIdOf, useWizard } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';

export type ContactStepProps = {
  readonly view: WizardView;
  readonly contacts: readonly ContactRow[];
  readonly calls: EntryCalls;
};

/** 联系信息: who is told about this application; chosen from the enterprise's own list, which is maintained right here. */
export function ContactStep({ view, ...props }: ContactStepProps) {
  return (
    <Wizard view={view}>
      <WizardFrame>
        <Choosing {...props} />
        <FocusTarget />
      </WizardFrame>
    </Wizard>
  );
}

function Choosing({ contacts, calls }: Omit<ContactStepProps, 'view'>) {
  const { view, draft } = useWizard();
  const { refusal, act } = useAct();
  const router = useRouter();
  const choose = (contactId: string) =>
    act('choose', () => view.acts.chooseContact({ applicationId: draft.id, contactId }));
  return (
    <Stack gap={4}>
      <ReviewersWords part="section:contact" />
      <RefusalNotice refusal={refusal} />
      <div id={domIdOf('section:contact')} tabIndex={-1}>
        <Card
          flush
          title="接收通知的联系人"
          aside={
            <ContactDialog
              save={calls.save}
              look={{ size: 's', icon: 'plus' }}
              done={(id) => void choose(id).then(() => router.refresh())}
            />
          }
          foot="提交、退回、审核结果和拨付事项会发到所选联系人的手机和邮箱。"
        >
          <ContactList
            contacts={contacts}
            calls={calls}
            chosenId={draft.contact?.id ?? null}
            onChoose={(id) => void choose(id)}
          />
        </Card>
      </div>
    </Stack>
  );
}
