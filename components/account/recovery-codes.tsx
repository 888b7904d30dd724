import { LinkButton } from '../ui/button';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { PrintButton } from '../portal/print-button';
import styles from './factor-set-up.module.css';

/** The codes, shown once: to be written down or printed, and kept apart from the telephone. */
export function RecoveryCodes({ codes, homeHref }: { codes: readonly string[]; homeHref?: string }) {
  return (
    <Stack gap={4}>
      <Notice tone="green" role="status" title="请保存恢复码，只显示这一次">
        手机丢失或更换时，用恢复码代替动态口令。每个只能用一次，请与手机分开保管。
      </Notice>
      <ul className={styles.codes} aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <PrintButton>打印恢复码</PrintButton>
      {homeHref && (
        <LinkButton href={homeHref} variant="primary" full>
          已经保存，进入工作台
        </LinkButton>
      )}
    </Stack>
  );
}
