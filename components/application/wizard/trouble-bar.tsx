'use client';

import { useEffect, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/kernel/paths';
import { isKept, type DraftState, type Trouble } from '../draft/draft-state';
import { useWizard } from './wizard-context';
import styles from './wizard.module.css';

/** While nothing gets through: why, how much waits, that none of it is lost, and what happens next. */
export function TroubleBar() {
  const { state, session, draft, view } = useWizard();
  const { trouble } = state;
  if (!trouble) return null;
  const isAboutPerson = trouble.why === 'signed-out' || trouble.why === 'somebody-else';
  return (
    <div className={styles.trouble} data-print="hide">
      <Notice
        tone="red"
        // Spoken when it appears or the cause is another one, and not at every try.
        title={
          <span role="alert">
            {state.pending.size > 0 ? '未保存：' : ''}
            {trouble.says}
          </span>
        }
        actions={
          <>
            {isAboutPerson && (
              <LinkButton size="s" variant="primary" href={paths.login(paths.application(draft.id))} target="_blank">
                重新登录
              </LinkButton>
            )}
            <Button size="s" onClick={() => void session.retry()}>
              立即重试
            </Button>
          </>
        }
      >
        <p>{waitingWords(state)}</p>
        <p>
          {NEXT[trouble.why]?.(view.frame.user.username)}
          {trouble.retryAt !== null && <Countdown until={trouble.retryAt} />}
        </p>
      </Notice>
    </div>
  );
}

const NEXT: Partial<Record<Trouble['why'], (username: string) => string>> = {
  'signed-out': (username) => `请在新窗口以 ${username} 重新登录，登录后本页自动继续保存。`,
  'somebody-else': (username) =>
    `这些内容只属于 ${username}。请在新窗口退出后，以 ${username} 重新登录，本页自动继续保存。`,
  refused: () => '请按提示处理后点“立即重试”。',
};

function waitingWords({ pending, copy }: DraftState): string {
  if (pending.size === 0) return '没有等待保存的内容。';
  const kept = isKept(copy) ? '已留在这台电脑上，不会丢失' : '本机副本未开启，请不要关闭本页';
  return `${pending.size} 处修改等待保存，${kept}。`;
}

function Countdown({ until, clock = Date.now }: { until: number; clock?: () => number }) {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  const seconds = Math.ceil((until - now) / 1000);
  return <>{seconds > 0 ? `${seconds} 秒后自动重试。` : '正在重试。'}</>;
}
