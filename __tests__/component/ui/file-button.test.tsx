import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { FileButton } from '@/components/ui/file-button';

afterEach(cleanup);

describe('the button that chooses a file', () => {
  it('opens the chooser on Enter and does not send the form around it', () => {
    const sent = jest.fn((event: { preventDefault(): void }) => event.preventDefault());
    const opened = jest.fn();
    render(
      <form onSubmit={sent}>
        <FileButton id="paper" label="选择文件" onClick={opened} />
      </form>,
    );
    const isLeft = fireEvent.keyDown(screen.getByLabelText('选择文件'), { key: 'Enter' });
    expect(opened).toHaveBeenCalledTimes(1);
    expect(isLeft).toBe(false);
    expect(sent).not.toHaveBeenCalled();
  });

  it('leaves every other key to the browser', () => {
    const opened = jest.fn();
    render(<FileButton id="paper" label="选择文件" onClick={opened} />);
    expect(fireEvent.keyDown(screen.getByLabelText('选择文件'), { key: 'Tab' })).toBe(true);
    expect(opened).not.toHaveBeenCalled();
  });
});
