'use client';

import { useActionState } from 'react';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import type { CaseToAsk, DeskObjection } from '@/lib/objection/rules/desk-view';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { RadioGroup } from '../ui/choice';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { Select, TextArea } from '../ui/text-input';
import { FileLinks } from './file-links';
import styles from './objection.module.css';

type Props = { view: DeskObjection; act: Act };

/** 申报单位说明: what was asked and said, and asking anew. */
export function StatementsCard({ view, act }: Props) {
  const mayAsk = view.status === 'HANDLING' && view.mayHandle && view.toAsk.length > 0;
  return (
    <Card title="申报单位说明" compact>
      <Stack gap={4}>
        {view.statements.map(({ id, enterpriseName, allegation, askedAt, dueOn, text, givenAt, papers }) => (
          <div key={id} className={styles.note}>
            <p className={styles.by}>
              {formatDayTime(askedAt)} 请{enterpriseName}说明，{formatDay(dueOn)}前
            </p>
            <p className={styles.said}>{allegation}</p>
            <p className={styles.by}>{givenAt ? `${formatDayTime(givenAt)} 答` : '还没有说明'}</p>
            {text && <p className={styles.said}>{text}</p>}
            <FileLinks files={papers} />
          </div>
        ))}
        {view.statements.length === 0 && !mayAsk && <p>没有请申报单位说明。</p>}
        {mayAsk && <AskForm id={view.id} cases={view.toAsk} act={act} />}
      </Stack>
    </Card>
  );
}

function AskForm({ id, cases, act }: { id: string; cases: readonly CaseToAsk[]; act: Act }) {
  const [state, submit] = useActionState(act, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const fields = refused?.explained.fields ?? {};
  const [first] = cases;
  return (
    <form action={submit} noValidate>
      <Stack gap={3}>
        {refused && !refused.explained.fields && <RefusalNotice explained={refused.explained} />}
        <input type="hidden" name="id" value={id} />
        {cases.length > 1 ? (
          <Field id="applicationId" label="申请" error={fields.applicationId}>
            <Select
              name="applicationId"
              placeholder="请选择"
              defaultValue={refused?.keep.applicationId ?? ''}
              options={cases.map(({ applicationId, number, enterpriseName }) => ({
                value: applicationId,
                label: `${number}　${enterpriseName}`,
              }))}
            />
          </Field>
        ) : (
          <input type="hidden" name="applicationId" value={first?.applicationId ?? ''} />
        )}
        <Field
          id="allegation"
          label="所反映的事项"
          hint="申报单位会看到这段文字。只写事实，不写异议人的姓名和联系方式。"
          error={fields.allegation}
        >
          <TextArea name="allegation" rows={4} defaultValue={refused?.keep.allegation} required />
        </Field>
        <SubmitButton variant="plain" size="s" pendingLabel="正在发送">
          请申报单位说明
        </SubmitButton>
      </Stack>
    </form>
  );
}

/** 核查记录: what was found out, in order, and the next line. */
export function NotesCard({ view, act }: Props) {
  const [state, submit] = useActionState(act, IDLE);
  const refused = state.status === 'refused' ? state : null;
  return (
    <Card title="核查记录" compact>
      <div className={styles.notes}>
        {view.notes.map(({ id, at, by, text }) => (
          <div key={id} className={styles.note}>
            <p className={styles.by}>
              {formatDayTime(at)} {by}
            </p>
            <p className={styles.said}>{text}</p>
          </div>
        ))}
        {view.notes.length === 0 && <p>还没有记录。</p>}
        {view.status === 'HANDLING' && (
          <form action={submit} noValidate>
            <Stack gap={3}>
              {refused && !refused.explained.fields && <RefusalNotice explained={refused.explained} />}
              <input type="hidden" name="id" value={view.id} />
              <Field id="text" label="核查情况" error={refused?.explained.fields?.text}>
                <TextArea name="text" rows={3} defaultValue={refused?.keep.text} required />
              </Field>
              <SubmitButton variant="plain" size="s" pendingLabel="正在记录">
                记录
              </SubmitButton>
            </Stack>
          </form>
        )}
      </div>
    </Card>
  );
}

/** 暂停: the case, the talent alone, or neither. */
export function HoldCard({ view, act }: Props) {
  const [state, submit] = useActionState(act, IDLE);
  return (
    <Card title="异议期间的暂停" compact>
      <form action={submit}>
        <Stack gap={3}>
          {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
          <input type="hidden" name="id" value={view.id} />
          <RadioGroup
            key={view.holdScope ?? 'NONE'}
            id="scope"
            name="scope"
            legend="暂停的范围"
            legendHidden
            defaultValue={view.holdScope ?? 'NONE'}
            options={[
              { value: 'NONE', label: '不另行暂停', note: '办结前，申请期满后也不转入拨付' },
              { value: 'TALENT', label: '暂停该人才', note: '已进入拨付的，不能打印收据和付款，其他照常' },
              { value: 'CASE', label: '暂停整件申请', note: '申请和拨付的各项办理都停下' },
            ]}
          />
          <SubmitButton variant="plain" size="s" pendingLabel="正在保存">
            保存
          </SubmitButton>
        </Stack>
      </form>
    </Card>
  );
}
