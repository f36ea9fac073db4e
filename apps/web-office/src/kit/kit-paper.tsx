import { DocumentPaper } from '@karez/web-ui';
import { KitBox } from './kit-box.js';

const body = `为保障沙枣河中下游冬季灌溉储水和沿线城镇供水安全，现将有关事项请示如下。
一、输水安排
拟于12月5日至次年2月25日实施冬季输水。
（一）控制断面
红柳桥站流量不大于每秒42立方米。
妥否，请批示。`;

export const KitPaper = () => (
  <KitBox title="公文纸" rule="GB/T 9704 的比例；印章只在核验通过时画出" wide={3}>
    <div className="kit-paper">
      <DocumentPaper
        label="公文示例"
        mark="沙枣河流域管理局文件"
        number="沙流局发〔2026〕86号"
        signatories={['洛明渠']}
        urgency="特急"
        title="关于2026—2027年度冬季输水与冰凌防范工作的请示"
        addressee="胡杨县水利局"
        body={body}
        attachments={['输水计划表', '断面影像']}
        signature="沙枣河流域管理局"
        date="2026-11-23"
        sealed
      />
    </div>
  </KitBox>
);
