import type { ChangeView } from '@/lib/enterprise/change-queries';
import { CHANGE_FIELDS, CHANGE_KIND_WORDS, CHANGE_PAPERS } from '@/lib/enterprise/rules/change-form';
import { CHANGE_STATUS, nextOfChange } from '@/lib/enterprise/rules/change-labels';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Anchor } from '../ui/anchor';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Columns, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { PageHead } from '../ui/page-head';
import { Status } from '../ui/status';
import { Timeline } from '../ui/timeline';
import { ChangeForm } from './change-form';
import styles from './change.module.css';

export type ChangePageProps = { view: ChangeView; save: Act; withdraw: Act };

/** One request: its form while it is the enterprise's to edit, else what was asked for; and what happens next. */
export function ChangePage({ view, save, withdraw }: ChangePageProps) {
  const { word, tone } = CHANGE_STATUS[view.status];
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '人才服务用户空间', href: paths.space() },
          { label: '变更请求', href: paths.changeRequests() },
          { label: CHANGE_KIND_WORDS[view.kind] },
        ]}
        title={CHANGE_KIND_WORDS[view.kind]}
        status={
          <Status tone={tone} look="large">
            {word}
          </Status>
        }
        meta={<span>{view.number ? `编号 ${view.number}` : '尚未提交，没有编号'}</span>}
      />
      <Columns
        sideLabel="接下来"
        main={
          <Stack gap={6}>
            {view.answer && view.status !== 'GRANTED' && (
              <Notice tone={view.status === 'REFUSED' ? 'red' : 'amber'} title="答复">
                {view.answer}
              </Notice>
            )}
            {view.mayEdit ? <ChangeForm view={view} save={save} /> : <Asked view={view} />}
          </Stack>
        }
        side={
          <Stack gap={4}>
            <Card compact title="接下来">
              <Stack gap={3}>
                <p>{nextOfChange(view)}</p>
                {view.mayWithdraw && <Withdraw view={view} withdraw={withdraw} />}
              </Stack>
            </Card>
            <Card compact title="经过">
              <Timeline
                items={view.history.map(({ word: title, at, by }) => ({
                  title,
                  by,
                  at: formatDayTime(at),
                  dateTime: at.toISOString(),
                }))}
              />
            </Card>
          </Stack>
        }
      />
    </>
  );
}

function Withdraw({ view, withdraw }: { view: ChangeView; withdraw: Act }) {
  const isDraft = view.status === 'DRAFT';
  return (
    <ActConfirm
      act={withdraw}
      label={isDraft ? '放弃填写' : '撤回请求'}
      look={{ variant: 'plain', size: 's' }}
      title={isDraft ? '放弃这份请求？' : '撤回这份请求？'}
      thing={`${CHANGE_KIND_WORDS[view.kind]}${view.number ? `　${view.number}` : ''}`}
      consequence="不作任何变更。以后需要时，要重新填写。"
      confirmLabel={isDraft ? '放弃填写' : '撤回请求'}
      fields={{ id: view.id }}
      danger
    />
  );
}

/** What was asked for, old beside new, and the papers that were handed in. */
function Asked({ view }: { view: ChangeView }) {
  const isInformation = view.kind === 'ENTERPRISE_INFO';
  const fields = CHANGE_FIELDS[view.kind].filter(({ id }) => !isInformation || id in view.answers);
  return (
    <>
      <Card title={isInformation ? '变更内容' : '新管理员'}>
        <DefinitionList
          look="lines"
          items={fields.map((field) => ({
            label: field.label,
            value: isInformation ? (
              <span className={styles.after}>{view.answers[field.id]}</span>
            ) : (
              (view.sealed[field.id]?.masked ?? displayAnswer(field, view.answers[field.id] ?? ''))
            ),
            note: isInformation && (
              <>
                原登记 <span className={styles.before}>{view.before[field.id] || '未登记'}</span>
              </>
            ),
          }))}
        />
      </Card>
      <Card title="材料">
        <DefinitionList
          look="lines"
          items={CHANGE_PAPERS[view.kind].map(({ kind, label }) => {
            const paper = view.papers.find((one) => one.kind === kind);
            return {
              label,
              value: paper && (
                <Anchor href={paths.paperFile(paper.fileId)} target="_blank">
                  {formatDayTime(paper.uploadedAt)} 上传，查看
                </Anchor>
              ),
            };
          })}
        />
      </Card>
    </>
  );
}
