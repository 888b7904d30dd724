import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { PageError } from '@/components/ui/page-error';
import { PageExpired } from '@/components/ui/page-expired';
import { PageWrongState } from '@/components/ui/page-wrong-state';

describe('pages of a state', () => {
  it('leads back to where the session ended, and takes the whole address along', () => {
    render(<PageExpired returnTo="/applications/7?tab=files" />);
    const href = screen.getByRole('link', { name: '重新登录' }).getAttribute('href');
    expect(href).toBe('/login?next=%2Fapplications%2F7%3Ftab%3Dfiles');
  });

  it('gives a fault its number and a next step', () => {
    render(<PageError number="E-7F3A" phone="400-000-0000" />);
    expect(screen.getByText('E-7F3A')).toBeTruthy();
    expect(screen.getByRole('link', { name: '返回首页' })).toBeTruthy();
  });

  it('shows where things stand and leads there when the page asked for has passed', () => {
    render(<PageWrongState title="已提交，不能再修改" now="审核中" href="/applications/7" />);
    expect(screen.getByRole('heading', { name: '已提交，不能再修改' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '查看当前状态' }).getAttribute('href')).toBe('/applications/7');
  });
});
