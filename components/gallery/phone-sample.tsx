import { PhoneFrame } from '../frame/phone-frame';
import { Button, IconButton } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { IconList } from '../ui/item-list';
import { Stack } from '../ui/layout';
import { Money } from '../ui/money';

export function PhoneSample() {
  return (
    <PhoneFrame
      title="上传收据"
      close={<IconButton label="关闭" icon="close" />}
      foot={
        <>
          <Button variant="primary" icon="camera" size="l">
            打开相机拍照
          </Button>
          <Button variant="quiet" icon="image">
            选择相册图片或PDF
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <Card>
          <DefinitionList
            items={[
              { label: '申报单位', value: '苏州示例智能科技有限公司' },
              { label: '收据编号', value: 'SJ20260001876　第 2 版' },
              { label: '金额', value: <Money fen={180_000_00} strong /> },
            ]}
          />
        </Card>
        <IconList
          items={[
            { key: '1', icon: 'check', title: '已加盖财务章或公章', tone: 'good' },
            { key: '2', icon: 'check', title: '收据平放，光线均匀', tone: 'good' },
            { key: '3', icon: 'check', title: '拍照框对齐虚线裁剪框', tone: 'good' },
          ]}
        />
      </Stack>
    </PhoneFrame>
  );
}
