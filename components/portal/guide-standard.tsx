import { wholeYuan } from '@/lib/programme/rules/amounts';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { GuideNote, GuideSection } from './guide-parts';
import styles from './guide-standard.module.css';

/** Who is supported and with how much: the categories as a table, the rules around them in words. */
export function GuideStandard({ config }: { config: ProgrammeConfig }) {
  const { categories, categoryWord, amount, guide } = config;
  const [rule, ...remarks] = guide.standard.paragraphs;
  return (
    <GuideSection id="standard">
      <ul className={styles.who}>
        {[...guide.who.paragraphs, rule].map((line) => line && <li key={line}>{line}</li>)}
      </ul>
      <table className={styles.standard}>
        <caption className={styles.spoken}>{categoryWord}与补贴标准</caption>
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">对象</th>
            <th scope="col" className={styles.amount}>
              {amount.kind === 'per-month' ? '每人每月（元）' : '每人补贴（元）'}
            </th>
          </tr>
        </thead>
        <tbody>
          {categories.map(({ code, label, note, standardFen }) => (
            <tr key={code}>
              <td className={styles.code}>{code}</td>
              <td>
                {label}
                {note && <small>{note}</small>}
              </td>
              <td className={styles.amount}>{wholeYuan(standardFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {remarks.length > 0 && (
        <GuideNote>
          {remarks.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </GuideNote>
      )}
    </GuideSection>
  );
}
