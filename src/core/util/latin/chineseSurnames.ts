import { lazy } from '../lazy';

/** Surnames, the common ones of the People's Republic and Taiwan in both scripts, by their reading as a surname (曾 is Zeng, 单 Shan). */
const readings = `
an安 ao敖 ba巴 bai白柏 ban班 bao包鲍鮑 bei贝貝 bi毕畢 bian卞边邊 bo薄 bu卜步 cai蔡 cang苍蒼 cao曹 cen岑 chai柴 chang常昌 chao晁巢 che车車 chen陈陳谌諶
cheng程成 chi池迟遲 chong种 chu储儲褚楚 cong从丛叢 cui崔 dai戴代 dan但 dang党黨 deng邓鄧 di狄翟 diao刁 ding丁 dong董 dou窦竇 du杜都 duan段 e鄂
fan范樊 fang方房 fei费費 feng冯馮封丰豐 fu傅付符伏扶富 gai盖蓋 gan甘干 gao高郜 ge葛戈 geng耿 gong龚龔宫宮巩鞏公贡貢 gou勾苟 gu顾顧谷古 guan关關管官 gui桂
guo郭国國 ha哈 hai海 han韩韓 hang杭 hao郝 he何贺賀和赫 heng衡 hong洪弘 hou侯后 hu胡扈 hua华華花滑 huai怀懷 huan桓 huang黄黃 hui惠 huo霍
ji季吉纪紀姬嵇冀计計 jia贾賈 jian简簡 jiang江姜蒋蔣 jiao焦 jin金靳晋晉 jing荆荊景井经經 ju鞠居 kan阚闞 kang康 ke柯 kong孔 kou寇 kuai蒯 kuang邝鄺匡 kui隗
lai赖賴来來 lan蓝藍兰蘭 lang郎 lao劳勞 le乐樂 lei雷 leng冷 li李黎厉厲利郦酈栗 lian连連廉 liang梁 liao廖 lin林蔺藺 ling凌令 liu刘劉柳 long龙龍隆 lou娄婁楼樓
lu卢盧陆陸鲁魯路吕呂逯 luan栾欒 luo罗羅骆駱洛 ma马馬麻 man满滿 mao毛茅 mei梅 meng孟蒙 mi米宓 miao苗缪繆 min闵閔 ming明 mo莫墨 mou牟 mu穆慕木 na那
nan南 nie聂聶 ning宁寧甯 niu牛钮鈕 nong农農 ou欧歐区區 pan潘 pang庞龐 pei裴 peng彭 pi皮 ping平 pu蒲濮浦 qi齐齊祁戚漆 qian钱錢 qiang强強 qiao乔喬 qin秦覃
qiu邱仇裘丘 qu曲屈瞿 quan全权權 que阙闕 ran冉 rao饶饒 ren任 rong荣榮容戎 ru茹汝 ruan阮 sang桑 sha沙 shan单單山 shang尚商 shao邵 she佘舍 shen沈申 sheng盛
shi石施史时時师師 shou寿壽 shu舒束 shuai帅帥 shui水 si司 song宋 su苏蘇粟宿 sui隋随隨 sun孙孫 tai邰 tan谭譚谈談 tang唐汤湯 tao陶 teng滕 tian田 tie铁鐵 tong童佟
tu涂屠 wan万萬 wang王汪 wei魏韦韋卫衛危 wen温溫文闻聞 weng翁 wo沃 wu吴吳武伍巫邬鄔乌烏 xi席习習郗奚 xia夏 xian冼鲜鮮 xiang向项項相 xiao肖萧蕭 xie谢謝解 xin辛忻
xing邢 xiong熊 xu徐许許胥 xuan宣禤 xue薛 xun荀 yan严嚴颜顏阎閻闫閆燕晏言 yang杨楊阳陽羊 yao姚 ye叶葉 yi易伊 yin尹殷印阴陰 ying应應英 yong雍 you游尤 yu于余俞喻虞郁鬱禹
yuan袁元原苑 yue岳 yun云雲 zai宰 zang臧 zeng曾 zha查 zhan詹占湛 zhang张張章 zhao赵趙 zhen甄 zheng郑鄭 zhi支智 zhong钟鐘鍾仲 zhou周 zhu朱祝诸諸竺 zhuang庄莊 zhuo卓
zi訾 zong宗 zou邹鄒 zu祖 zuo左
ouyang欧阳歐陽 sima司马司馬 zhuge诸葛諸葛 shangguan上官 situ司徒 xiahou夏侯 dongfang东方東方 huangfu皇甫 murong慕容 gongsun公孙公孫 ximen西门西門 linghu令狐 yuwen宇文 duanmu端木
`;

/** By surname; those of two characters stand behind one another in the table. */
const surnames = lazy(
  () =>
    new Map(
      readings
        .trim()
        .split(/\s+/)
        .flatMap(entry => {
          const reading = /^[a-z]+/.exec(entry)![0];
          const written = entry.slice(reading.length);
          const length =
            /^(?:ouyang|sima|zhuge|shangguan|situ|xiahou|dongfang|huangfu|murong|gongsun|ximen|linghu|yuwen|duanmu)$/.test(
              reading,
            )
              ? 2
              : 1;
          return written
            .match(new RegExp(`.{${length}}`, 'gu'))!
            .map((name): [string, string] => [name, reading]);
        }),
    ),
);

/** The surname that a Chinese name is or begins with, in Pinyin without tones: `王小明` → `wang`, `欧阳` → `ouyang`. `undefined` where it is none that is known. */
export function chineseSurname(name: string): string | undefined {
  if (!/^\p{Script=Han}{1,4}$/u.test(name)) return undefined;
  const characters = [...name];
  return surnames().get(characters.slice(0, 2).join('')) ?? surnames().get(characters[0]!);
}
