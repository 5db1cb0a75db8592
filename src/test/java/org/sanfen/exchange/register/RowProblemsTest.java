package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.exchange.register.RegisterScene.SHENZHEN;
import static org.sanfen.exchange.register.RegisterScene.file;
import static org.sanfen.exchange.register.RegisterScene.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.exchange.register.RegisterScene.Result;
import org.sanfen.exchange.text.HeaderWords;
import org.sanfen.geo.Wkb;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RowProblemsTest {

    private static final String HEADER = "编号,名称,类型,经度,纬度,地址,电话,检查日期";

    @TempDir
    Path folder;

    private Result rows(String... rows) throws IOException {
        String[] lines = new String[rows.length + 1];
        lines[0] = HEADER;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return read(file(folder, "rows.csv", "UTF-8", lines), SHENZHEN, (String) null);
    }

    @Test
    void halfAPositionIsMissingNotUnreadable() throws IOException {
        Result result = rows("1,甲,灭火器,114.236011,,海山路1号,,", "2,乙,灭火器,,22.557012,,,");

        assertThat(result.reasons(0)).containsExactly(Reason.POSITION_HALF, Reason.POSITION_FROM_ADDRESS);
        assertThat(result.row(0).problems().get(0).column()).isEqualTo("纬度");
        assertThat(result.reasons(1)).containsExactly(Reason.POSITION_HALF, Reason.POSITION_MISSING);
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsNoPartOfAName() throws IOException {
        Result result = rows("1,Port\u202etroP,灭火器,114.236011,22.557012,海山路1号,,");

        assertThat(result.row(0).values().get("name").stringValue()).isEqualTo("PorttroP");
    }

    @Test
    void theCodeOfADoorIsKeptOutOfWhatEverybodyReads() throws IOException {
        Result result = read(
                file(
                        folder,
                        "codes.csv",
                        "UTF-8",
                        "编号,名称,类型,经度,纬度,地址,位置,开放时间",
                        "1,甲,灭火器,114.236011,22.557012,海山路1号 門禁密碼1234#,大堂,",
                        "2,乙,灭火器,114.236111,22.557112,海山路2号,Digicode 12A45,",
                        "3,丙,灭火器,114.236211,22.557212,海山路3号,一楼,24小时 密码 8888"),
                SHENZHEN,
                (String) null);

        assertThat(result.row(0).values().get("address").isNull()).isTrue();
        assertThat(result.row(0).address())
                .as("by which it may still be placed")
                .contains("海山路1号");
        assertThat(result.row(1).values().get("placement")).isEmpty();
        assertThat(result.row(2).values().get("opening_hours").isNull()).isTrue();
        for (int row = 0; row < 3; row++) {
            assertThat(result.reasons(row)).contains(Reason.LOCK_CODE);
            assertThat(result.row(row).problems())
                    .as("nor is the code told again")
                    .noneMatch(problem -> (problem.value() + problem.hint()).matches(".*(1234|12A45|8888).*"));
        }
    }

    @Test
    void tellsEachProblemByRowColumnValueAndReason() throws IOException {
        Result result = rows(
                "1,甲,灭火器,114.236011,22.557012,,,",
                "2,乙,灭火器,,,,,",
                "3,丙,灭火器,,,海山路1号,,",
                "4,丁,灭火器,0,0,,,",
                "5,戊,灭火器,116.391234,39.907234,,,",
                "6,己,灭火器,114.24,22.56,,,",
                "7,庚,扫帚,114.236111,22.557112,,,",
                "1,辛,灭火器,114.236211,22.557212,,,",
                "9,壬,灭火器,北部,22.557312,,,",
                "10,癸,灭火器,114.236411,22.557412,,13812345678,2024年13月1日",
                "１１,子,灭火器,114.236511,22.557512,,,２０２４／４／１",
                "12," + new String("消防站点".getBytes(StandardCharsets.UTF_8), Charset.forName("GB18030"))
                        + ",灭火器,114.236611,22.557612,,,2199-01-01");
        assertThat(result.row(0).problems()).isEmpty();
        assertThat(result.reasons(1)).containsExactly(Reason.POSITION_MISSING);
        assertThat(result.reasons(2)).containsExactly(Reason.POSITION_FROM_ADDRESS);
        assertThat(result.row(2).waitsForPosition()).isTrue();
        assertThat(result.reasons(3)).containsExactly(Reason.POSITION_ZERO);
        assertThat(result.row(4).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(6);
            assertThat(problem.column()).isEqualTo("经度 + 纬度");
            assertThat(problem.value()).isEqualTo("116.391234, 39.907234");
            assertThat(problem.reason()).isEqualTo(Reason.OUTSIDE_PLACE);
            assertThat(problem.rowIsLeftOut()).isTrue();
            assertThat(problem.hint()).contains("km");
        });
        assertThat(result.reasons(5)).containsExactly(Reason.ROUNDED);
        assertThat(result.row(5).values().get("accuracy_m").doubleValue()).isGreaterThan(500);
        assertThat(result.reasons(6)).containsExactly(Reason.KIND_UNKNOWN);
        assertThat(result.row(7).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.ID_TWICE);
            assertThat(problem.hint()).as("the first row with that id").isEqualTo("2");
        });
        assertThat(result.reasons(8)).containsExactly(Reason.POSITION_UNREADABLE, Reason.POSITION_MISSING);
        assertThat(result.reasons(9)).containsExactlyInAnyOrder(Reason.MOBILE_PHONE, Reason.DATE_UNREADABLE);
        assertThat(result.row(10).sourceId()).isEqualTo("11");
        assertThat(result.row(10).values().get("verified_on").stringValue()).isEqualTo("2024-04-01");
        assertThat(result.reasons(10)).containsOnly(Reason.FULL_WIDTH);
        assertThat(result.reasons(11)).contains(Reason.MOJIBAKE, Reason.DATE_TO_COME);
        assertThat(result.row(11).values().get("name").stringValue()).isEqualTo("消防站点");
        assertThat(result.summary().rows()).isEqualTo(12);
        assertThat(result.summary().taken()).isEqualTo(6);
        assertThat(result.summary().waiting()).isEqualTo(1);
    }

    @Test
    void noticesRowsThatWereAllPutOnTheTownHall() throws IOException {
        Result result = rows(
                "1,甲,灭火器,114.236011,22.557012,海山路1号,,",
                "2,乙,灭火器,114.236011,22.557012,海山路2号,,",
                "3,丙,灭火器,114.236011,22.557012,海山路3号,,",
                "4,丁,灭火器,114.236011,22.557012,海山路4号,,",
                "5,戊,灭火器,114.236011,22.557012,海山路5号,,",
                "6,己,灭火器,114.246011,22.567012,深盐路6号,,");
        assertThat(result.summary().aboutMany())
                .extracting(RowProblem::row)
                .as("five rows of five addresses on one spot; the sixth is elsewhere")
                .containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(result.summary().problems()).containsEntry(Reason.MANY_ON_ONE_SPOT, 5L);
    }

    @Test
    void makesTheSameIdForTheSameRowWhereverItStands() throws IOException {
        Path one = file(
                folder, "a.csv", "UTF-8", "名称,经度,纬度,摆放位置", "甲,114.236011,22.557012,一楼", "乙,114.246011,22.557012,一楼");
        Path two = file(
                folder,
                "b.csv",
                "UTF-8",
                "名称,经度,纬度,摆放位置",
                "乙,114.246011,22.557012,一楼",
                "甲,114.236011,22.557012,一楼",
                "甲,114.236011,22.557012,一楼");
        Result first = read(one, SHENZHEN, "aed");
        Result second = read(two, SHENZHEN, "aed");
        assertThat(second.row(1).sourceId()).isEqualTo(first.row(0).sourceId()).startsWith("row-");
        assertThat(second.row(0).sourceId()).isEqualTo(first.row(1).sourceId());
        assertThat(second.reasons(2)).containsExactly(Reason.ID_TWICE);
        assertThat(first.summary().aboutMany()).isEmpty();
    }

    @Test
    void goesByTheOutlineWhereOneIsKnown() throws IOException {
        RegisterPlace half = new RegisterPlace(
                SHENZHEN.zone(),
                "CN",
                List.of("zh-Hans"),
                SHENZHEN.bounds(),
                Wkb.GEOMETRIES.createPolygon(new Coordinate[] {
                    new Coordinate(113.7, 22.4),
                    new Coordinate(114.7, 22.4),
                    new Coordinate(114.7, 22.9),
                    new Coordinate(113.7, 22.4)
                }));
        Path file = file(folder, "a.csv", "UTF-8", "编号,名称,经度,纬度", "1,东南,114.6,22.4512", "2,西北,113.8123,22.8512");
        Result result = read(file, half, "aed");
        assertThat(result.row(0).isLeftOut()).isFalse();
        assertThat(result.reasons(1))
                .as("inside the bounds, far outside the outline")
                .containsExactly(Reason.OUTSIDE_PLACE);
    }

    @Test
    void writesRowsWithProblemsBackToBeMended() throws IOException {
        Path file = file(
                folder, "rows.csv", "GB18030", HEADER, "1,盐田区示例社区服务中心,灭火器,114.236011,22.557012,,,", "2,=1+1,灭火器,,,,,");
        Result result = read(file, SHENZHEN, (String) null);
        ReadingChoice choice = ReadingChoice.of(RegisterScene.READER.look(file), null, "register", null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CorrectedFile.write(
                file,
                choice,
                List.of("行号", "问题"),
                number -> result.rows().stream()
                        .filter(row -> row.number() == number && row.isLeftOut())
                        .map(row -> new CorrectedFile.Beside(row.sourceId(), List.of(number, "没有坐标")))
                        .findFirst()
                        .orElse(null),
                out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeff行号 (Sanfen),问题 (Sanfen)," + HEADER + "\r\n3,没有坐标,2,'=1+1,灭火器,,,,,\r\n");
        String mended = out.toString(StandardCharsets.UTF_8).replace("灭火器,,", "灭火器,114.2360,22.5570");
        Result again = read(Files.writeString(folder.resolve("mended.csv"), mended), SHENZHEN, (String) null);
        assertThat(again.row(0).isLeftOut()).isFalse();
        assertThat(again.row(0).values().get("name").stringValue()).isEqualTo("=1+1");
    }

    @Test
    void hasASentenceForEachReason() throws IOException {
        for (String language : List.of("zh-Hans", "zh-Hant", "en", "ja")) {
            JsonNode texts = JsonMapper.shared()
                    .readTree(new ClassPathResource("i18n/" + language + ".json").getContentAsByteArray());
            for (Reason reason : Reason.values()) {
                assertThat(texts.has(reason.key()))
                        .as(language + " " + reason.key())
                        .isTrue();
            }
            for (CrsGuess.Why why : CrsGuess.Why.values()) {
                assertThat(texts.has(why.key())).isTrue();
            }
            for (String field : Template.fields()) {
                String label = texts.get(Template.key(field)).stringValue();
                assertThat(HeaderWords.find(label)).as(language + " " + label).contains(field);
            }
        }
    }
}
