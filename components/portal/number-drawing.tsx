import { Anchor } from '../ui/anchor';
import styles from './number-drawing.module.css';

/** Where on the 收件凭证 the number stands, and what one sees without signing in. */
export function WhereTheNumberIs({ loginHref }: { loginHref: string }) {
  return (
    <div className={styles.note}>
      <svg viewBox="0 0 72 84" aria-hidden focusable="false">
        <path d="M3 3h66v78H3z" />
        <path className={styles.here} d="M36 10h27v10H36z" />
        <path d="M41 15h17M24 32h24M12 42h48M12 50h48M12 58h28" />
        <circle cx="52" cy="68" r="8" />
      </svg>
      <div>
        <p className={styles.title}>编号在收件凭证右上角</p>
        <p>无需登录，只显示状态和日期。</p>
        <p>
          看意见、改材料请先<Anchor href={loginHref}>登录</Anchor>。
        </p>
      </div>
    </div>
  );
}
