import type { ReactNode } from 'react';
import { LinkButton } from './button';
import { StatePage } from './state-page';

export type PageErrorProps = {
  /** The number under which the fault is recorded; the reader quotes it. */
  number: string;
  /** What to do next, e.g. a button that tries again. Without one: back to the first page. */
  next?: ReactNode;
  /** Whom to ring. */
  phone?: string;
};

/** Something broke on our side. Says that nothing was lost, the number, and the next step. */
export function PageError({ number, next, phone }: PageErrorProps) {
  const note = (
    <>
      错误编号 <b>{number}</b>
      {phone && <>，咨询电话 {phone}，请报编号。</>}
    </>
  );
  return (
    <StatePage
      icon="warn"
      tone="red"
      title="页面没有打开"
      actions={next ?? <LinkButton href="/">返回首页</LinkButton>}
      note={note}
    >
      <p>已保存的内容没有丢失，请稍后再试。</p>
    </StatePage>
  );
}
