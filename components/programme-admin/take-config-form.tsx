'use client';

import { paths } from '@/lib/kernel/paths';
import { CONFIG_CHARACTERS_MAX } from '@/lib/programme/rules/programme.schema';
import type { Answer } from '@/lib/runtime/action-state';
import { TakeJsonForm } from './take-json-form';

type Taken = { readonly programmeId: string; readonly versionId: string };

/** 上传配置 of a programme. */
export function TakeConfigForm({ take }: { take: (input: { text: string }) => Promise<Answer<Taken>> }) {
  return (
    <TakeJsonForm
      id="programme-config"
      title="上传配置"
      label="选择配置文件"
      note="事项编码相同的作为该事项的新版本，编码不同的作为新事项。可先下载现行版本，在其中修改。"
      charactersMax={CONFIG_CHARACTERS_MAX}
      take={take}
      hrefOf={paths.programmeVersion}
    />
  );
}
