import { PlainText } from '@/components/portal/plain-text';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '无障碍说明' };

export default page({ who: 'public' }, async () => (
  <PlainText
    title="无障碍说明"
    updatedOn="2026年11月20日"
    parts={[
      {
        title: '适老化',
        lines: [
          '点页面右上角的“适老化”，字号和按钮放大，颜色对比加强，验证码图片放大一倍。',
          '这一设置保存在本机，下次打开仍然有效；再点一次恢复标准版。',
        ],
      },
      {
        title: '键盘',
        lines: [
          '所有操作都可以用键盘完成：Tab 移动，回车或空格确认，Esc 关闭对话框。',
          '每页第一个焦点是“跳到正文”，可以越过菜单。',
        ],
      },
      {
        title: '读屏软件',
        lines: [
          '标题、表格、表单和出错提示都有对应的语义，状态同时用图标和文字表示，不只靠颜色。',
          '提交出错时，焦点移到错误汇总，逐条可以跳到对应的填写项。',
        ],
      },
      {
        title: '放大与动画',
        lines: ['页面放大到 400% 仍可阅读，不需要左右拖动。系统设置了“减少动态效果”的，页面不播放动画。'],
      },
      {
        title: '还做不到的',
        lines: ['登录验证码目前只有图片，没有语音。看不清图片又无法请人协助的，请拨打页面底部的技术支持电话。'],
      },
    ]}
  />
));
