import type { ReceiptDesk } from '@/lib/capture/desk-queries';
import { explainFinding, type Finding, type Severity } from '@/lib/capture/rules/findings';
import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { formatMoney } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { Anchor } from '../ui/anchor';
import { classNames } from '../ui/class-names';
import { Icon, type IconName } from '../ui/icon';
import { Notice } from '../ui/notice';
import { DeskValues } from './desk-values';
import styles from './desk.module.css';

/** What the system found and what the paper says; the judging is left to whoever reads it. */
export function DeskPanel({ desk }: { desk: ReceiptDesk }) {
  const { values, photograph } = desk;
  return (
    <section className={styles.panel} aria-label="收据内容">
      <header className={styles.head}>
        <h1>{values.payee}</h1>
        <p className={styles.total}>{formatMoney(values.totalFen)}</p>
        <p>
          {values.number}　第 {values.version} 版　{formatDayTime(photograph.submittedAt)}{' '}
          {photograph.byPhone ? '手机拍照' : '电脑上传'}
        </p>
        <p>{amountInCapitals(values.totalFen)}</p>
      </header>
      <Warnings desk={desk} />
      <h2>
        照片检查<span>系统只提示，由您判断</span>
      </h2>
      <Findings findings={photograph.findings} />
      <h2>
        收据内容
        <span>
          <Anchor href={paths.staffApplication(desk.applicationId)}>受理编号 {desk.caseNumber}</Anchor>
        </span>
      </h2>
      <DeskValues values={values} pages={desk.pages} risks={desk.risks} />
    </section>
  );
}

/** What is not on the picture and matters all the same. */
function Warnings({ desk: { samePictureElsewhere, notBefore, earlier } }: { desk: ReceiptDesk }) {
  const [last] = earlier;
  if (samePictureElsewhere === 0 && !notBefore && !last) return null;
  return (
    <div className={styles.warnings}>
      {samePictureElsewhere > 0 && (
        <Notice tone="red" title="同一张照片曾用于其他收据">
          有 {samePictureElsewhere} 份其他收据提交过完全相同的照片文件，请核实后再处理。
        </Notice>
      )}
      {notBefore && (
        <Notice tone="amber" icon="clock">
          收款账户变更不久，{formatDayTime(notBefore)} 后方可付款。
        </Notice>
      )}
      {earlier.some(({ isSameFile, outcome }) => isSameFile && outcome === 'returned') && (
        <Notice tone="amber" title="与退回过的是同一张照片">
          申报单位重新提交的照片文件与此前退回的完全相同，没有重新拍照。
        </Notice>
      )}
      {last && (
        <Notice tone="neutral" title={`第 ${earlier.length + 1} 次提交`}>
          上次 {formatDayTime(last.submittedAt)} 提交，
          {last.outcome === 'returned' ? `退回原因：${last.reason}` : '由申报单位取回。'}
        </Notice>
      )}
    </div>
  );
}

const ICONS: Record<Severity, IconName> = { ok: 'check-circle', doubt: 'warn', refuse: 'error' };
const WORDS: Record<Severity, string> = { ok: '通过', doubt: '请留意', refuse: '不符合' };

/** What needs a look stands in lines of its own; what is in order stands together in one. */
function Findings({ findings }: { findings: readonly Finding[] }) {
  const toLookAt = findings.filter(({ severity }) => severity !== 'ok');
  const inOrder = findings.filter(({ severity }) => severity === 'ok');
  return (
    <ul className={styles.findings}>
      {toLookAt.map((finding) => (
        <Line key={finding.code} finding={finding} strong />
      ))}
      <li className={styles.together}>
        <ul>
          {inOrder.map((finding) => (
            <Line key={finding.code} finding={finding} />
          ))}
        </ul>
      </li>
    </ul>
  );
}

function Line({ finding, strong }: { finding: Finding; strong?: boolean }) {
  const { severity } = finding;
  return (
    <li className={classNames(styles.finding, styles[severity], strong && styles.strong)}>
      <Icon name={ICONS[severity]} size={strong ? 'm' : 's'} label={WORDS[severity]} />
      {explainFinding(finding).title}
    </li>
  );
}
