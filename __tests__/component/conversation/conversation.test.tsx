import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Conversation } from '@/components/conversation/conversation';
import type { MarkRead } from '@/components/conversation/use-read';
import type { ConversationView, MessageView } from '@/lib/conversation/queries';
import type { ActionState } from '@/lib/runtime/action-state';

const message = (more: Partial<MessageView>): MessageView => ({
  ...{
    id: 'm1',
    by: '初审人员',
    isOwnSide: false,
    isUnread: false,
    text: '您好',
    at: new Date('2026-11-23T02:00:00Z'),
  },
  ...more,
});
const view = (more: Partial<ConversationView> = {}): ConversationView => ({
  ...{ applicationId: 'a', messages: [], unread: 0, mayWrite: true, isOpen: true },
  ...more,
});
const done: ActionState = { status: 'done', message: null, at: 1 };

function show(given: ConversationView, write = async (): Promise<ActionState> => done) {
  const read = jest.fn<MarkRead>(async () => undefined);
  const words = { hint: '需要更正的请退回', nothing: '还没有留言' };
  render(<Conversation view={given} messageKey="k" write={write} read={read} {...words} />);
  return read;
}

describe('留言', () => {
  it('tells who wrote what and when, marks what is unread, and says up to which one it was read', async () => {
    const at = new Date('2026-11-23T03:30:00Z');
    const read = show(
      view({ messages: [message({}), message({ id: 'm2', isUnread: true, text: '第二条', at })], unread: 1 }),
    );
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '初审人员2026年11月23日 10:00您好',
      '初审人员2026年11月23日 11:30未读第二条',
    ]);
    await waitFor(() => expect(read).toHaveBeenCalledWith({ applicationId: 'a', upTo: at }));
  });

  it('keeps what was typed when it was refused, and says why at the field or above it', async () => {
    const refused: ActionState = {
      ...{ status: 'refused', at: 2, keep: { text: '写好的话' } },
      explained: { title: '留言过于频繁', why: '写下的内容还在。', next: [] },
    };
    show(view(), async () => refused);
    fireEvent.change(screen.getByLabelText('写留言'), { target: { value: '写好的话' } });
    fireEvent.click(screen.getByRole('button', { name: '发出留言' }));
    expect((await screen.findByRole('alert')).textContent).toContain('留言过于频繁');
    expect((screen.getByLabelText('写留言') as HTMLTextAreaElement).value).toBe('写好的话');
  });

  it('has no field once the case is closed, nor for whoever may only read', () => {
    show(view({ isOpen: false, messages: [message({})] }));
    expect(screen.queryByLabelText('写留言')).toBeNull();
    expect(screen.getByText('本申请已办结，留言已关闭。')).toBeTruthy();
  });

  it('says beside the field what it is not for', () => {
    show(view());
    expect(screen.getByText('需要更正的请退回')).toBeTruthy();
    expect(screen.getByText('还没有留言')).toBeTruthy();
  });
});
