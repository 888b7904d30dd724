import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** What was just removed, and the way to have it back. */
export function UndoNotice({ words, isPending, undo }: { words: string | null; isPending: boolean; undo(): void }) {
  if (!words) return null;
  return (
    <Notice
      tone="neutral"
      role="status"
      icon="trash"
      actions={
        <Button size="s" pending={isPending} onClick={undo}>
          撤销移除
        </Button>
      }
    >
      {words}
    </Notice>
  );
}
