'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { TextArea } from '@/components/ui/text-input';
import type { Explained } from '@/lib/access/refusals';
import type { LastImport } from '@/lib/application/import-queries';
import { IMPORT_BYTES_MAX } from '@/lib/application/rules/import-rows';
import type { ImportView } from '@/lib/application/rules/import-view';
import { paths } from '@/lib/kernel/paths';
import { RefusalNotice } from '../wizard/refusal-notice';
import { useAct } from '../wizard/use-act';
import { useWizard } from '../wizard/wizard-context';
import { ImportResult } from './import-result';
import { readAgain, readSheet, type Read } from './import-transport';
import styles from './import.module.css';

const TOO_LARGE: Explained = { title: '文件过大', why: '表格不能超过 5 MB。', next: [{ label: '请删去图片再上传' }] };

export type ImportTalentsProps = { close(): void; imported(done: LastImport): void };

/** 从 Excel 导入: a file or a paste is read first; what it would change is shown, then taken over or not. */
export function ImportTalents({ close, imported }: ImportTalentsProps) {
  const { draft, view, session } = useWizard();
  const { act, busy, refusal } = useAct();
  const [isReading, setReading] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = read && 'view' in read ? read.view : null;

  async function look(work: () => Promise<Read>) {
    if (isReading) return;
    setReading(true);
    await session.flush();
    setRead(await work());
    setReading(false);
    title.current?.focus();
  }

  async function take(plan: ImportView, which: 'right' | 'all') {
    const input = { applicationId: draft.id, importId: plan.id, which, seen: plan.seen };
    const done = await act('import', () => view.acts.importTalents(input));
    if (done) return imported(done);
    // Whatever stood in the way: what is shown next is what would happen now.
    const anew = await readAgain(draft.id, plan.id);
    if ('view' in anew) setRead(anew);
  }

  return (
    <section className={styles.import} aria-labelledby="import-title">
      <header className={styles.head}>
        <h2 id="import-title" ref={title} tabIndex={-1}>
          {shown ? '核对导入内容' : '从 Excel 导入'}
        </h2>
        <Button size="s" variant="quiet" icon="close" onClick={close}>
          返回名单
        </Button>
      </header>
      <RefusalNotice refusal={refusal ?? (read && 'refused' in read ? read.refused : null)} />
      {shown ? (
        <ImportResult
          plan={shown}
          isBusy={busy !== null}
          take={(which) => void take(shown, which)}
          again={() => setRead(null)}
        />
      ) : (
        <Choosing
          isReading={isReading}
          refuse={(refused) => setRead({ refused })}
          read={(given) => void look(() => readSheet(draft.id, given))}
        />
      )}
    </section>
  );
}

type ChoosingProps = {
  readonly isReading: boolean;
  refuse(refused: Explained): void;
  read(given: File | string): void;
};

function Choosing({ isReading, refuse, read }: ChoosingProps) {
  const { draft, view } = useWizard();
  const [text, setText] = useState('');
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size > IMPORT_BYTES_MAX) refuse(TOO_LARGE);
    else read(file);
  };
  return (
    <div className={styles.choosing}>
      <ol className={styles.steps}>
        <li>
          <p>下载模板，每行填写一名{view.config.entryWord}。</p>
          <a className={styles.link} href={paths.talentTemplate(draft.id)} download>
            <Icon name="download" size="s" />
            下载导入模板
          </a>
        </li>
        <li
          className={styles.drop}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take(event.dataTransfer.files[0]);
          }}
        >
          <p>上传填好的表格（.xlsx，不超过 5 MB），也可以拖到这里。</p>
          <FileButton
            id="import-file"
            label={isReading ? '正在读取' : '选择表格'}
            accept=".xlsx,.csv"
            showName={false}
            disabled={isReading}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </li>
        <li>
          <Field
            id="import-paste"
            label="或者，把 Excel 中复制的行粘贴到这里"
            hint="带上表头行最稳妥；不带表头时，各列按模板的次序。"
          >
            <TextArea rows={5} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} />
          </Field>
          <Button size="s" pending={isReading} disabled={text.trim() === ''} onClick={() => read(text)}>
            读取粘贴的内容
          </Button>
        </li>
      </ol>
      <p className={styles.rules}>
        先试读，不会改动名单。从本系统导出的表格按隐藏的“人才编号”更新同一人；其他表格按证件类型和证件号码识别，名单中没有的为新增。留空的单元格和带
        * 的号码表示不改动。
      </p>
    </div>
  );
}
