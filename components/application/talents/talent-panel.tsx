'use client';

import { useEffect, useRef } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { talentAnswers, type TalentView } from '@/lib/application/rules/draft';
import { alwaysCarriesPerson, carriesPerson } from '@/lib/forms/rules/derive';
import { formatPart } from '@/lib/application/rules/part-keys';
import { paths } from '@/lib/kernel/paths';
import type { FieldConfig } from '@/lib/programme/rules/config';
import { keyOf } from '../draft/draft-values';
import { ReviewersWords } from '../fields/form-field';
import { FormRows } from '../fields/form-sections';
import { FixBar } from '../wizard/fix-bar';
import { FocusTarget } from '../wizard/focus-target';
import { KeptNotices } from '../wizard/kept-notices';
import { SaveWords } from '../wizard/save-words';
import { TroubleBar } from '../wizard/trouble-bar';
import { domIdOf, useWizard } from '../wizard/wizard-context';
import { DerivedFacts } from './derived-facts';
import styles from './talent-panel.module.css';

export type TalentPanelProps = {
  readonly talent: TalentView;
  show(talentId: string | null): void;
  copy(): void;
  remove(): void;
};

/** One talent being edited, beside the list; on a phone over the whole page. Escape closes it. */
export function TalentPanel({ talent, show, copy, remove }: TalentPanelProps) {
  const { draft, target } = useWizard();
  const index = draft.talents.findIndex(({ id }) => id === talent.id);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A link that leads to a field lands there; whoever opens the panel from the list begins at its head.
    if (!target?.part.startsWith(`talent:${talent.id}:`)) title.current?.focus();
  }, [talent.id, target]);

  return (
    <section
      className={styles.panel}
      aria-labelledby={domIdOf(formatPart({ kind: 'talent', talentId: talent.id }))}
      onKeyDown={(event) => event.key === 'Escape' && show(null)}
    >
      <header className={styles.head}>
        <h2 ref={title} id={domIdOf(formatPart({ kind: 'talent', talentId: talent.id }))} tabIndex={-1}>
          {talent.name || '未填姓名'}
        </h2>
        <span>
          第 {index + 1} 位，共 {draft.talents.length} 位
        </span>
        <Around index={index} show={show} remove={remove} />
      </header>
      <div className={styles.trouble}>
        <TroubleBar />
      </div>
      <Missing talentId={talent.id} />
      <div className={styles.body}>
        <div className={styles.fix}>
          <KeptNotices />
          <FixBar />
        </div>
        <ReviewersWords part={formatPart({ kind: 'talent', talentId: talent.id })} />
        <Sections talent={talent} />
      </div>
      <Foot index={index} show={show} copy={copy} />
      <FocusTarget />
    </section>
  );
}

type Walking = Pick<TalentPanelProps, 'show'> & { readonly index: number };

function Around({ index, show, remove }: Walking & Pick<TalentPanelProps, 'remove'>) {
  const { draft } = useWizard();
  const [before, after] = [draft.talents[index - 1], draft.talents[index + 1]];
  return (
    <div className={styles.around}>
      <IconButton
        label="上一位"
        icon="chevron-left"
        outlined
        disabled={!before}
        onClick={() => show(before?.id ?? null)}
      />
      <IconButton
        label="下一位"
        icon="chevron-right"
        outlined
        disabled={!after}
        onClick={() => show(after?.id ?? null)}
      />
      <IconButton label="移除这位人才" icon="trash" onClick={remove} />
      <IconButton label="收起" icon="close" onClick={() => show(null)} />
    </div>
  );
}

function Missing({ talentId }: { talentId: string }) {
  const { obstacles, draft } = useWizard();
  const own = obstacles.filter((one) => one.talentId === talentId && one.step === 'talents');
  if (own.length === 0) return null;
  return (
    <div className={styles.missing}>
      <Icon name="warn" size="s" />
      <span>还差 {own.length} 项</span>
      {own.slice(0, 6).map(({ part, label, step }) => (
        <Anchor key={part} href={paths.edit(draft.id, step, part)}>
          {label.split('，').slice(1).join('，') || label}
        </Anchor>
      ))}
    </div>
  );
}

function Sections({ talent }: { talent: TalentView }) {
  const { view, draft, state } = useWizard();
  const number = state.typed.get(keyOf({ talentId: talent.id, fieldId: 'idNumber' }));
  const pending = state.pending.get(keyOf({ talentId: talent.id, fieldId: 'idNumber' }));
  const known = pending?.value ?? number ?? talent.sealed.idNumber?.masked;
  const isDerived = ({ derived }: FieldConfig) =>
    derived !== undefined && (alwaysCarriesPerson(talent.idType) || carriesPerson(talent.idType, known));
  return view.config.entry.map((section) => (
    <section key={section.id} className={styles.section}>
      <div className={styles.title}>
        <h3>{section.title}</h3>
        {section.hint && <span>{section.hint}</span>}
      </div>
      <FormRows
        section={section}
        talentId={talent.id}
        answers={talentAnswers(talent)}
        outer={draft.answers}
        sealed={talent.sealed}
        except={isDerived}
        passed={(field) => (field.type === 'idNumber' && known ? passedWords(talent.idType) : undefined)}
        under={(field) =>
          field.type === 'idNumber' && (
            <DerivedFacts key="derived" talent={talent} fields={section.fields.filter(isDerived)} />
          )
        }
      />
    </section>
  ));
}

function passedWords(idType: string): string {
  return alwaysCarriesPerson(idType) ? '校验通过：校验码、出生日期、行政区划均正确' : '校验通过：号码格式正确';
}

function Foot({ index, show, copy }: Walking & Pick<TalentPanelProps, 'copy'>) {
  const { draft, view } = useWizard();
  const after = draft.talents[index + 1];
  return (
    <footer className={styles.foot}>
      <span className={styles.saved}>
        <SaveWords />
      </span>
      <Button variant="quiet" onClick={copy}>
        复制为新{view.config.entryWord}
      </Button>
      {after ? (
        <Button onClick={() => show(after.id)}>下一位：{after.name || '未填姓名'}</Button>
      ) : (
        <Button onClick={() => show(null)}>完成，回到名单</Button>
      )}
    </footer>
  );
}
