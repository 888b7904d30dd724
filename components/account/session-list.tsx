'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { SessionRow } from '@/lib/access/account-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { Notice } from '../ui/notice';
import { Tag } from '../ui/status';
import { SubmitButton } from '../ui/submit-button';
import type { FormAction } from './account-form';
import styles from './session-list.module.css';

export type SessionListProps = { sessions: readonly SessionRow[]; end: FormAction; endOthers: FormAction };

/** Where one is signed in, this browser first; each other one can be signed out. */
export function SessionList({ sessions, end, endOthers }: SessionListProps) {
  const [one, endOne] = useActionState(end, IDLE);
  const [all, endAll] = useActionState(endOthers, IDLE);
  const last = [one, all].filter((state) => state.status !== 'idle').sort((a, b) => b.at - a.at)[0];
  return (
    <>
      {last && (
        <div className={styles.said}>
          {last.status === 'done' ? (
            <Notice tone="green" role="status" title={last.message} />
          ) : (
            <Notice tone="amber" role="alert" title={last.explained.title}>
              {last.explained.why}
            </Notice>
          )}
        </div>
      )}
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className={styles.session}>
            <div className={styles.words}>
              <b>
                {session.device} {session.isThis && <Tag tone="blue">本设备</Tag>}
              </b>
              <span>
                {session.address ?? '地址未知'}
                {session.place && `（${session.place}）`}
              </span>
              <span>
                {formatDayTime(session.since)} 登录，最近操作 {formatDayTime(session.lastSeen)}
              </span>
            </div>
            {!session.isThis && (
              <form action={endOne}>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton variant="plain" size="s" aria-label={`退出 ${session.device}`}>
                  退出
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endAll} className={styles.foot}>
          <SubmitButton variant="secondary" pendingLabel="正在退出">
            退出其他全部设备
          </SubmitButton>
          <span>不认得的设备请先退出，再修改密码。</span>
        </form>
      )}
    </>
  );
}
