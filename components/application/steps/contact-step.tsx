'use client';

import { type ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { RadioGroup } from '@/components/ui/choice';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { ReviewersWords } from '../fields/form-field';
import { FocusTarget } from '../wizard/focus-target';
import { RefusalNotice } from '../wizard/refusal-notice';
import { useAct } from '../wizard/use-act';
import { Wizard } from '../wizard/wizard';
import { domIdOf, useWizard } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';

export type ContactRow = {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly maskedMobile: string;
  readonly maskedEmail: string;
};

export type ContactStepProps = {
  readonly view: WizardView;
  readonly contacts: readonly ContactRow[];
  /** Where contacts are added, changed and retired. */
  readonly maintain: ReactNode;
};

/** 联系信息: who is told about this application; chosen from the enterprise's own list, which is maintained beside it. */
export function ContactStep({ view, contacts, maintain }: ContactStepProps) {
  return (
    <Wizard view={view}>
      <WizardFrame>
        <Choosing contacts={contacts} maintain={maintain} />
        <FocusTarget />
      </WizardFrame>
    </Wizard>
  );
}

function Choosing({ contacts, maintain }: Omit<ContactStepProps, 'view'>) {
  const { view, draft } = useWizard();
  const { refusal, act, busy } = useAct();
  const choose = (contactId: string) =>
    void act('choose', () => view.acts.chooseContact({ applicationId: draft.id, contactId }));
  return (
    <Stack gap={4}>
      <ReviewersWords part="section:contact" />
      <RefusalNotice refusal={refusal} />
      <Card title="接收通知的联系人" aside={maintain}>
        {contacts.length === 0 ? (
          <EmptyState icon="contact" title="还没有联系人" why="请先新增一位，审核结果会以短信和邮件通知他。" />
        ) : (
          <RadioGroup
            id={domIdOf('section:contact')}
            name="contact"
            legend="选择联系人"
            hint="提交、退回、审核结果和拨付事项会发到他的手机和邮箱。"
            options={rowsWith(contacts, draft.contact).map((contact) => ({
              value: contact.id,
              label: contact.name,
              note: contact.position ?? undefined,
              aside: `${contact.maskedMobile}　${contact.maskedEmail}`,
              disabled: busy !== null,
            }))}
            value={draft.contact?.id ?? ''}
            onChange={choose}
          />
        )}
      </Card>
    </Stack>
  );
}

/** The chosen one stands in the list even after it was retired elsewhere. */
function rowsWith(contacts: readonly ContactRow[], chosen: Omit<ContactRow, 'position'> | null): ContactRow[] {
  const isListed = !chosen || contacts.some(({ id }) => id === chosen.id);
  return isListed ? [...contacts] : [...contacts, { ...chosen, position: '已停用，请另选一位' }];
}
