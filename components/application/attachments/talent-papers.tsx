'use client';

import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import { Select } from '@/components/ui/text-input';
import type { TalentView } from '@/lib/application/rules/draft';
import { countByTalent } from '@/lib/application/rules/obstacles';
import { askedPapers } from '@/lib/application/rules/requirements';
import { paths } from '@/lib/kernel/paths';
import { categoryOf } from '@/lib/programme/rules/amounts';
import { useWizard } from '../wizard/wizard-context';
import type { PaperActs } from './paper-acts';
import { PaperRow } from './paper-row';
import styles from './attachments.module.css';

type TalentPapersProps = {
  readonly acts: PaperActs;
  /** The talent that a link led to. */ readonly landed: string | null;
};

/** The talents at the left, the papers of one of them at the right; on a phone chosen from a list. */
export function TalentPapers({ acts, landed }: TalentPapersProps) {
  const { draft, obstacles, view } = useWizard();
  const missing = countByTalent(obstacles, 'attachments');
  const first = draft.talents.find(({ id }) => missing[id]) ?? draft.talents[0];
  const [chosen, setChosen] = useState(landed ?? first?.id ?? null);
  const [followed, setFollowed] = useState(landed);
  if (landed !== followed) {
    setFollowed(landed);
    setChosen(landed ?? chosen);
  }
  const talent = draft.talents.find(({ id }) => id === chosen) ?? first;
  if (!talent) {
    return (
      <div className={styles.card}>
        <EmptyState
          icon="users"
          title={`还没有${view.config.entryWord}`}
          why="先添加人才，这里会列出每人需要的材料。"
          action={<LinkButton href={paths.edit(draft.id, 'talents')}>去添加</LinkButton>}
        />
      </div>
    );
  }
  const papers = askedPapers(draft, view.config).filter(({ talentId }) => talentId === talent.id);
  return (
    <div className={styles.people}>
      <Names chosen={talent.id} choose={setChosen} missing={missing} />
      <OnPhone chosen={talent.id} choose={setChosen} missing={missing} />
      <div className={styles.papers}>
        <div className={styles.whose}>
          <b>{nameOf(talent)}</b>
          <span>{categoryWords(talent, view.config.categories)}</span>
          <State count={missing[talent.id] ?? 0} />
          <NextTalent chosen={talent.id} choose={setChosen} />
        </div>
        {papers.map((paper) => (
          <PaperRow key={`${talent.id}-${paper.requirement.id}`} paper={paper} acts={acts} />
        ))}
      </div>
    </div>
  );
}

type Choosing = { readonly chosen: string; choose(talentId: string): void };
type WithMissing = Choosing & { readonly missing: Readonly<Record<string, number>> };

function Names({ chosen, choose, missing }: WithMissing) {
  const { draft, view } = useWizard();
  const papers = askedPapers(draft, view.config).filter(({ requirement }) => !requirement.optional);
  return (
    <ul className={styles.names} aria-label={`${view.config.entryWord}名单`}>
      {draft.talents.map((talent) => {
        const total = papers.filter(({ talentId }) => talentId === talent.id).length;
        const open = missing[talent.id] ?? 0;
        return (
          <li key={talent.id}>
            <button
              type="button"
              className={classNames(styles.person, talent.id === chosen && styles.chosen)}
              aria-pressed={talent.id === chosen}
              onClick={() => choose(talent.id)}
            >
              <span>{nameOf(talent)}</span>
              <span className={styles.progress}>
                {categoryWords(talent, view.config.categories)}　{total - open}/{total}
              </span>
              <State count={open} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function OnPhone({ chosen, choose, missing }: WithMissing) {
  const { draft } = useWizard();
  const index = draft.talents.findIndex(({ id }) => id === chosen);
  const step = (by: number) => {
    const other = draft.talents[index + by];
    if (other) choose(other.id);
  };
  return (
    <div className={styles.onPhone}>
      <IconButton label="上一位" icon="chevron-left" outlined disabled={index <= 0} onClick={() => step(-1)} />
      <Select
        aria-label="选择人才"
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        options={draft.talents.map((talent) => ({
          value: talent.id,
          label: `${nameOf(talent)}　${missing[talent.id] ? `差 ${missing[talent.id]} 项` : '完成'}`,
        }))}
      />
      <IconButton
        label="下一位"
        icon="chevron-right"
        outlined
        disabled={index >= draft.talents.length - 1}
        onClick={() => step(1)}
      />
    </div>
  );
}

function NextTalent({ chosen, choose }: Choosing) {
  const { draft } = useWizard();
  const next = draft.talents[draft.talents.findIndex(({ id }) => id === chosen) + 1];
  if (!next) return null;
  return (
    <span className={styles.next}>
      <Button size="s" variant="quiet" onClick={() => choose(next.id)}>
        下一位：{nameOf(next)}
      </Button>
    </span>
  );
}

function State({ count }: { count: number }) {
  return (
    <Status tone={count > 0 ? 'amber' : 'green'} look="text">
      {count > 0 ? `差 ${count} 项` : '完成'}
    </Status>
  );
}

const nameOf = ({ name }: TalentView) => name || '未填姓名';

function categoryWords({ category }: TalentView, categories: Parameters<typeof categoryOf>[0]['categories']): string {
  const found = categoryOf({ categories }, category);
  return found ? `${found.code} ${found.label}` : '未选类别';
}
