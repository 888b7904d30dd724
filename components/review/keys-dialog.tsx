import { Dialog } from '@/components/ui/dialog';
import { DefinitionList } from '@/components/ui/definition-list';
import { Row } from '@/components/ui/layout';
import { Kbd } from '@/components/ui/status';

export type KeyLine = { readonly keys: readonly string[]; readonly does: string };

/** 全部按键 */
export function KeysDialog({
  lines,
  open,
  onClose,
}: {
  lines: readonly KeyLine[];
  open: boolean;
  onClose: () => void;
}) {
  return (
    <Dialog open={open} onClose={onClose} title="全部按键" size="s">
      <DefinitionList
        items={lines.map(({ keys, does }) => ({
          label: does,
          value: (
            <Row gap={1}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Row>
          ),
        }))}
      />
    </Dialog>
  );
}
