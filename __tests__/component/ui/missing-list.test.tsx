import { expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { MissingList } from '@/components/ui/missing-list';

it('shows all that is missing, the first sixty at once and the rest when it is unfolded', () => {
  const items = Array.from({ length: 75 }, (_, at) => ({ key: `${at}`, label: `第 ${at} 项`, href: `/edit?at=${at}` }));
  render(<MissingList title="还差 75 项" items={items} />);
  expect(screen.getAllByRole('link', { hidden: true })).toHaveLength(60);
  const rest = screen.getByText('另有 15 行，展开查看').closest('details') as HTMLDetailsElement;
  rest.open = true;
  fireEvent(rest, new Event('toggle'));
  expect(screen.getAllByRole('link', { hidden: true })).toHaveLength(75);
});
