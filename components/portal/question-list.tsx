'use client';

import { useEffect } from 'react';
import { Disclosure } from '../ui/disclosure';
import styles from './question-list.module.css';
import type { Question } from './questions';

/** Questions that open to their answers; the one that the address names is open and in view. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  useEffect(openNamed, []);
  useEffect(() => {
    window.addEventListener('hashchange', openNamed);
    return () => window.removeEventListener('hashchange', openNamed);
  }, []);
  return questions.map(({ id, question, answer }) => (
    <div key={id} id={id} className={styles.question}>
      <Disclosure summary={question}>
        {answer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Disclosure>
    </div>
  ));
}

function openNamed() {
  const named = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  const details = named && named.querySelector('details');
  if (!details) return;
  details.open = true;
  details.scrollIntoView({ block: 'center' });
}
