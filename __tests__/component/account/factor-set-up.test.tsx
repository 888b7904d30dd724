import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { FactorSetUp } from '@/components/account/factor-set-up';

const offer = { secret: 'NIWBVKPPYPPSTAPSKKXFCKKCZLUHXK65', uri: 'otpauth://totp/a' };
const recoveryCodes = ['abcde-fghjk', 'mnpqr-stwxy'];

describe('setting up a second factor', () => {
  it('shows the recovery codes this once, also when the page is drawn anew without an offer', async () => {
    const confirm = async () => ({ ok: true as const, value: { recoveryCodes } });
    const page = (given: typeof offer | null) => <FactorSetUp offer={given} confirm={confirm} homeHref="/staff" />;
    const { rerender } = render(page(offer));
    fireEvent.change(screen.getByLabelText('填写手机上显示的六位数字'), { target: { value: '123456' } });
    fireEvent.click(screen.getByRole('button', { name: '验证并启用' }));
    await waitFor(() => expect(screen.getByText('abcde-fghjk')).toBeTruthy());
    rerender(page(null));
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual(recoveryCodes);
    expect(screen.getByRole('link', { name: '已经保存，进入工作台' }).getAttribute('href')).toBe('/staff');
  });

  it('says that it is done to who comes back', () => {
    render(<FactorSetUp offer={null} confirm={() => Promise.reject(new Error('not expected'))} homeHref="/staff" />);
    expect(screen.getByText('第二重验证已启用')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
