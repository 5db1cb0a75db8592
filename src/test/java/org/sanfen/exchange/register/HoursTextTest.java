package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.directory.hours.HoursSyntax;
import org.sanfen.directory.hours.HoursSyntaxException;

class HoursTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "週一至週五08:00-17:00 | Mo-Fr 08:00-17:00",
                "周一至周五 8:00-17:30，周六 9:00-12:00 | Mo-Fr 08:00-17:30; Sa 09:00-12:00",
                "星期一~星期日 ０８：００～２２：００ | Mo-Su 08:00-22:00",
                "周一、周三、周五：8时-17时30分 | Mo,We,Fr 08:00-17:30",
                "24小时 | 24/7",
                "全天候24小時開放 | 24/7",
                "全天 | 24/7",
                "月～金 9:00～17:00 | Mo-Fr 09:00-17:00",
                "月火水木金土日 9:00-17:00 | Mo-Su 09:00-17:00",
                "土日祝 10:00-16:00 | Sa,Su,PH 10:00-16:00",
                "平日9時から17時30分まで | Mo-Fr 09:00-17:30; PH off",
                "每天8:00-12:00,14:00-18:00 | Mo-Su 08:00-12:00,14:00-18:00",
                "每日上午8:30至下午5:30 | Mo-Su 08:30-17:30",
                "週一至週五08:00-17:00，國定假日不開放 | Mo-Fr 08:00-17:00; PH off",
                "星期一至星期五 08:00 至 17:00 星期六 至 星期日 至 備註: | Mo-Fr 08:00-17:00",
                "星期一至星期五 06:00 至 22:00 星期六 06:00 至 22:00 星期日 06:00 至 22:00 備註: | Mo-Su 06:00-22:00",
                "星期一至星期五 00:00 至 23:59 星期六 00:00 至 23:59 星期日 00:00 至 23:59 備註:全日開放 | 24/7",
                "星期一至星期五 00:00 至 00:00 星期六 00:00 至 00:00 星期日 00:00 至 00:00 備註:24小時 | 24/7",
                "星期一至星期五 06:00 至 00:00 星期六 06:00 至 00:00 星期日 08:00 至 00:00 備註: | Mo-Sa 06:00-24:00; Su 08:00-24:00",
                "星期一至星期五 08:00 至 17:30 星期六 00:00 至 00:00 星期日 00:00 至 00:00 備註:星期六、日不開放 | Mo-Fr 08:00-17:30",
                "星期一至星期五 08:00 至 17:00 星期六 08:00 至 17:00 星期日 08:00 至 17:00 備註:每周一及國定假日不開放 | Mo-Su 08:00-17:00; Mo off; PH off"
            })
    void translatesWhatIsCertain(String text, String osm) throws HoursSyntaxException {
        assertThat(HoursText.translate(text)).contains(osm);
        HoursSyntax.requireStrict(osm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "星期一至星期五 08:00 至 17:00 星期六 00:00 至 00:00 星期日 00:00 至 00:00 備註:",
                "星期一至星期五 08:00 至 17:00 星期六 至 星期日 至 備註:不對外開放",
                "星期一至星期五 10:00 至 14:00 星期六 00:00 至 00:00 星期日 00:00 至 00:00 備註:星期三18:00至21:00",
                "依營業時間",
                "周一至周五 8:00-17:00，需预约",
                "25:00-26:00",
                "8:00-17:00（寒暑假除外）",
                ""
            })
    void leavesAloneWhatMayMeanSomethingElse(String text) {
        assertThat(HoursText.translate(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "月火水木金 | 08:30 | 17:15 | '' | Mo-Fr 08:30-17:15",
                "月火水木金土日 | 00:00 | 23:59 | 終日利用可能 | 24/7",
                "月火水木金土日 | 10:00 | 23:00 | 第３水曜は休館 | Mo-Su 10:00-23:00; We[3] off",
                "月火水木金 | 07:30 | 19:00 | 祝日、12/29～1/3を除く | Mo-Fr 07:30-19:00; PH off; Dec 29-Jan 03 off",
                "月火水木金土日 | 9:00 | 22:00 | 日曜日は9：00～17：00、12/29～1/3を除く | Mo-Su 09:00-22:00; Su 09:00-17:00; Dec 29-Jan 03 off",
                "月火水木金土 | 07:30 | 18:45 | 祝日、12/29～1/3を除く。土曜日は17:00まで。 | Mo-Sa 07:30-18:45; Sa 07:30-17:00; PH off; Dec 29-Jan 03 off",
                "月火木金土日 | 09:00 | 17:00 | 年末年始及び臨時休業日を除く | Mo,Tu,Th-Su 09:00-17:00 open \"年末年始及び臨時休業日を除く\"",
                "{lundi,mardi,mercredi,jeudi,vendredi} | 08:00 | 18:00 | '' | Mo-Fr 08:00-18:00",
                "7j/7 | 24h/24 | '' | '' | 24/7"
            })
    void putsColumnsOfDaysAndTimesTogether(String days, String from, String to, String note, String osm)
            throws HoursSyntaxException {
        assertThat(HoursColumns.translate(days, from, to, note)).contains(osm);
        HoursSyntax.requireStrict(osm);
    }

    @ParameterizedTest
    @CsvSource({
        "月火水木金土日, 22:00, 9:00, ''",
        "月火水木金, 08:30, 17:00, 学校開校日に随時",
        "月火水木金土日, 08:30, 17:15, 友引を除く",
        "不定, 08:30, 17:15, ''",
        "月火水, '', '', 開館日のみ"
    })
    void makesNoHoursOfColumnsThatDontSayThem(String days, String from, String to, String note) {
        assertThat(HoursColumns.translate(days, from, to, note)).isEmpty();
    }
}
