import { CA_NAMES, type CaProvider } from '@/lib/enterprise/rules/ca-provider';
import type { CaPackage, CaProviderSetup } from '@/lib/enterprise/rules/ca-setup';
import { paths } from '@/lib/kernel/paths';
import { LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Disclosure } from '../ui/disclosure';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import styles from './driver-package.module.css';

export type DriverPackageProps = { provider: CaProvider; setup: Pick<CaProviderSetup, 'package' | 'systems'> };

/** The package itself, with what one needs to know that it is the right one and came whole. */
export function DriverPackage({ provider, setup }: DriverPackageProps) {
  const found = setup.package;
  const systems = setup.systems.length > 0 ? setup.systems.join('；') : '以安装包内的说明为准';
  if (!found)
    return (
      <Card title="安装包">
        <Notice tone="amber" title={`本网站还没有${CA_NAMES[provider]}的安装包`}>
          <p>领取 Key 时附有安装包的，请用附带的那一份。没有的，请联系技术支持。</p>
          <p>请不要从其他网站下载驱动。</p>
        </Notice>
      </Card>
    );
  return (
    <Card title="安装包" aside="不建议通过其他渠道下载">
      <Stack gap={4}>
        <DefinitionList
          items={[
            { label: '文件名', value: found.name },
            { label: '版本', value: found.version },
            { label: '大小', value: sizeInWords(found.sizeBytes) },
            { label: '支持的系统', value: systems },
            { label: 'SHA-256', value: <code className={styles.hash}>{inGroups(found.sha256)}</code> },
          ]}
        />
        <div>
          <LinkButton variant="primary" size="l" icon="download" href={hrefOf(provider, found)} download={found.name}>
            下载安装包
          </LinkButton>
        </div>
        <Disclosure summary="怎样核对文件没有被改动">
          <ol className={styles.check}>
            <li>在 Windows 中按住 Shift，右键点击下载文件夹，选择“在此处打开 PowerShell 窗口”。</li>
            <li>
              输入 <code>Get-FileHash {found.name}</code> 后按回车。
            </li>
            <li>得到的 Hash 与上面的 SHA-256 逐位相同，文件就是完整的。不同的请删除后重新下载。</li>
          </ol>
        </Disclosure>
      </Stack>
    </Card>
  );
}

function hrefOf(provider: CaProvider, { url }: CaPackage): string {
  return url ?? paths.caPackage(provider);
}

/** Eight at a time, so that two of them can be compared by eye. */
function inGroups(sha256: string): string {
  return (sha256.match(/.{8}/g) ?? []).join(' ');
}

function sizeInWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
