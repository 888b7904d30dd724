import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { LinkButton } from '../ui/button';
import { Breadcrumb } from '../ui/page-head';
import { GuideFacts } from './guide-facts';
import type { GuideProps } from './guide-props';
import { GuideIndex } from './guide-index';
import { GuideSide } from './guide-side';
import { GuideBasics, GuideConditions, GuideList, GuideQuestions, GuideTerms } from './guide-parts';
import { GuidePapers } from './guide-papers';
import { GuideStandard } from './guide-standard';
import { GuideSteps } from './guide-steps';
import { whenOpen } from './programme-list';
import styles from './guide-page.module.css';

/** 办事指南 of a programme, built from its published version; prints on A4 without menus. */
export function GuidePage(guide: GuideProps) {
  const { config } = guide;
  return (
    <>
      <header className={styles.head}>
        <Breadcrumb
          items={[
            { label: '首页', href: paths.home() },
            { label: '人才服务', href: paths.talentServices() },
            { label: '企业引才', href: `${paths.talentServices()}#recruit` },
            { label: config.name },
          ]}
        />
        <h1>{config.name}</h1>
        <p>{config.summary}</p>
      </header>
      <GuideFacts {...guide} />
      <div className={styles.columns}>
        <GuideIndex />
        <div className={styles.sheet}>
          <GuideBasics config={config} window={guide.window} />
          <GuideConditions config={config} />
          <GuideStandard config={config} />
          <GuidePapers requirements={config.requirements} entryWord={config.entryWord} />
          <GuideSteps steps={config.guide.steps} returnWorkingDays={config.returnWorkingDays} />
          <GuideTerms id="notice" terms={config.guide.notice} />
          <GuideTerms id="result" terms={config.guide.result} />
          <GuideList id="basis" lines={config.guide.basis} />
          <GuideTerms id="contact" terms={config.guide.contact} />
          <GuideQuestions questions={config.guide.questions} />
          <GuideEnd {...guide} />
        </div>
        <GuideSide {...guide} />
      </div>
      <GuideDock {...guide} />
    </>
  );
}

/** 在线办理 at the foot of the guide, or in words why there is none. */
function GuideEnd({ code, config, versionNumber, window, opensNextOn }: GuideProps) {
  return (
    <section className={styles.end}>
      <p>
        第 {versionNumber} 版，{formatDay(shanghaiDay(config.guide.updatedOn))} 更新
      </p>
      {window?.state === 'open' ? (
        <LinkButton variant="primary" size="l" href={paths.apply(code)} className={styles.go}>
          在线办理
        </LinkButton>
      ) : (
        <p className={styles.shut}>{whenOpen(window, opensNextOn)}</p>
      )}
    </section>
  );
}

/** On a phone the button stays at the foot of the window. */
function GuideDock({ code, window }: GuideProps) {
  if (window?.state !== 'open') return null;
  return (
    <div className={styles.dock} data-print="hide">
      <p>
        <b>{window.daysLeft === 0 ? '今天 24:00 截止' : `还剩 ${window.daysLeft} 天`}</b>
        {formatDay(window.closesOn)} 截止
      </p>
      <LinkButton variant="primary" size="l" href={paths.apply(code)}>
        在线办理
      </LinkButton>
    </div>
  );
}
