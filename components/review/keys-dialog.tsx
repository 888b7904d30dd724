'use client';

import { Checkbox } from '@/components/ui/choice';
import { DefinitionList } from '@/components/ui/definition-list';
import { Dialog } from '@/components/ui/dialog';
import { Row, Stack } from '@/components/ui/layout';
import { Kbd } from '@/components/ui/status';
import { switchKeys, useKeysOn } from './key-switch';

export type KeyLine = { readonly keys: readonly string[]; readonly does: string };

type Props = { lines: readonly KeyLine[]; open: boolean; onClose: () => void };

/** 全部按键, with the switch for those that are single characters. */
export function KeysDialog({ lines, open, onClose }: Props) {
  const isOn = useKeysOn();
  return (
    <Dialog open={open} onClose={onClose} title="全部按键" size="m">
      <Stack>
        <DefinitionList
          columns={2}
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
        <Checkbox
          id="single-keys"
          label="启用单键操作"
          note="使用语音输入或容易误按的，可以关闭；空格和方向键仍可用。"
          checked={isOn}
          onChange={(event) => switchKeys(event.target.checked)}
        />
      </Stack>
    </Dialog>
  );
}
