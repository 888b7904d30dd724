import { paths } from '@/lib/kernel/paths';
import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { WindowState } from '@/lib/programme/rules/window';
import { Anchor } from '../ui/anchor';
import { LinkButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { EmptyState } from '../ui/empty-state';
import { WindowBar } from './window-bar';
import styles from './programme-list.module.css';

export type ListedProgramme = {
  readonly code: string;
  readonly name: string;
  readonly summary: string;
  readonly window: WindowState | null;
  readonly opensNextOn: ShanghaiDay | null;
};

/** Programmes with their windows: those that can be applied for now with the button, the others with when. */
export function ProgrammeList({ programmes }: { programmes: readonly ListedProgramme[] }) {
  if (programmes.length === 0) {
    return <EmptyState title="目前没有可以申请的事项" why="新的事项发布后会列在这里，也可以留意通知公示。" />;
  }
  return (
    <ol className={styles.list}>
      {programmes.map((programme) => (
        <li key={programme.code}>
          <ProgrammeItem {...programme} />
        </li>
      ))}
    </ol>
  );
}

function ProgrammeItem({ code, name, summary, window, opensNextOn }: ListedProgramme) {
  const isOpen = window?.state === 'open';
  return (
    <article className={classNames(styles.programme, !isOpen && styles.shut)}>
      <div className={styles.words}>
        <h3>
          <Anchor href={paths.guide(code)}>{name}</Anchor>
        </h3>
        {isOpen ? (
          <>
            <p>{summary}</p>
            <WindowBar {...window} />
          </>
        ) : (
          <p>{whenOpen(window, opensNextOn)}</p>
        )}
      </div>
      <div className={styles.act}>
        {isOpen && (
          <LinkButton variant="primary" href={paths.apply(code)} aria-label={`在线办理 ${name}`}>
            在线办理
          </LinkButton>
        )}
        <Anchor href={paths.guide(code)} aria-label={`${name}办事指南`}>
          办事指南
        </Anchor>
      </div>
    </article>
  );
}

/** In words when one may apply, for a programme that is not open. */
export function whenOpen(window: WindowState | null, opensNextOn: ShanghaiDay | null): string {
  if (!window) return '受理时间尚未公布。';
  if (window.state === 'before') {
    return `${formatDay(window.opensOn)} 开始受理，${formatDay(window.closesOn)} 截止。`;
  }
  const next = opensNextOn ? `下期 ${formatDay(opensNextOn)} 开放。` : '下期时间尚未公布。';
  return `本期已于 ${formatDay(window.closesOn)} 截止，${next}`;
}
