'use client';

import { useRef } from 'react';
import { announce } from '@/components/ui/announcer';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Money } from '@/components/ui/money';
import { Kbd } from '@/components/ui/status';
import { formatMoney } from '@/lib/kernel/fen';
import type { Answered } from './acts';
import { ReasonField, reasonOf } from './reason-field';
import { useAct } from './use-act';
import { useKeys } from './use-keys';
import type { Desk } from './use-desk';
import styles from './case-decisions.module.css';
import { missingWords, whatIsMissing, type Missing } from './what-is-missing';

type Props = { desk: Desk; onChanged: () => void };
type Deciding = Props & { missing: Missing };

/** What ends this stage. Each is asked once more, with the thing, the amount and what follows. */
export function CaseDecisions({ desk, onChanged }: Props) {
  const missing = whatIsMissing(desk);
  const props = { desk, onChanged, missing };
  return desk.view.stage === 'FINAL' ? (
    <>
      <GiveBack {...props} />
      <SendBack {...props} />
      <Reject {...props} />
      <Approve {...props} />
    </>
  ) : (
    <>
      <GiveBack {...props} />
      <Propose {...props} />
      <Pass {...props} />
    </>
  );
}

const thingOf = ({ view }: Desk) => `${view.enterpriseName}，${view.number}`;

/** The key that presses the button of an ending; where it cannot be pressed yet, it says what is missing. */
function useOpener(key: string, missing: Missing, isReady: boolean) {
  const opener = useRef<HTMLButtonElement>(null);
  useKeys({
    [key]: () => {
      if (isReady) opener.current?.click();
      else announce(`${missingWords(missing) || '还没有可以办理的内容'}，暂不能结案`, 'amber');
    },
  });
  return opener;
}

/** Words of a button with its key, which is not part of its name. */
const withKey = (key: string, words: string) => (
  <>
    <span aria-hidden>
      <Kbd>{key}</Kbd>
    </span>{' '}
    {words}
  </>
);

/** `done` is said once it went through, since the page then shows the case as it stands. */
function useEnding({ desk, onChanged }: Props, done: string, call: (form: FormData) => Promise<Answered>) {
  return useAct(
    async (form) => {
      const answer = await call(form);
      if (!answer.ok && answer.code === 'not-your-claim') desk.lease.lose(answer.explained);
      return answer;
    },
    () => {
      desk.end();
      announce(`${desk.view.number} ${done}`);
      onChanged();
    },
  );
}

function GiveBack({ desk, missing, onChanged }: Deciding) {
  const { view, acts } = desk;
  const ending = useEnding({ desk, onChanged }, '已退回企业', () => acts.giveBack({ applicationId: view.id }));
  const drafts = desk.comments.filter(({ isDraft }) => isDraft);
  const isReady = missing.unseen.length === 0 && missing.drafts > 0;
  const opener = useOpener('t', missing, isReady);
  return (
    <ConfirmDialog
      {...ending}
      label={withKey('T', '退回')}
      look={{ variant: 'plain' }}
      opener={opener}
      focusConfirm
      disabled={!isReady}
      title="退回企业补正？"
      thing={thingOf(desk)}
      consequence={
        <>
          <section className={styles.letter} aria-label="企业将看到">
            <b>企业将看到</b>
            <p>
              您单位的申请（{view.number}）须补正，请于 {view.returnBy} 前修改并重新提交。共 {drafts.length} 条意见：
            </p>
            <ol>
              {drafts.map(({ id, label, text }) => (
                <li key={id}>
                  <b>{label}</b>：{text}
                </li>
              ))}
            </ol>
          </section>
          <p>期限为 {view.returnWorkingDays} 个工作日，退回当日不计。重新提交后仍由您办理。</p>
        </>
      }
      confirmLabel="退回"
    />
  );
}

function Pass({ desk, missing, onChanged }: Deciding) {
  const { view, acts, award } = desk;
  const ending = useEnding({ desk, onChanged }, '已通过，送复审', () => acts.pass({ applicationId: view.id }));
  const isReady = missing.unseen.length === 0 && missing.undecided.length === 0 && missing.supported > 0;
  const opener = useOpener('p', missing, isReady);
  return (
    <ConfirmDialog
      {...ending}
      label={withKey('P', '通过，送复审')}
      opener={opener}
      focusConfirm
      look={{ variant: 'primary' }}
      disabled={!isReady}
      title="通过并送复审？"
      thing={thingOf(desk)}
      amount={<Money fen={award.totalFen} />}
      consequence={`支持 ${missing.supported} 人。送出后由复审人员办理，您不能再改，也不能办理本案复审。`}
      confirmLabel="通过，送复审"
    >
      <Drafts missing={missing} so="复审人员能看到。" />
    </ConfirmDialog>
  );
}

