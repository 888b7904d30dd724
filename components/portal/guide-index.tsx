'use client';

import { useEffect, useState } from 'react';
import { Icon } from '../ui/icon';
import { GUIDE_SECTIONS } from './guide-sections';
import styles from './guide-index.module.css';

/** 本页目录: a list at the left that follows the reader; on a phone it opens from one line. */
export function GuideIndex() {
  const current = useSectionInView();
  return (
    <div className={styles.index} data-print="hide">
      <nav className={styles.beside} aria-label="本页目录">
        <p className={styles.heading}>办事指南</p>
        <Links current={current} />
      </nav>
      <details className={styles.folded}>
        <summary>
          <Icon name="list" />
          本页目录
          <Icon name="chevron-down" size="s" className={styles.chevron} />
        </summary>
        <Links current={null} />
      </details>
    </div>
  );
}

function Links({ current }: { current: string | null }) {
  return (
    <ul>
      {GUIDE_SECTIONS.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The section that stands in the upper third of the window. */
function useSectionInView(): string {
  const [current, setCurrent] = useState<string>(GUIDE_SECTIONS[0].id);
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        const [first] = entries.filter((entry) => entry.isIntersecting);
        if (first) setCurrent(first.target.id);
      },
      { rootMargin: '-10% 0px -65% 0px' },
    );
    for (const { id } of GUIDE_SECTIONS) {
      const section = document.getElementById(id);
      if (section) seen.observe(section);
    }
    return () => seen.disconnect();
  }, []);
  return current;
}
