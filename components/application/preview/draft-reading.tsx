'use client';

import { type ReactNode } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Stack } from '@/components/ui/layout';
import { talentAnswers, type TalentView } from '@/lib/application/rules/draft';
import { askedPapers, filesOf, type AskedPaper } from '@/lib/application/rules/requirements';
import { stepLabel } from '@/lib/application/rules/part-keys';
import { readBackAll, type ReadBackSection } from '@/lib/forms/rules/read-back';
import { formatMoney } from '@/lib/kernel/fen';
import { paths, type WizardStep } from '@/lib/kernel/paths';
import { categoryOf } from '@/lib/programme/rules/amounts';
import { Expected } from '../talents/expected';
import { useWizard } from '../wizard/wizard-context';
import styles from './preview.module.css';

/** The application as it will be handed in and printed; personal values masked. */
export function DraftReading() {
  const { view, draft } = useWizard();
  const { config } = view;
  const papers = askedPapers(draft, config);
  return (
    <Stack gap={4}>
      <Part step="enterprise">
        <Rows sections={readBackAll(config.enterprise, draft.answers, { config })} />
      </Part>
      <Part step="contact">
        <DefinitionList
          columns={2}
          look="lines"
          items={[
            { label: '联系人', value: draft.contact?.name },
            { label: '手机', value: draft.contact?.maskedMobile },
            { label: '电子邮箱', value: draft.contact?.maskedEmail },
          ]}
        />
      </Part>
      <Part step="talents">
        <Stack gap={6}>
          {draft.talents.map((talent) => (
            <Talent key={talent.id} talent={talent} />
          ))}
          {draft.talents.length > 0 && <Expected />}
        </Stack>
      </Part>
      <Part step="attachments">
        <Papers papers={papers.filter(({ talentId }) => talentId === null)} />
        {draft.talents.map((talent) => (
          <div key={talent.id} className={styles.person}>
            <h3>{talent.name || '未填姓名'}</h3>
            <Papers papers={papers.filter(({ talentId }) => talentId === talent.id)} />
          </div>
        ))}
      </Part>
    </Stack>
  );
}

function Part({ step, children }: { step: WizardStep; children: ReactNode }) {
  const { view, draft } = useWizard();
  return (
    <Card
      title={stepLabel(step, view.config)}
      aside={
        <span data-print="hide">
          <Anchor href={paths.edit(draft.id, step)}>修改</Anchor>
        </span>
      }
    >
      {children}
    </Card>
  );
}

function Talent({ talent }: { talent: TalentView }) {
  const { view, draft } = useWizard();
  const { config } = view;
  const category = categoryOf(config, talent.category);
  const masked = Object.fromEntries(Object.entries(talent.sealed).map(([id, value]) => [id, value.masked]));
  return (
    <section className={styles.person}>
      <h3>
        {talent.position}　{talent.name || '未填姓名'}
        <span>
          {category ? `${category.code} ${category.label}` : '未选类别'}，{formatMoney(talent.amountFen)}
        </span>
      </h3>
      <Rows sections={readBackAll(config.entry, talentAnswers(talent), { config, masked, outer: draft.answers })} />
    </section>
  );
}

function Rows({ sections }: { sections: readonly ReadBackSection[] }) {
  const items = sections.flatMap(({ rows }) => rows);
  return <DefinitionList columns={2} look="lines" items={items.map(({ label, text }) => ({ label, value: text }))} />;
}

function Papers({ papers }: { papers: readonly AskedPaper[] }) {
  const { draft } = useWizard();
  return (
    <DefinitionList
      look="lines"
      items={papers.map(({ requirement, talentId }) => {
        const files = filesOf(draft.attachments, requirement.id, talentId);
        return {
          label: requirement.label,
          value:
            files.length === 0 ? (
              <span className={styles.none}>{requirement.optional ? '未上传（选填）' : '未上传'}</span>
            ) : (
              files.map(({ id, fileId, fileName }) => (
                <span key={id} className={styles.file}>
                  <Anchor href={paths.file(fileId, 'view')} target="_blank">
                    {fileName}
                  </Anchor>
                </span>
              ))
            ),
        };
      })}
    />
  );
}
