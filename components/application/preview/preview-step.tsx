'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { NotPrinted } from '@/components/ui/layout';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/kernel/paths';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { ReviewersWords } from '../fields/form-field';
import { useExpected } from '../talents/expected';
import { RefusalNotice } from '../wizard/refusal-notice';
import { Wizard } from '../wizard/wizard';
import { useWizard } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';
import { DraftReading } from './draft-reading';
import styles from './preview.module.css';

/** 预览: the whole application read back as it will stand, everything that is missing, and 确认提交. */
export function PreviewStep({ view }: { view: WizardView }) {
  return (
    <Wizard view={view}>
      <Screen />
    </Wizard>
  );
}

function Screen() {
  const { view, session } = useWizard();
  const [state, submit, isPending] = useActionState(view.acts.submit, IDLE);
  const [insists, setInsists] = useState(false);
  useEffect(() => {
    // What was refused may rest on something that changed elsewhere: shown as it stands now.
    if (state.status === 'refused') void session.refresh();
  }, [state, session]);
  return (
    <WizardFrame
      aside={
        <Button variant="plain" icon="print" onClick={() => window.print()}>
          打印预览
        </Button>
      }
      next={<Submit submit={submit} isPending={isPending} insists={insists} />}
    >
      <NotPrinted>
        <Before state={state} insists={insists} setInsists={setInsists} />
      </NotPrinted>
      <DraftReading />
    </WizardFrame>
  );
}

type BeforeProps = { state: ActionState; insists: boolean; setInsists(insists: boolean): void };

/** What stands before the reading: why it was refused, what is missing, or that it can be handed in. */
function Before({ state, insists, setInsists }: BeforeProps) {
  const { obstacles, draft } = useWizard();
  const [first] = obstacles;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Nobody may think that it was handed in: a refusal is looked at at once.
    if (state.status !== 'refused') return;
    // After the dialog has closed, which gives the focus back to its button.
    const timer = setTimeout(() => {
      top.current?.focus();
      top.current?.scrollIntoView({ block: 'center' });
    }, 50);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div ref={top} tabIndex={-1} className={styles.before}>
      <ReviewersWords part="whole" />
      <RefusalNotice refusal={state.status === 'refused' ? state.explained : null} />
      {isAboutPersons(state) && (
        <Checkbox
          id="insists"
          label="仍要提交，由业务人员核实"
          checked={insists}
          onChange={(event) => setInsists(event.target.checked)}
        />
      )}
      {first ? (
        <Notice
          tone="amber"
          title={`尚未提交，还差 ${obstacles.length} 项`}
          actions={<LinkButton href={paths.edit(draft.id, first.step, first.part)}>去补齐第 1 项</LinkButton>}
        >
          <ul className={styles.missing}>
            {obstacles.slice(0, 12).map(({ part, step, label, text }) => (
              <li key={part}>
                <a href={paths.edit(draft.id, step, part)}>{label}</a>：{text}
              </li>
            ))}
            {obstacles.length > 12 && <li>另有 {obstacles.length - 12} 项，见左侧列表。</li>}
          </ul>
        </Notice>
      ) : (
        <Notice tone="green" title="内容已齐，可以提交">
          请核对以下内容，与证件和材料一致后，点“确认提交”。提交并取得受理编号后才算申请。
        </Notice>
      )}
    </div>
  );
}

/** The one refusal that the clerk may overrule; it is told by what it offers. */
function isAboutPersons(state: ActionState): boolean {
  return state.status === 'refused' && state.explained.next.some(({ label }) => label.includes('仍要提交'));
}

type SubmitProps = { submit(form: FormData): void; isPending: boolean; insists: boolean };

function Submit({ submit, isPending, insists }: SubmitProps) {
  const { view, draft, state, obstacles } = useWizard();
  const { totalFen } = useExpected();
  const { programme, submissionCount, dueOn } = view;
  const isAgain = draft.status === 'RETURNED';
  const fields = {
    applicationId: draft.id,
    seenRevision: String(state.draft.revision),
    submission: String(submissionCount + 1),
    ...(insists && { insists: 'yes' }),
  };
  return (
    <ConfirmDialog
      label={isPending ? '正在提交' : '确认提交'}
      look={{ variant: 'primary', size: 'l' }}
      disabled={obstacles.length > 0 || isPending || state.pending.size > 0}
      title={isAgain ? '重新提交补贴申请？' : '确认提交补贴申请？'}
      thing={`${programme.name}，${programme.year} 年度，${draft.talents.length} 人`}
      amount={
        <>
          <Money fen={totalFen} />
          （预计）
        </>
      }
      consequence={
        isAgain
          ? `这是第 ${submissionCount + 1} 次提交，提交后由业务人员复看修改处。`
          : '提交后取得受理编号，进入初审。审核开始后不能修改。'
      }
      undoUntil={
        isAgain && dueOn
          ? `业务人员开始审核前可以取回，补正期限仍是 ${formatDay(dueOn)}。`
          : '业务人员开始初审前，可以取回修改或撤回。'
      }
      confirmLabel="确认提交"
      cancelLabel="再看看"
      action={submit}
      fields={fields}
    />
  );
}
