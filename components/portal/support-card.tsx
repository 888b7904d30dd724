import type { ReactNode } from 'react';
import type { Support } from '../frame/frame-props';
import { SupportLines } from '../frame/site-footer';
import { Card } from '../ui/card';
import styles from './support-card.module.css';

/** 技术支持 in a side column. */
export function SupportCard({ title, support, foot }: { title: string; support: Support; foot?: ReactNode }) {
  return (
    <Card title={title} foot={foot}>
      <div className={styles.lines}>
        <SupportLines {...support} />
      </div>
    </Card>
  );
}
