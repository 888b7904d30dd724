'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import type { Desk } from './use-desk';
import { missingWords, whatIsMissing } from './what-is-missing';
import styles from './decision-bar.module.css';

/** Says what keeps the case from being decided, and leads there. */
export function MissingButton({ desk }: { desk: Desk }) {
  const [isOpen, setOpen] = useState(false);
  const missing = whatIsMissing(desk);
  const words = missingWords(missing);
  if (!words) return null;

  function go(open: () => void) {
    setOpen(false);
    open();
  }
  const openTalent = (id: string) => desk.openPart(desk.view.parts.findIndex((part) => part.id === id));
  return (
    <>
      <Button variant="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words}，暂不能结案
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={words} size="s">
        <ul className={styles.missing}>
          {missing.unseen.map(({ key, label }) => (
            <li key={key}>
              <button type="button" onClick={() => go(() => desk.openKey(key))}>
                <Icon name="eye" size="s" />
                {label}：未看
              </button>
            </li>
          ))}
          {missing.undecided.map(({ id, label }) => (
            <li key={id}>
              <button type="button" onClick={() => go(() => openTalent(id))}>
                <Icon name="circle" size="s" />
                {label}：未定
              </button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