/** Comments that were pinned but do not go out with this decision. */
function Drafts({ missing, so }: { missing: Missing; so: string }) {
  if (missing.drafts === 0) return null;
  return (
    <p>
      有 {missing.drafts} 条意见没有发出，{so}
    </p>
  );
}

function Propose({ desk, missing, onChanged }: Deciding) {
  const { view, acts } = desk;
  const ending = useEnding({ desk, onChanged }, '已建议不予支持，送复审', (form) =>
    acts.proposeRejection({ applicationId: view.id, ...reasonOf(form) }),
  );
  const opener = useOpener('x', missing, missing.unseen.length === 0);
  return (
    <ConfirmDialog
      {...ending}
      label={withKey('X', '不予支持')}
      opener={opener}
      look={{ variant: 'plain' }}
      disabled={missing.unseen.length > 0}
      title="建议整案不予支持？"
      thing={thingOf(desk)}
      consequence={<Overruled missing={missing}>不予支持须两人决定，本案送复审人员决定。</Overruled>}
      confirmLabel="建议不予支持"
      danger
    >
      <ReasonField
        name="reason"
        label="理由"
        focus="library"
        hint="复审人员同意后，企业会看到。"
        library={view.reasons.refuse}
        preview="复审同意后企业将看到"
      />
    </ConfirmDialog>
  );
}

function Overruled({ missing, children }: { missing: Missing; children: string }) {
  return (
    <>
      <p>{children}</p>
      {missing.supported > 0 && <p>您已支持 {missing.supported} 人，整案不予支持后都不计。</p>}
    </>
  );
}

function Reject({ desk, missing, onChanged }: Deciding) {
  const { view, acts } = desk;
  const ending = useEnding({ desk, onChanged }, '已办结：不予支持', (form) =>
    acts.reject({ applicationId: view.id, ...reasonOf(form) }),
  );
  const opener = useOpener('x', missing, missing.unseen.length === 0);
  return (
    <ConfirmDialog
      {...ending}
      label={withKey('X', '不予支持')}
      opener={opener}
      look={{ variant: 'plain' }}
      disabled={missing.unseen.length > 0}
      title="整案不予支持？"
      thing={thingOf(desk)}
      consequence={
        <Overruled missing={missing}>结果和理由立即通知企业。企业可在 10 个工作日内申请复核一次。</Overruled>
      }
      confirmLabel="不予支持"
      danger
    >
      <ReasonField
        name="reason"
        label="理由"
        focus="library"
        library={view.reasons.refuse}
        start={view.proposedRejection ?? ''}
        preview="企业将看到：不予支持，理由"
      />
    </ConfirmDialog>
  );
}

function SendBack({ desk, missing, onChanged }: Deciding) {
  const { view, acts } = desk;
  const ending = useEnding({ desk, onChanged }, '已退回初审', (form) =>
    acts.sendBack({ applicationId: view.id, reason: reasonOf(form).reason }),
  );
  const opener = useOpener('b', missing, true);
  return (
    <ConfirmDialog
      {...ending}
      label={withKey('B', '退回初审')}
      opener={opener}
      look={{ variant: 'plain' }}
      title="退回初审？"
      thing={thingOf(desk)}
      consequence="本案回到初审人员手中，企业不会收到通知。"
      confirmLabel="退回初审"
    >
      <ReasonField name="reason" label="给初审人员的说明" library={[]} focus="text" />
    </ConfirmDialog>
  );
}

function Approve({ desk, missing, onChanged }: Deciding) {
  const { view, acts, award } = desk;
  const ending = useEnding({ desk, onChanged }, '审核通过', () => acts.approve({ applicationId: view.id }));
  const isReady = missing.unseen.length === 0 && missing.undecided.length === 0 && award.totalFen > 0;
  const opener = useOpener('p', missing, isReady);
  const granted = award.lines.filter(({ grantedFen }) => grantedFen > 0);
  return (
    <ConfirmDialog
      {...ending}
      label={withKey('P', '审核通过')}
      opener={opener}
      focusConfirm
      look={{ variant: 'primary' }}
      disabled={!isReady}
      title="审核通过？"
      thing={thingOf(desk)}
      amount={<Money fen={award.totalFen} />}
      consequence={
        <>
          <p>核定 {granted.length} 人，随后列入公示：</p>
          <ul>
            {granted.map(({ talentId, name, grantedFen, note }) => (
              <li key={talentId}>
                {name} {formatMoney(grantedFen)}
                {note && `（${note}）`}
              </li>
            ))}
          </ul>
          <p>结果立即通知企业。</p>
        </>
      }
      confirmLabel="审核通过"
    >
      <Drafts missing={missing} so="通过后也不会发给企业。" />
    </ConfirmDialog>
  );
}
