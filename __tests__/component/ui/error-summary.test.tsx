import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { ErrorSummary } from '@/components/ui/error-summary';

const items = [{ label: '请填写姓名', href: '#name' }];

describe('ErrorSummary', () => {
  it('takes the focus when it appears and says that nothing was submitted', () => {
    render(<ErrorSummary items={items} />);
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toContain('尚未提交，有 1 处需要更正');
  });

  it('leaves the focus in the field that is being mended while its list grows shorter', () => {
    const page = (left: typeof items) => (
      <>
        <ErrorSummary items={left} stamp={1} />
        <input id="name" aria-label="姓名" />
      </>
    );
    const two = [...items, { label: '请填写电话', href: '#telephone' }];
    const { rerender } = render(page(two));
    const field = screen.getByLabelText('姓名');
    field.focus();
    rerender(page(two.slice(1)));
    expect(document.activeElement).toBe(field);
  });

  it('leads from each line into its field', () => {
    render(
      <>
        <ErrorSummary items={items} />
        <input id="name" aria-label="姓名" />
      </>,
    );
    fireEvent.click(screen.getByRole('link', { name: '请填写姓名' }));
    expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
  });

  it('takes the focus again when the same errors come back under a new stamp, and not otherwise', () => {
    const page = (stamp: number) => (
      <>
        <ErrorSummary items={[...items]} stamp={stamp} />
        <input aria-label="姓名" />
      </>
    );
    const { rerender } = render(page(1));
    screen.getByLabelText('姓名').focus();
    rerender(page(1));
    expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
    rerender(page(2));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  it('is absent without errors', () => {
    render(<ErrorSummary items={[]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
