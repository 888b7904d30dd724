import type { ReactNode } from 'react';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { WindowState } from '@/lib/programme/rules/window';
import { DefinitionList } from '../ui/definition-list';
import { Disclosure } from '../ui/disclosure';
import { Icon } from '../ui/icon';
import { windowDays } from './guide-facts';
import { GUIDE_SECTIONS, type GuideSectionId } from './guide-sections';
import styles from './guide-parts.module.css';

/** One titled part of the guide; its id is what 本页目录 leads to. */
export function GuideSection({ id, children }: { id: GuideSectionId; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{GUIDE_SECTIONS.find((section) => section.id === id)?.title}</h2>
      {children}
    </section>
  );
}

/** A remark under a table, set off by a line at its left. */
export function GuideNote({ children }: { children: ReactNode }) {
  return <div className={styles.note}>{children}</div>;
}

export function GuideBasics({ config, window }: { config: ProgrammeConfig; window: WindowState | null }) {
  const facts = config.guide.facts.map(({ term, text }) => ({ label: term, value: text }));
  const when = window ? `${windowDays(window)} 24:00（北京时间）` : '尚未公布';
  return (
    <GuideSection id="basics">
      <DefinitionList
        look="lines"
        items={[...facts, { label: '实施主体', value: config.payer }, { label: '受理时间', value: when }]}
      />
    </GuideSection>
  );
}

export function GuideConditions({ config }: { config: ProgrammeConfig }) {
  const { conditions, refusedWhen } = config.guide;
  return (
    <GuideSection id="conditions">
      <p>企业和{config.entryWord}同时符合下列各项的，可以申请：</p>
      <ol className={styles.numbered}>
        {conditions.paragraphs.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3 className={styles.sub}>{refusedWhen.title}</h3>
      <ul className={styles.refused}>
        {refusedWhen.paragraphs.map((line) => (
          <li key={line}>
            <Icon name="close-circle" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </GuideSection>
  );
}

export function GuideTerms({ id, terms }: { id: GuideSectionId; terms: readonly { term: string; text: string }[] }) {
  return (
    <GuideSection id={id}>
      <DefinitionList look="lines" items={terms.map(({ term, text }) => ({ label: term, value: text }))} />
    </GuideSection>
  );
}

export function GuideList({ id, lines }: { id: GuideSectionId; lines: readonly string[] }) {
  return (
    <GuideSection id={id}>
      {lines.length === 0 ? (
        <p>实施主体尚未提供文件名称和文号。</p>
      ) : (
        <ol className={styles.numbered}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </GuideSection>
  );
}

export function GuideQuestions({ questions }: { questions: readonly { question: string; answer: string }[] }) {
  if (questions.length === 0) return null;
  return (
    <GuideSection id="questions">
      {questions.map(({ question, answer }, index) => (
        <Disclosure key={question} summary={question} open={index === 0}>
          <p>{answer}</p>
        </Disclosure>
      ))}
    </GuideSection>
  );
}
