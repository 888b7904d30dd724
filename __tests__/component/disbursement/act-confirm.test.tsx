import { beforeAll, expect, it } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { ActConfirm, type Act } from '@/components/disbursement/act-confirm';
import { Announcer } from '@/components/ui/announcer';
import { standInForDialogs } from './with-router';

beforeAll(standInForDialogs);

/** As most acts are: once it is done, the page is drawn anew without its button. */
function Page() {
  const [isOpen, setIsOpen] = useState(true);
  const act: Act = () => {
    setIsOpen(false);
    return Promise.resolve({ status: 'done', message: '已移出批次', value: undefined, at: 1 });
  };
  return (
    <>
      <Announcer />
      {isOpen && (
        <ActConfirm
          {...{ act, thing: '甲', consequence: '资金退回预算。', confirmLabel: '移出批次' }}
          {...{ label: '移出批次', title: '移出批次？', fields: {} }}
        />
      )}
    </>
  );
}

it('says that an act is done also when its own button goes with it', async () => {
  render(<Page />);
  fireEvent.click(screen.getByRole('button', { name: '移出批次' }));
  const [, confirm] = screen.getAllByRole('button', { name: '移出批次' });
  if (!confirm) throw new Error('no dialog');
  fireEvent.click(confirm);
  expect(await screen.findByText('已移出批次')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '移出批次' })).toBeNull();
});
