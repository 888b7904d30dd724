import type { CaProviderView } from '@/lib/enterprise/ca-queries';
import { CA_NAMES } from '@/lib/enterprise/rules/ca-provider';
import { Grid } from '../ui/layout';
import { Notice } from '../ui/notice';

/** Whether keys of each CA can be checked at this moment, and if not, what is missing: the first thing to look at. */
export function ProviderState({ providers }: { providers: readonly CaProviderView[] }) {
  return (
    <Grid>
      {providers.map((one) => {
        const { tone, title, why } = standing(one);
        return (
          <Notice key={one.provider} tone={tone} title={`${CA_NAMES[one.provider]}：${title}`}>
            {why}
          </Notice>
        );
      })}
    </Grid>
  );
}

type Standing = { tone: 'green' | 'amber' | 'red'; title: string; why: string };

function standing({ roots, lists }: CaProviderView): Standing {
  const usable = roots.filter(({ role, state }) => role === 'root' && (state === 'good' || state === 'ends-soon'));
  if (usable.length === 0) return bad('没有可用的根证书', '企业会看到“暂时无法核验”。请运维写入根证书。');
  if (lists.length === 0) return bad('没有配置吊销名单地址', '企业会看到“暂时无法核验”。请运维设置地址。');
  const stale = lists.filter(({ freshness }) => freshness === 'stale' || freshness === 'missing');
  if (stale.length === lists.length) return bad('吊销名单都已过期', '企业会看到“暂时无法核验”。请检查名单地址。');
  if (stale.length > 0) return warn('部分吊销名单已过期', '由它签发的 CA 暂时无法核验。');
  if (lists.some(({ fault }) => fault)) return warn('最近一次更新未成功', '已有的名单仍在有效期内，核验不受影响。');
  if (usable.some(({ state }) => state === 'ends-soon')) return warn('根证书 90 天内到期', '请向 CA 索取新的根证书。');
  return { tone: 'green', title: '核验正常', why: `${usable.length} 个根证书，${lists.length} 份吊销名单有效。` };
}

const bad = (title: string, why: string): Standing => ({ tone: 'red', title, why });
const warn = (title: string, why: string): Standing => ({ tone: 'amber', title, why });
