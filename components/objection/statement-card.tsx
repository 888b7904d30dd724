'use client';

import { useActionState } from 'react';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import { FACTS_MAX, FACTS_MIN } from '@/lib/objection/rules/objection.schema';
import type { OwnStatement } from '@/lib/objection/rules/own-view';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Anchor } from '../ui/anchor';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { Status } from '../ui/status';
import { SubmitButton } from '../ui/submit-button';
import { TextArea } from '../ui/text-input';
import { FileLinks } from './file-links';
import { PaperList } from './paper-list';
import styles from './objection.module.css';

/** What the office asks about one case, and what this enterprise says. Who raised it stands nowhere. */
export function StatementCard({ statement, act }: { statement: OwnStatement; act: Act }) {
  const { caseId, caseNumber, allegation, askedAt, dueOn, text, givenAt, papers, isOpen, mayGive } = statement;
  return (
    <Card
      title={`申请 ${caseNumber}`}
      aside={<StateOf statement={statement} />}
      foot={<Anchor href={paths.application(caseId)}>查看申请</Anchor>}
    >
      <Stack gap={4}>
        <div className={styles.note}>
          <p className={styles.by}>
            {formatDayTime(askedAt)} 业务部门请贵单位说明，{formatDay(dueOn)}前
          </p>
          <p className={styles.said}>{allegation}</p>
        </div>
        {givenAt && (
          <div className={styles.note}>
            <p className={styles.by}>{formatDayTime(givenAt)} 贵单位的说明</p>
            <p className={styles.said}>{text}</p>
            <FileLinks files={papers} />
          </div>
        )}
        {isOpen && mayGive && <GiveForm id={statement.id} act={act} />}
        {isOpen && !mayGive && <p>请由超级用户或办理该事项的经办人说明。</p>}
      </Stack>
    </Card>
  );
}

function StateOf({ statement: { givenAt, isOpen } }: { statement: OwnStatement }) {
  if (givenAt) return <Status tone="green">已说明</Status>;
  return isOpen ? <Status tone="amber">待说明</Status> : <Status tone="neutral">期限已过</Status>;
}

function GiveForm({ id, act }: { id: string; act: Act }) {
  const [state, submit] = useActionState(act, IDLE);
  const refused = state.status === 'refused' ? state : null;
  return (
    <form action={submit} noValidate>
      <Stack gap={4}>
        {refused && !refused.explained.fields && <RefusalNotice explained={refused.explained} />}
        <input type="hidden" name="id" value={id} />
        <Field
          id={`text-${id}`}
          label="贵单位的说明"
          aside={`${FACTS_MIN} 至 ${FACTS_MAX} 字`}
          hint="提交后不能修改。"
          error={refused?.explained.fields?.text}
        >
          <TextArea name="text" rows={6} defaultValue={refused?.keep.text} maxLength={FACTS_MAX} required />
        </Field>
        <PaperList uploadUrl={paths.statementPapers(id)} hint="合同、社保记录等能说明情况的材料。" />
        <SubmitButton pendingLabel="正在提交">提交说明</SubmitButton>
      </Stack>
    </form>
  );
}
