import { ChooseProvider } from '@/components/ca/choose-provider';
import { SupportCard } from '@/components/portal/support-card';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/button';
import { IconList, NumberedList } from '@/components/ui/item-list';
import { Columns } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { registrationHere } from '@/lib/enterprise/registration-queries';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '企业用户注册说明' };

const CHOICES = { JIANGSU: paths.registerCertificate('JIANGSU'), SUZHOU: paths.registerCertificate('SUZHOU') };

const STEPS = [
  { title: '用 CA 实名认证', note: '江苏CA 或苏州CA 任选一种。系统从证书读出企业名称和统一社会信用代码，不用再填。' },
  { title: '填写企业注册信息', note: '企业类型、地址、成立日期、注册资本、所属行业、法定代表人、规模、电话等。' },
  { title: '填写管理员授权委托信息', note: '管理员的姓名、证件、手机、邮箱、部门、职务和授权期限。' },
  { title: '上传盖章材料', note: '见下方“需要准备的材料”。' },
  { title: '提交注册，获取验证码', note: '短信验证码发到管理员的手机，验证后注册完成。' },
  { title: '收到账号', note: 'admin 和 super 两个账号的初始密码由短信发给管理员，第一次登录须修改密码。' },
];

const PAPERS = [
  { title: '企业营业执照', note: '加盖公章' },
  { title: '管理员身份证件', note: '正反两面，加盖公章' },
  { title: '管理员备案信息', note: '填写后由系统生成，打印、盖章后上传' },
  { title: '企业注册信息表', note: '填写后由系统生成，打印、盖章后上传' },
  { title: '用户实名注册及使用协议', note: '打印、盖章后上传' },
];

export default page({ who: 'public' }, async ({ ctx }) => {
  const [{ support }, here] = await Promise.all([
    siteData(),
    readCaBrowser().then((browser) => registrationHere(ctx, browser)),
  ]);
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '首页', href: paths.home() },
          { label: '登录', href: paths.login() },
          { label: '成为新用户' },
        ]}
        title="企业用户注册说明"
        meta={<span>第一次办理的企业，先成为新用户。</span>}
      />
      <Columns
        sideWidth="l"
        sideLabel="办理"
        main={
          <>
            <Card title="选择实名认证方式" aside="两种证书都已发给企业，不用另外购买">
              <ChooseProvider hrefs={CHOICES} />
            </Card>
            <Card title="注册流程">
              <NumberedList items={STEPS.map((step) => ({ key: step.title, ...step }))} />
            </Card>
            <Card title="需要准备的材料" aside="扫描件或清晰的照片">
              <IconList items={PAPERS.map((paper) => ({ key: paper.title, icon: 'file', ...paper }))} />
            </Card>
          </>
        }
        side={
          <>
            {here?.status === 'PROVEN' && (
              <Card title="继续上次的注册" tone="amber">
                <p>{here.enterpriseName}</p>
                <LinkButton variant="primary" full href={paths.register('enterprise')}>
                  继续填写
                </LinkButton>
              </Card>
            )}
            <Card title="已有账号">
              <LinkButton full href={paths.login()}>
                登录
              </LinkButton>
            </Card>
            <SupportCard title="技术支持" support={support} />
            <Card title="遇到问题">
              <IconList
                items={[
                  { key: 'doctor', icon: 'help', tone: 'link', title: 'CA 检测：逐项检查', href: '/ca-doctor' },
                  { key: 'a', icon: 'help', tone: 'link', title: '检测不到 CA', href: `${paths.help()}#no-key-found` },
                  { key: 'b', icon: 'help', tone: 'link', title: '证书无效', href: `${paths.help()}#key-not-matched` },
                  {
                    key: 'c',
                    icon: 'help',
                    tone: 'link',
                    title: '该企业已注册',
                    href: `${paths.help()}#already-registered`,
                  },
                ]}
              />
            </Card>
          </>
        }
      />
    </>
  );
});
