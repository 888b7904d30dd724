'use client';

import { useState, type ReactNode } from 'react';
import { announce } from '@/components/ui/announcer';
import { Anchor } from '@/components/ui/anchor';
import { Button } from '@/components/ui/button';
import { DialogButton } from '@/components/ui/dialog';
import { Icon, type IconName } from '@/components/ui/icon';
import { Kbd, Status, Tag } from '@/components/ui/status';
import { Timeline } from '@/components/ui/timeline';
import { STAGE_LABELS } from '@/lib/review/rules/labels';
import { answered, sentenceOf, type Answered } from './acts';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';
import styles from './case-head.module.css';

type Props = {
  desk: Desk;
  backHref: string;
  onChanged: () => void;
  onHandOver: () => void;
  onAsk: () => void;
  folder?: ReactNode;
};

/** Whose case it is, by when it is due, in whose hands it lies, and what happened so far. */
export function CaseHead({ desk, backHref, folder, ...whose }: Props) {
  const { view } = desk;
  return (
    <header className={styles.head}>
      <Anchor className={styles.back} href={backHref}>
        <Icon name="arrow-left" label="返回列表" />
      </Anchor>
      <div className={styles.words}>
        <div className={styles.title}>
          <h1>{view.enterpriseName}</h1>
          <Status tone={view.status.tone} icon={view.status.icon}>
            {view.status.word}
          </Status>
          <Tag>第 {view.submission} 次提交</Tag>
        </div>
        <p>
          <span>{view.number}</span>
          <span>{view.uscc}</span>
          <span>
            {view.programmeName}，{view.year} 年
          </span>
        </p>
      </div>
      <div className={styles.side}>
        <div className={styles.facts}>
          {view.due && (
            <Fact
              label={`${STAGE_LABELS[view.stage ?? 'FIRST']}截止`}
              icon={view.due.tone === 'neutral' ? 'calendar' : view.due.tone === 'red' ? 'error' : 'clock'}
              tone={view.due.tone}
            >
              {view.due.shown}，{view.due.words}
            </Fact>
          )}
          <Holder desk={desk} />
        </div>
        <div className={styles.acts}>
          <Whose desk={desk} {...whose} />
          {folder}
          <DialogButton label="办理经过" look={{ size: 's', variant: 'plain' }} title="办理经过">
            <Timeline
              items={view.timeline.map(({ at, word, by, note }) => ({ at, title: word, by, note: note ?? undefined }))}
            />
          </DialogButton>
        </div>
      </div>
    </header>
  );
}

type FactProps = { label: string; icon: IconName; tone?: 'red' | 'amber' | 'neutral'; children: ReactNode };

function Fact({ label, icon, tone = 'neutral', children }: FactProps) {
  return (
    <div className={styles.fact}>
      <span>{label}</span>
      <b className={styles[tone]}>
        <Icon name={icon} size="s" />
        {children}
      </b>
    </div>
  );
}

/** In whose hands the case lies, and until when. */
function Holder({ desk: { lease, holder, isMine } }: { desk: Desk }) {
  if (isMine) {
    return (
      <Fact label="由您办理" icon="user" tone={lease.isOffline ? 'amber' : 'neutral'}>
        至 {lease.until}，{lease.isOffline ? '网络断开，未能续期' : '自动续期'}
      </Fact>
    );
  }
  if (lease.lost || !holder || holder.mine) return null;
  return (
    <Fact label="同事办理中" icon="user">
      {holder.name}，至 {holder.until}
    </Fact>
  );
}

function Whose({ desk, onChanged, onHandOver, onAsk }: Omit<Props, 'backHref' | 'folder'>) {
  const { view, lease, holder, acts } = desk;
  const input = { applicationId: view.id };
  if (desk.isMine) {
    return (
      <>
        <Button size="s" variant="plain" aria-haspopup="dialog" onClick={onAsk}>
          加签
        </Button>
        <Button size="s" variant="plain" aria-haspopup="dialog" onClick={onHandOver}>
          转交
        </Button>
        <ActButton label="放回" act={() => acts.release(input)} onDone={onChanged} done="已放回队列，记下的内容都在" />
      </>
    );
  }
  if (lease.lost) return <ActButton primary label="重新领取" act={() => acts.claim(input)} onDone={onChanged} />;
  if (!view.mayClaim || (holder && !holder.mine)) return null;
  return <ActButton primary label="领取" hotkey="a" act={() => acts.claim(input)} onDone={onChanged} />;
}

type ActButtonProps = {
  label: string;
  primary?: boolean;
  hotkey?: string;
  act: () => Promise<Answered>;
  onDone: () => void;
  done?: string;
};

function ActButton({ label, primary, hotkey, act, onDone, done }: ActButtonProps) {
  const [isPending, setPending] = useState(false);
  async function press() {
    if (isPending) return;
    setPending(true);
    const answer = await answered(act());
    if (answer.ok && done) announce(done);
    if (!answer.ok) announce(sentenceOf(answer.explained), 'red');
    setPending(false);
    onDone();
  }
  useKeys(hotkey ? { [hotkey]: () => void press() } : {});
  return (
    <Button size="s" variant={primary ? 'primary' : 'plain'} pending={isPending} onClick={press}>
      {hotkey && (
        <span aria-hidden>
          <Kbd>{hotkey.toUpperCase()}</Kbd>{' '}
        </span>
      )}
      {label}
    </Button>
  );
}
