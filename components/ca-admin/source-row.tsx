'use client';

import { useState } from 'react';
import type { FieldSource } from '@/lib/enterprise/rules/ca-fields';
import { IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Select, TextInput } from '../ui/text-input';
import { splitTexts } from './saving';
import styles from './field-editor.module.css';

type Props = {
  id: string;
  at: number;
  last: number;
  source: FieldSource;
  onChange: (next: FieldSource) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

const PLACES = [
  { value: 'extension', label: '扩展' },
  { value: 'subject', label: '主题' },
];

/** One source. Its order is moved by buttons, which a keyboard reaches, and not by dragging. */
export function SourceRow({ id, at, last, source, onChange, onMove, onRemove }: Props) {
  const [line, setLine] = useState(source.prefixes.join(' '));
  const set = (part: Partial<FieldSource>) => onChange({ ...source, ...part });
  const nth = at + 1;
  return (
    <li className={classNames(styles.source, !source.isOn && styles.off)}>
      <label className={styles.on}>
        <input type="checkbox" id={`${id}-on`} checked={source.isOn} onChange={() => set({ isOn: !source.isOn })} />
        <span>
          {nth} {source.isOn ? '启用' : '停用'}
        </span>
      </label>
      <Select
        aria-label={`来源 ${nth} 的位置`}
        options={PLACES}
        value={source.place}
        onChange={(event) => set({ place: event.target.value === 'subject' ? 'subject' : 'extension' })}
      />
      <TextInput
        aria-label={`来源 ${nth} 的 OID`}
        placeholder="1.2.156.…"
        spellCheck={false}
        value={source.oid}
        onChange={(event) => set({ oid: event.target.value.trim() })}
      />
      <TextInput
        aria-label={`来源 ${nth} 的含义`}
        placeholder="含义"
        maxLength={40}
        value={source.label}
        onChange={(event) => set({ label: event.target.value })}
      />
      <TextInput
        aria-label={`来源 ${nth} 的前缀，用空格分开`}
        placeholder="前缀，无则留空"
        spellCheck={false}
        value={line}
        onChange={(event) => {
          setLine(event.target.value);
          set({ prefixes: splitTexts(event.target.value) });
        }}
      />
      <span className={styles.acts}>
        <IconButton label={`上移来源 ${nth}`} icon="chevron-up" disabled={at === 0} onClick={() => onMove(at - 1)} />
        <IconButton
          label={`下移来源 ${nth}`}
          icon="chevron-down"
          disabled={at === last}
          onClick={() => onMove(at + 1)}
        />
        <IconButton label={`删除来源 ${nth}`} icon="trash" disabled={last === 0} onClick={onRemove} />
      </span>
    </li>
  );
}
