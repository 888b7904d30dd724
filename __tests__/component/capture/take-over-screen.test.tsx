import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { PhoneCapture } from '@/components/capture/phone-capture';
import { PhoneServer } from './phone-server';

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('a phone that scans while another one is at work', () => {
  const asksFor = (since: string) => ({
    ...{ code: 'other-device', title: '另一部手机（iPhone）正在拍照，要改用这部手机吗？' },
    held: { since },
  });
  const [EARLIER, LATER] = ['2026-11-23T06:03:00.000Z', '2026-11-23T06:04:00.000Z'];
  const field = () => screen.getByLabelText<HTMLInputElement>('电脑上显示的 4 位配对码');
  const type = (value: string) => act(async () => void fireEvent.change(field(), { target: { value } }));
  const sent = () => server.entered.map(({ takeOver }) => takeOver);
  let server: PhoneServer;
  beforeEach(async () => {
    server = new PhoneServer();
    server.install();
    window.history.replaceState(null, '', '/m/receipt#token-of-the-qr');
    server.answers.enter = asksFor(EARLIER);
    await act(async () => void render(<PhoneCapture />));
  });

  it('is asked for the digits of the desktop, shows none itself, and takes over with four of them', async () => {
    expect(screen.getByRole('heading', { name: /要改用这部手机吗/ })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/4\s*7\s*1\s*9/);
    expect([field().inputMode, field().autocomplete, field().value]).toEqual(['numeric', 'off', '']);
    server.answers = {};
    await type(' 47 １');
    expect(field().value).toBe('471');
    await press('改用这部手机');
    await act(async () => void fireEvent.submit(field()));
    expect(sent()).toEqual([undefined]);
    await type('4719');
    await press('改用这部手机');
    expect(sent()).toEqual([undefined, { since: EARLIER, pairingCode: '4719' }]);
    expect(screen.getByText('申报单位')).toBeTruthy();
  });

  it('goes on with the Enter key, and asks once however often that is pressed', async () => {
    server.answers = {};
    await type('4719');
    await act(async () => {
      fireEvent.submit(field());
      fireEvent.submit(field());
    });
    expect(sent()).toHaveLength(2);
    expect(screen.getByText('申报单位')).toBeTruthy();
  });

  it.each([
    ['pairing-wrong', '配对码不对'],
    ['too-many-tries', '配对码输入次数过多'],
  ])('is told of %s beside the field, where what was typed stays', async (code, title) => {
    server.answers.enter = { code, title };
    await type('4718');
    await press('改用这部手机');
    expect(screen.getByRole('alert').textContent).toBe(`${title}。原因。`);
    const error = screen.getByRole('alert').closest('[id]')?.id;
    expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(error);
    expect([field().value, document.activeElement]).toEqual(['4718', field()]);
  });

  it('keeps what was typed while the network is away', async () => {
    await type('4719');
    server.isOffline = true;
    await press('改用这部手机');
    expect([screen.getByRole('alert').textContent, field().value]).toEqual([
      expect.stringContaining('网络断开'),
      '4719',
    ]);
    server.isOffline = false;
    server.answers = {};
    await press('改用这部手机');
    expect(screen.getByText('申报单位')).toBeTruthy();
  });

  it('is told that the link has ended meanwhile', async () => {
    server.answers.enter = { code: 'code-over', title: '二维码已失效' };
    await type('4719');
    await press('改用这部手机');
    expect(screen.getByRole('heading', { name: '二维码已失效' })).toBeTruthy();
  });

  it('is asked anew about a third one that was faster, and need not type again', async () => {
    server.answers.enter = asksFor(LATER);
    await type('4719');
    await press('改用这部手机');
    expect(screen.getByRole('heading', { name: /要改用这部手机吗/ })).toBeTruthy();
    server.answers = {};
    await press('改用这部手机');
    expect(sent().at(-1)).toEqual({ since: LATER, pairingCode: '4719' });
  });
});
