import { paths } from '@/lib/kernel/paths';
import { Card } from '../ui/card';
import { Measure } from '../ui/layout';
import { PageHead } from '../ui/page-head';
import styles from './plain-text.module.css';

export type TextPart = { readonly title: string; readonly lines: readonly string[] };

/** A page of running text: what the site does with data, what it does for readers. */
export function PlainText({
  title,
  updatedOn,
  parts,
}: {
  title: string;
  updatedOn: string;
  parts: readonly TextPart[];
}) {
  return (
    <Measure width="read">
      <PageHead
        breadcrumb={[{ label: '首页', href: paths.home() }, { label: title }]}
        title={title}
        meta={<span>{updatedOn} 更新</span>}
      />
      <Card>
        <div className={styles.text}>
          {parts.map((part) => (
            <section key={part.title}>
              <h2>{part.title}</h2>
              {part.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </section>
          ))}
        </div>
      </Card>
    </Measure>
  );
}
