package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sanfen.exchange.register.RegisterScene.READER;
import static org.sanfen.exchange.register.RegisterScene.SHENZHEN;
import static org.sanfen.exchange.register.RegisterScene.TAIWAN;
import static org.sanfen.exchange.register.RegisterScene.TAKAMATSU;
import static org.sanfen.exchange.register.RegisterScene.file;
import static org.sanfen.exchange.register.RegisterScene.read;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.exchange.register.RegisterScene.Result;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.LonLat;

class RegisterReaderTest {

    private static final String[] TAIWANESE = {
        "id,場所名稱,場所地址,AED放置地點,AED地點描述,AED經度,AED緯度,開放使用時間,連絡電話",
        "1,港區國民小學,臺中市港區中山路1號,警衛室,警衛室入口左側,120.520000,24.250000,星期一至星期五 08:00 至 17:00 星期六 至 星期日 至 備註:,04-25586088轉12",
        "2,和平國民小學,臺中市和平區1號,保健室門口,樓梯左邊,24.32787,90.0,,04-25911487",
        "3,東沙管理站,高雄市旗津區東沙52號,大廳,1樓大廳,116.732183,20.698717,全天,07-3601898",
        "4,里民活動中心,臺北市大安區1號,門口,大門右側,25.030000,121.540000,依活動時間,0912-345-678"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "Big5"})
    void readsTheSameRowsInEitherEncoding(String charset) throws IOException {
        Path file = file(folder, "aed.csv", charset, TAIWANESE);
        assertThat(READER.look(file).charset()).isEqualTo(charset);
        Result result = read(file, TAIWAN, (String) null);

        assertThat(result.row(0).values().toString())
                .contains("\"kind\":\"aed\"")
                .contains("\"name\":\"港區國民小學\"")
                .contains("\"zh-Hant\":\"警衛室入口左側\"")
                .contains("\"opening_hours\":\"Mo-Fr 08:00-17:00\"")
                .contains("\"phone\":\"04-25586088#12\"");
        assertThat(result.reasons(1))
                .as("a latitude of 90 is the pole, and the longitude is a latitude")
                .contains(Reason.POSITION_IMPOSSIBLE);
        assertThat(result.row(1).isLeftOut()).isTrue();
        assertThat(result.row(2).isLeftOut())
                .as("an island four hundred kilometres from its county is in the place")
                .isFalse();
        assertThat(result.reasons(3)).contains(Reason.SWAPPED, Reason.HOURS_UNREADABLE, Reason.MOBILE_PHONE);
        assertThat(result.row(3).values().get("lon").doubleValue()).isEqualTo(121.54);
        assertThat(result.row(3).values().get("opening_hours").stringValue()).isEqualTo("依活動時間");
        assertThat(result.row(3).values().get("phone").isNull()).isTrue();
        assertThat(result.row(3).mobile()).isEqualTo("0912-345-678");
        assertThat(result.summary().taken()).isEqualTo(3);
    }

    @Test
    void findsAHeaderAmongCommentsAndTakesBothCoordinatesFromOneCell() throws IOException {
        Path file = file(
                folder,
                "aed.csv",
                "UTF-8",
                "#LINK,,,,",
                "#license,http://example.org/by,,,",
                "#property,name,installationPosition,location,availableDate,startTime,endTime,equipmentForChildren",
                "#object_type_xsd,string,string,string,string,string,string,string",
                "1,市役所,１階　ロビー,\"34.34092056, 134.04522972\",月火水木金,08:30,17:15,有",
                "",
                "2,駅,改札口,\"34.35075,134.04682083\",,,,");
        FileLook look = READER.look(file);
        assertThat(look.headerRow()).isEqualTo(3);
        assertThat(look.mapping().profile()).isEqualTo("japan_aed");
        Result result = read(file, TAKAMATSU, (String) null);
        assertThat(result.rows()).extracting(ReadRow::number).containsExactly(5L, 7L);
        assertThat(result.row(0).values().get("lon").doubleValue()).isEqualTo(134.04522972);
        assertThat(result.row(0).values().get("opening_hours").stringValue()).isEqualTo("Mo-Fr 08:30-17:15");
        assertThat(result.row(0).values().at("/attributes/child_pads").booleanValue())
                .isTrue();
        assertThat(result.row(0).sourceId()).isEqualTo("1");
        assertThat(result.summary().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "EUC-JP", "UTF-8", "UTF-16LE"})
    void detectsJapaneseEncodings(String charset) throws IOException {
        String mark = charset.startsWith("UTF-16") ? "\ufeff" : "";
        Path file = file(
                folder,
                "aed.csv",
                charset,
                mark + "名称,住所,緯度,経度,設置位置,利用可能曜日,開始時間,終了時間",
                "健康増進施設サラマンダー,高松市番町一丁目10-16,34.340920,134.045230,セントラルクリニック２階,月火水木金,09:00,17:00",
                "ことでん瓦町駅,高松市常磐町一丁目3-1,34.338887,134.052598,瓦町駅改札口,,,");
        FileLook look = READER.look(file);
        assertThat(look.charset()).isEqualTo(charset);
        assertThat(look.columns()).contains("名称", "設置位置");
        assertThat(look.mapping().profile()).isEqualTo("japan_aed");
    }

    @Test
    void detectsTheEncodingOfSpreadsheetsInChina() throws IOException {
        Path file = file(folder, "点位.csv", "GB18030", "编号;名称;类型;经度;纬度", "1;盐田区示例社区服务中心;灭火器;114.236012;22.557031");
        FileLook look = READER.look(file);
        assertThat(look.charset()).isEqualTo("GB18030");
        assertThat(look.delimiter()).isEqualTo(";");
        assertThat(look.mapping().fields()).containsKeys("source_id", "name", "kind", "lon", "lat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", "|", ","})
    void detectsDelimiterAndQuote(String delimiter) throws IOException {
        Path file = file(
                folder,
                "register.tsv",
                "UTF-8",
                String.join(delimiter, "'编号'", "'名称'", "'经度'", "'纬度'"),
                String.join(delimiter, "'1'", "'甲,乙;丙|丁'", "'114.236012'", "'22.557031'"),
                String.join(delimiter, "'2'", "'站'", "'114.236112'", "'22.557131'"));
        FileLook look = READER.look(file);
        assertThat(look.delimiter()).isEqualTo(delimiter);
        assertThat(look.quote()).isEqualTo("'");
        assertThat(read(file, SHENZHEN, "aed").row(0).values().get("name").stringValue())
                .isEqualTo("甲,乙;丙|丁");
    }

    @Test
    void readsTheFrenchRegisterOfAeds() throws IOException {
        Path file = file(
                folder,
                "geodae.csv",
                "UTF-8",
                "c_gid;c_nom;c_lat_coor1;c_long_coor1;c_adr_num;c_adr_voie;c_com_cp;c_com_nom;c_acc;c_acc_lib;c_acc_etg;"
                        + "c_disp_j;c_disp_h;c_disp_complt;c_tel1;c_etat_fonct;c_fab_rais;c_dtpr_bat",
                "17;Mairie;43.731142;7.421153;5;RUE GRIMALDI;98000;MONACO;Intérieur;t;0;{7j/7};{24h/24};;+37793153030;"
                        + "En fonctionnement;ZOLL;2027-05-01",
                "18;École;43.731342;7.422153;;;;;Extérieur;f;;\"{lundi,mardi,mercredi,jeudi,vendredi}\";\"{heures ouvrables}\";;;"
                        + "Hors service;;");
        assertThat(READER.look(file).mapping().profile()).isEqualTo("geodae");
        Result result = read(file, RegisterScene.place("MC", "fr", 7.40, 43.72, 7.44, 43.76), (String) null);
        assertThat(result.row(0).sourceId()).isEqualTo("17");
        assertThat(result.row(0).values().toString())
                .contains(
                        "\"kind\":\"aed\"",
                        "\"name\":\"Mairie\"",
                        "\"lon\":7.421153",
                        "\"address\":\"5 RUE GRIMALDI 98000 MONACO\"",
                        "\"indoor\":true",
                        "\"access\":\"yes\"",
                        "\"opening_hours\":\"24/7\"",
                        "\"phone\":\"+37793153030\"",
                        "\"brand\":\"ZOLL\"",
                        "\"battery_expires_on\":\"2027-05-01\"",
                        "\"status\":\"active\"");
        assertThat(result.row(1).values().toString())
                .contains("\"indoor\":false", "\"access\":\"private\"", "\"status\":\"out_of_service\"")
                .contains("\"opening_hours\":\"lundi, mardi, mercredi, jeudi, vendredi heures ouvrables\"");
        assertThat(result.reasons(1)).as("working hours are nobody's hours").containsExactly(Reason.HOURS_UNREADABLE);
    }

    @Test
    void convertsWhatChineseMapsState() throws IOException {
        Path file = file(folder, "点位.csv", "UTF-8", "编号,名称,类型,经度,纬度", "1,会堂,AED,114.252878,22.589412");
        FileLook look = READER.look(file, ReadingChoice.GUESS, SHENZHEN);
        assertThat(look.crs().inDoubt()).isTrue();
        ReadingChoice guess = ReadingChoice.of(look, null, "register", null);
        ReadingChoice amap = new ReadingChoice(
                guess.charset(), ",", "\"", null, 1L, guess.mapping(), "GCJ02", false, null, "register", null);
        LonLat stated = position(read(file, SHENZHEN, guess));
        LonLat meant = position(read(file, SHENZHEN, amap));
        assertThat(Geodesic.metres(stated, meant))
                .as("half a kilometre, more than the way on foot in three minutes")
                .isEqualTo(590, within(60.0));
    }

    @Test
    void asksNothingOfWhatThisSoftwareWroteItself() throws IOException {
        Path export = file(
                folder,
                "yantian.csv",
                "UTF-8",
                "id,kind,name,source,source_id,lon,lat",
                "34qdvh4,aed,会堂,osm,n1,114.252878,22.589412");
        FileLook look = READER.look(export, ReadingChoice.GUESS, SHENZHEN);
        assertThat(look.crs().inDoubt()).isFalse();
        assertThat(look.crs().best()).isEqualTo("WGS84");
    }

    private static LonLat position(Result result) {
        return new LonLat(
                result.row(0).values().get("lon").doubleValue(),
                result.row(0).values().get("lat").doubleValue());
    }

    @Test
    void leavesPlaneCoordinatesToWhoeverCanConvertThem() throws IOException {
        Path file = file(folder, "点位.csv", "UTF-8", "编号,名称,类型,X坐标,Y坐标", "1,会堂,AED,2495420.5,38524242.1");
        FileLook look = READER.look(file, ReadingChoice.GUESS, SHENZHEN);
        assertThat(look.crs().best()).isEqualTo("EPSG:4526");
        Result result = read(file, SHENZHEN, (String) null);
        assertThat(result.row(0).x()).as("east, though surveyors call it Y").isEqualTo(38524242.1);
        assertThat(result.row(0).y()).isEqualTo(2495420.5);
        assertThat(result.row(0).values().has("lon")).isFalse();
        assertThat(result.row(0).isLeftOut()).isFalse();
    }
}
