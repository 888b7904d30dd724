'use client';

import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import type { FieldConfig } from '@/lib/programme/rules/config';
import { ReviewersWords } from '../fields/form-field';
import { FormRows } from '../fields/form-sections';
import { ProfileFacts } from '../fields/profile-facts';
import { Wizard } from '../wizard/wizard';
import { FocusTarget } from '../wizard/focus-target';
import { useWizard } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';

/** 企业基本信息: what the register knows is read, the rest is typed. */
export function EnterpriseStep({ view }: { view: WizardView }) {
  return (
    <Wizard view={view}>
      <WizardFrame>
        <Sections />
        <FocusTarget />
      </WizardFrame>
    </Wizard>
  );
}

function Sections() {
  const { view, draft } = useWizard();
  const isKnown = ({ id }: FieldConfig) => view.profileFields.includes(id);
  return (
    <Stack gap={6}>
      <ReviewersWords part="section:enterprise" />
      {view.config.enterprise.map((section) => (
        <Card key={section.id} title={section.title} aside={section.hint}>
          <Stack gap={4}>
            <ProfileFacts fields={section.fields.filter(isKnown)} />
            {!section.fields.every(isKnown) && (
              <FormRows section={section} talentId={null} answers={draft.answers} except={isKnown} />
            )}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}
