'use client';

import { type ReactNode } from 'react';
import { TaskFoot } from '@/components/frame/task-foot';
import { TaskFrame } from '@/components/frame/task-frame';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { MissingList, type MissingItem } from '@/components/ui/missing-list';
import { PageHead } from '@/components/ui/page-head';
import { Status, Tag } from '@/components/ui/status';
import { WizardSteps } from '@/components/ui/wizard-steps';
import { PUBLIC_STATUS } from '@/lib/application/rules/labels';
import { countByStep, type Obstacle } from '@/lib/application/rules/obstacles';
import { stepLabel } from '@/lib/application/rules/part-keys';
import { paths, WIZARD_STEPS } from '@/lib/kernel/paths';
import { daysBetween, formatDay } from '@/lib/kernel/shanghai-day';
import { NewerVersionNotice } from '../version/newer-version-notice';
import { FixBar } from './fix-bar';
import { KeptNotices } from './kept-notices';
import { SaveWords } from './save-words';
import { TroubleBar } from './trouble-bar';
import { useWizard } from './wizard-context';
import styles from './wizard.module.css';

export type WizardFrameProps = {
  readonly children: ReactNode;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  readonly panel?: ReactNode;
  /** In place of 下一步. */
  readonly next?: ReactNode;
};

/** The task frame of every step: head, steps with what is missing, foot with the save state. */
export function WizardFrame({ children, aside, panel, next }: WizardFrameProps) {
  const { view } = useWizard();
  const { frame } = view;
  return (
    <TaskFrame
      park={frame.park}
      place="人才服务"
      enterprise={frame.enterprise}
      user={frame.user}
      signOut={frame.signOut}
      menu={frame.menu}
      head={<Head aside={aside} />}
      banner={<KeptNotices />}
      side={<Side />}
      panel={panel}
      foot={<Foot next={next} />}
    >
      <Stack gap={4}>
        <TroubleBar />
        <FixBar />
        {view.newer && <NewerVersionNotice applicationId={view.draft.id} number={view.newer.number} />}
        {children}
      </Stack>
    </TaskFrame>
  );
}

function Head({ aside }: { aside: ReactNode }) {
  const { view, draft } = useWizard();
  const { programme, dueOn, today, config, step } = view;
  const isReturned = draft.status === 'RETURNED';
  const daysLeft = dueOn ? daysBetween(today, dueOn) : null;
  return (
    <PageHead
      breadcrumb={[
        { label: '补贴申请', href: paths.applications() },
        { label: programme.name, href: paths.application(draft.id) },
        { label: stepLabel(step, config) },
      ]}
      title={stepLabel(step, config)}
      status={isReturned ? <Status {...PUBLIC_STATUS.RETURNED}>{PUBLIC_STATUS.RETURNED.word}</Status> : <Tag>草稿</Tag>}
      meta={
        <>
          <span>
            {programme.name}，{programme.year} 年度
          </span>
          {dueOn && daysLeft !== null && (
            <span>
              {isReturned ? '补正截止' : '申报截止'} <b>{formatDay(dueOn)} 24:00</b>
              {daysLeft > 0 ? `，还有 ${daysLeft} 天` : '，今天截止'}
            </span>
          )}
        </>
      }
      aside={aside}
    />
  );
}

function Side() {
  const { view, draft, obstacles } = useWizard();
  const { step, config, frame } = view;
  const counts = countByStep(obstacles);
  const shown = step === 'preview' ? obstacles : obstacles.filter((one) => one.step === step);
  const title = step === 'preview' ? `还差 ${shown.length} 项` : `本步还差 ${shown.length} 项`;
  return (
    <Stack gap={6}>
      <WizardSteps
        current={step}
        items={WIZARD_STEPS.map((key) => ({
          key,
          title: stepLabel(key, config),
          href: paths.edit(draft.id, key),
          // Whatever is complete, nothing is handed in before 确认提交.
          missing: key === 'preview' ? null : counts[key],
        }))}
      />
      <MissingList title={title} items={missingItems(shown, draft.id)} />
      {frame.support.phone && (
        <p className={styles.support}>
          咨询 {frame.support.phone}
          {frame.support.hours && <span>{frame.support.hours}</span>}
        </p>
      )}
    </Stack>
  );
}

/** Above this many lines, what one talent lacks is drawn together. */
const MOST_LINES = 10;

/** `陈思睿` over `合同结束日期`; of a long list one line for each talent: `学位证书等 5 项`. */
function missingItems(obstacles: readonly Obstacle[], applicationId: string): MissingItem[] {
  const isLong = obstacles.length > MOST_LINES;
  const groupOf = ({ step, talentId }: Obstacle) => `${step} ${talentId ?? ''}`;
  const counts = new Map<string, number>();
  for (const one of obstacles) counts.set(groupOf(one), (counts.get(groupOf(one)) ?? 0) + 1);
  const drawn = new Set<string>();
  return obstacles.flatMap(({ label, part, step, talentId }) => {
    const [whose = '', ...what] = label.split('，');
    const href = paths.edit(applicationId, step, part);
    // Of the enterprise's own form the step says whose it is.
    if (what.length === 0 || step === 'enterprise') return [{ key: part, label: what.join('，') || whose, href }];
    const group = `${step} ${talentId ?? ''}`;
    const count = counts.get(group) ?? 0;
    if (isLong && drawn.has(group)) return [];
    drawn.add(group);
    const words = what.join('，');
    return [{ key: part, group: whose, label: isLong && count > 1 ? `${words}等 ${count} 项` : words, href }];
  });
}

function Foot({ next }: { next: ReactNode }) {
  const { view, draft, obstacles } = useWizard();
  const place = WIZARD_STEPS.indexOf(view.step);
  const [before, after] = [WIZARD_STEPS[place - 1], WIZARD_STEPS[place + 1]];
  const open = obstacles.filter(({ step }) => step === view.step).length;
  return (
    <TaskFoot
      back={
        <LinkButton
          variant="plain"
          size="l"
          icon="chevron-left"
          href={before ? paths.edit(draft.id, before) : paths.application(draft.id)}
        >
          {before ? '上一步' : '返回'}
        </LinkButton>
      }
      saved={
        <>
          <SaveWords />
          {open > 0 && after && <span className={styles.later}>还差 {open} 项也可以先去下一步</span>}
        </>
      }
      next={
        next ??
        (after && (
          <LinkButton variant="primary" size="l" iconAfter="chevron-right" href={paths.edit(draft.id, after)}>
            下一步
          </LinkButton>
        ))
      }
    />
  );
}
