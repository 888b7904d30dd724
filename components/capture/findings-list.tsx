import { Icon, type IconName } from '@/components/ui/icon';
import { explainFinding, type Finding, type Severity } from '@/lib/capture/rules/findings';
import styles from './findings.module.css';

const ICONS: Record<Severity, IconName> = { ok: 'check-circle', doubt: 'warn', refuse: 'close-circle' };
const WORDS: Record<Severity, string> = { ok: '通过', doubt: '请留意', refuse: '不符合' };

/** What was found on a photograph, gravest first; each with what to do. The same list on phone and desktop. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => {
        const { title, next } = explainFinding(finding);
        return (
          <li key={finding.code} className={styles[finding.severity]}>
            <Icon name={ICONS[finding.severity]} label={WORDS[finding.severity]} />
            <div>
              <p className={styles.title}>{title}</p>
              {next ? <p className={styles.next}>{next}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
