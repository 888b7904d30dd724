import { beforeAll, describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { CasePace } from '@/components/application/status/case-pace';
import { AppealCard, ExtensionCard } from '@/components/application/status/remedy-cards';
import { LetterList } from '@/components/letter/letter-list';
import type { Remedies } from '@/lib/application/case-queries';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ActionState } from '@/lib/runtime/action-state';
import { standInForDialogs } from '../disbursement/with-router';

beforeAll(standInForDialogs);

const remedies = (more: Partial<Remedies>): Remedies => ({
  ...{ appealUntil: null, appealedAt: null, extensionUntil: null, extension: null },
  ...more,
});
const act = async (): Promise<ActionState> => ({ status: 'done', message: null, at: 1 });
const props = { applicationId: 'a', thing: '补贴 RC20260005038', act };

describe('文书', () => {
  it('shows title, number, version and when, to look at and to keep', () => {
    const at = new Date('2026-11-23T02:00:00Z');
    render(<LetterList letters={[{ id: 'l', title: '收件凭证', number: 'SL20260000018', at, submission: 1 }]} />);
    expect(screen.getByRole('listitem').textContent).toContain(
      '收件凭证SL20260000018第 1 次提交，2026年11月23日 10:00',
    );
    expect(screen.getByRole('link', { name: '查看收件凭证 SL20260000018' }).getAttribute('href')).toBe(
      '/api/letters/l?inline',
    );
    expect(screen.getByRole('link', { name: '下载收件凭证 SL20260000018' }).getAttribute('href')).toBe(
      '/api/letters/l',
    );
  });
});

describe('办理时长', () => {
  it('keeps promise and measurement apart, and says when there are too few cases', () => {
    render(
      <CasePace
        lines={[
          { stage: 'FIRST', promisedDays: 5, measured: { p50: 2, p90: 7, cases: 40 } },
          { stage: 'FINAL', promisedDays: 5, measured: null },
        ]}
      />,
    );
    const rows = screen.getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['环节', '承诺', '实测半数', '实测九成'],
      ['初审', '5', '2 内', '7 内'],
      ['复审', '5', '样本不足', '样本不足'],
    ]);
  });
});

describe('延期 and 复核', () => {
  it('say until when and ask for a reason before they bind', () => {
    render(<ExtensionCard {...props} remedies={remedies({ extensionUntil: shanghaiDay('2027-01-06') })} />);
    expect(screen.getByText('2027年1月6日 24:00')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '申请延期' }));
    expect(screen.getByRole('dialog').textContent).toContain('一件申请只能申请延期一次');
    expect(screen.getByLabelText('理由')).toBeTruthy();
  });

  it('show how the request stands, and offer nothing once it was made or its time is over', () => {
    const asked = { askedAt: new Date('2026-12-09T02:00:00Z'), reason: '同事住院。' };
    const refused = { ...asked, status: 'REFUSED' as const, answer: '未说明原因。' };
    const { rerender, container } = render(<ExtensionCard {...props} remedies={remedies({ extension: refused })} />);
    expect(screen.getByText('延期申请：不同意')).toBeTruthy();
    expect(screen.getByText('答复：未说明原因。')).toBeTruthy();
    rerender(<ExtensionCard {...props} remedies={remedies({})} />);
    expect(container.textContent).toBe('');
    rerender(<AppealCard {...props} remedies={remedies({ appealedAt: asked.askedAt })} />);
    expect(screen.queryByRole('button')).toBeNull();
    rerender(<AppealCard {...props} act={null} remedies={remedies({ appealUntil: shanghaiDay('2026-12-07') })} />);
    expect(screen.getByText('2026年12月7日 24:00')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
