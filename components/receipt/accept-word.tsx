import { Anchor } from '../ui/anchor';
import { Status } from '../ui/status';
import type { Standing } from './use-accepting';
import styles from './sheets.module.css';

const WORDS = {
  waiting: ['待接受', 'neutral'],
  going: ['正在办理', 'blue'],
  accepted: ['已接受', 'green'],
  unsent: ['没有送达', 'amber'],
  refused: ['未接受', 'red'],
} as const;

/** How accepting one receipt stands, in a word. */
export function AcceptWord({ standing: { step } }: { standing: Standing }) {
  const [word, tone] = WORDS[step];
  return (
    <Status look="text" tone={tone}>
      {word}
    </Status>
  );
}

/** Why it was not accepted, and where it is judged by itself. */
export function AcceptWhy({ standing, href }: { standing: Standing; href: string }) {
  if (!('why' in standing)) return null;
  const { title, why, next } = standing.why;
  return (
    <p className={styles.why} role="alert">
      {title}：{why}
      {next[0] && `${next[0].label}。`}
      {standing.step === 'refused' && <Anchor href={href}>打开这份收据</Anchor>}
    </p>
  );
}
