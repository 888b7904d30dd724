import { Fragment } from 'react';
import type { RequirementConfig } from '@/lib/programme/rules/config';
import { classNames } from '../ui/class-names';
import { GuideNote, GuideSection } from './guide-parts';
import styles from './guide-papers.module.css';

/** 申请材料: what to bring, in which form, from whom, and when it is needed. */
export function GuidePapers({
  requirements,
  entryWord,
}: {
  requirements: readonly RequirementConfig[];
  entryWord: string;
}) {
  const groups = [
    { title: '每件申请', papers: requirements.filter(({ per }) => per === 'application') },
    { title: `每名${entryWord}`, papers: requirements.filter(({ per }) => per === 'entry') },
  ].filter(({ papers }) => papers.length > 0);
  return (
    <GuideSection id="papers">
      <table className={styles.papers}>
        <thead>
          <tr>
            <th scope="col">材料</th>
            <th scope="col">形式</th>
            <th scope="col">来源</th>
            <th scope="col">必要</th>
            <th scope="col">空表</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ title, papers }) => (
            <Fragment key={title}>
              <tr className={styles.group}>
                <th scope="colgroup" colSpan={5}>
                  {title}
                </th>
              </tr>
              {papers.map((paper) => (
                <Paper key={paper.id} {...paper} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      <GuideNote>
        <p>{formatsOf(requirements)}，每个不超过 20 MB。用手机拍照也可以。</p>
        {requirements.some(({ template }) => template) && <p>注明“办理时下载”的，填写申请时由系统提供空表。</p>}
      </GuideNote>
    </GuideSection>
  );
}

function Paper({ label, hint, form, source, neededWhen, optional, appliesWhen, template }: RequirementConfig) {
  const needed = neededWhen ?? (optional ? '选填' : appliesWhen ? '视情形' : '必要');
  return (
    <tr>
      <td>
        <b>{label}</b>
        {hint && <small>{hint}</small>}
      </td>
      <td data-label="形式">{form ?? '扫描件'}</td>
      <td data-label="来源">{source ?? '企业自备'}</td>
      <td data-label="必要">{needed}</td>
      <td data-label="空表" className={classNames(!template && styles.none)}>
        {template ? '办理时下载' : '无'}
      </td>
    </tr>
  );
}

const FORMAT_WORDS = { 'application/pdf': 'PDF', 'image/jpeg': 'JPG', 'image/png': 'PNG' } as const;

function formatsOf(requirements: readonly RequirementConfig[]): string {
  const accepted = new Set(requirements.flatMap(({ accept }) => accept));
  const words = (['application/pdf', 'image/jpeg', 'image/png'] as const).filter((type) => accepted.has(type));
  return `支持 ${words.map((type) => FORMAT_WORDS[type]).join('、')}`;
}
