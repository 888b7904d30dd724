'use client';

import { useState } from 'react';
import type { ChangeView } from '@/lib/enterprise/ca-queries';
import type { FieldSource, FieldTable } from '@/lib/enterprise/rules/ca-fields';
import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Grid, Stack } from '../ui/layout';
import { TextInput } from '../ui/text-input';
import { ChangeList } from './change-list';
import { SaveWithReason } from './save-with-reason';
import { splitTexts, type Saved } from './saving';
import { SourceRow } from './source-row';
import styles from './field-editor.module.css';

type Props = {
  provider: CaProvider;
  table: FieldTable;
  seen: string | null;
  changes: readonly ChangeView[];
  save: (given: { provider: CaProvider; table: FieldTable; seen: string | null; reason: string }) => Promise<Saved>;
};

const NEW: FieldSource = { place: 'extension', oid: '', label: '', isOn: true, prefixes: [] };

/** Where in this CA's certificates the USCC stands: sources in their order, each on or off, with prefixes to take off. */
export function FieldEditor({ provider, table, seen, changes, save }: Props) {
  const [edited, setEdited] = useState(table);
  const change = (part: Partial<FieldTable>) => setEdited((now) => ({ ...now, ...part }));
  const setSource = (at: number, source: FieldSource) => change({ sources: edited.sources.with(at, source) });
  const move = (at: number, to: number) => {
    const moved = edited.sources[at];
    if (moved) change({ sources: edited.sources.toSpliced(at, 1).toSpliced(to, 0, moved) });
  };
  return (
    <Stack gap={4}>
      <p className={styles.rule}>
        按次序读取，第一个通过校验的统一社会信用代码为准；其余已启用的来源有值的，必须一致。
      </p>
      <ol className={styles.sources} aria-label="来源">
        {edited.sources.map((source, at) => (
          <SourceRow
            key={`${at} of ${edited.sources.length}`}
            id={`${provider}-${at}`}
            at={at}
            last={edited.sources.length - 1}
            source={source}
            onChange={(next) => setSource(at, next)}
            onMove={(to) => move(at, to)}
            onRemove={() => change({ sources: edited.sources.toSpliced(at, 1) })}
          />
        ))}
      </ol>
      <div>
        <Button variant="plain" size="s" icon="plus" onClick={() => change({ sources: [...edited.sources, NEW] })}>
          增加来源
        </Button>
      </div>
      <Grid>
        <Texts
          id={`${provider}-personal`}
          label="个人证书的标志"
          hint="有这些扩展的是个人证书，提示“无效的CA证书”"
          value={edited.personal}
          onChange={(personal) => change({ personal })}
        />
        <Texts
          id={`${provider}-registration`}
          label="工商注册号的扩展"
          hint="15 位注册号不是统一社会信用代码"
          value={edited.registration}
          onChange={(registration) => change({ registration })}
        />
        <Texts
          id={`${provider}-cuts`}
          label="名称截断"
          hint="没有单位名称（O）时取 CN，从这些字符起截去"
          value={edited.nameCuts}
          onChange={(nameCuts) => change({ nameCuts })}
        />
      </Grid>
      <SaveWithReason
        isChanged={JSON.stringify(edited) !== JSON.stringify(table)}
        nameOf={nameOf}
        save={(reason) => save({ provider, table: edited, seen, reason })}
        undo={() => setEdited(table)}
      />
      <ChangeList changes={changes} />
    </Stack>
  );
}

type TextsProps = {
  id: string;
  label: string;
  hint: string;
  value: readonly string[];
  onChange: (next: string[]) => void;
};

/** Several short texts in one line; what is half typed is not yet read as one. */
function Texts({ id, label, hint, value, onChange }: TextsProps) {
  const [line, setLine] = useState(value.join(' '));
  const shown = splitTexts(line).join(' ') === value.join(' ') ? line : value.join(' ');
  return (
    <Field id={id} label={label} hint={hint}>
      <TextInput
        value={shown}
        spellCheck={false}
        onChange={(event) => {
          setLine(event.target.value);
          onChange(splitTexts(event.target.value));
        }}
      />
    </Field>
  );
}

const WORDS: Readonly<Record<string, string>> = { oid: 'OID', label: '含义', prefixes: '前缀', place: '位置' };
const PARTS: Readonly<Record<string, string>> = {
  personal: '个人证书的标志',
  registration: '工商注册号的扩展',
  nameCuts: '名称截断',
};

/** table.sources.3.oid → 来源 4 的 OID */
function nameOf(field: string): string {
  const [, part = '', at, member = ''] = field.split('.');
  if (part === 'sources' && at !== undefined) return `来源 ${Number(at) + 1} 的${WORDS[member] ?? ''}`;
  return PARTS[part] ?? '来源';
}
