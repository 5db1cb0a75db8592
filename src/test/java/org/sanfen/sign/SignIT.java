package org.sanfen.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Signs as they come out of the printer: read again as a phone reads them. */
@DatabaseTest
@TestPropertySource(properties = "sanfen.public-url=https://map.example.org/")
class SignIT {

    private static final double POINTS_PER_MM = 72 / 25.4;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    KindRegistry kinds;

    @BeforeEach
    void aTownWithAnAedAndAnExtinguisher() {
        database.sql("DELETE FROM place").update();
        database.sql("""
                        INSERT INTO place (id, name, zone, country, languages, emergency_numbers, bounds)
                        VALUES ('town', 'Town', 'Asia/Shanghai', 'CN', '{zh}', '{"fire": "119", "medical": "120"}',
                                ST_MakeEnvelope(7.40, 43.72, 7.44, 43.75, 4326))
                        """).update();
        database.sql("""
                        INSERT INTO area (id, place_id, layer, admin_level, name, geom, area_m2, source, content_hash, valid_from)
                        VALUES ('town', 'town', 'administrative', 4, 'Town',
                                ST_Multi(ST_MakeEnvelope(7.40, 43.72, 7.44, 43.75, 4326)), 1e7, 'test', gen_random_uuid(), 1)
                        """).update();
        point("aaaaaa1", "aed", "地铁站 <站厅>", 7.42);
        point("bbbbbb2", "fire_extinguisher", null, 7.43);
        point("cccccc3", "fire_extinguisher", "Outside the area", 7.45);
    }

    private void point(String id, String kind, String name, double lon) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, name, geom, source, change_number)
                        VALUES (:id, 'town', :kind, :name, ST_SetSRID(ST_MakePoint(:lon, 43.73), 4326), 'staff',
                                next_change_number('town', 'points'))
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("name", name, java.sql.Types.VARCHAR)
                .param("lon", lon)
                .update();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private PDDocument pdf(String path, String file) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        Files.createDirectories(Path.of("target", "signs"));
        Files.write(Path.of("target", "signs", file), answer.body());
        return Loader.loadPDF(answer.body());
    }

    /** What a phone reads off the printed page. */
    private static List<String> codes(PDDocument pdf, int page) throws Exception {
        BufferedImage paper = new PDFRenderer(pdf).renderImageWithDPI(page, 200);
        int[] pixels = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
        RGBLuminanceSource seen = new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), pixels);
        Result[] read = new QRCodeMultiReader()
                .decodeMultiple(
                        new BinaryBitmap(new HybridBinarizer(seen)),
                        Map.of(
                                DecodeHintType.TRY_HARDER,
                                true,
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(BarcodeFormat.QR_CODE)));
        return Arrays.stream(read).map(Result::getText).sorted().toList();
    }

    @Test
    void aSignLeadsToItsPointAndSaysWhatItIsInBothLanguages() throws Exception {
        try (PDDocument sign = pdf("/p/aaaaaa1/sign?size=A6&lang=zh-Hans", "aed-a6-zh.pdf")) {
            assertThat(sign.getNumberOfPages()).isEqualTo(1);
            PDRectangle page = sign.getPage(0).getMediaBox();
            assertThat(page.getWidth() / POINTS_PER_MM).isCloseTo(105, within(0.5));
            assertThat(page.getHeight() / POINTS_PER_MM).isCloseTo(148, within(0.5));
            assertThat(codes(sign, 0)).containsExactly("https://map.example.org/p/aaaaaa1");
            assertThat(new PDFTextStripper().getText(sign))
                    .contains("AED 自动体外除颤器", "AED (defibrillator)", "地铁站 <站厅>", "aaaaaa1")
                    .contains("120", "119", "急救", "Ambulance", "map.example.org/p/aaaaaa1");
        }
        try (PDDocument sign = pdf("/p/BBBBBB2/sign?size=A5&lang=en", "extinguisher-a5-en.pdf")) {
            assertThat(sign.getPage(0).getMediaBox().getWidth() / POINTS_PER_MM).isCloseTo(148, within(0.5));
            assertThat(sign.getNumberOfPages()).isEqualTo(1);
            assertThat(codes(sign, 0)).containsExactly("https://map.example.org/p/bbbbbb2");
            assertThat(new PDFTextStripper().getText(sign)).contains("Fire extinguisher", "灭火器", "119");
        }
    }

    @Test
    void aSheetHoldsTheSignsOfAnAreaKindByKind() throws Exception {
        for (int i = 0; i < 4; i++) {
            point("dddddd" + i, "aed", "Hall " + i, 7.42);
        }
        try (PDDocument sheets = pdf("/api/areas/town/signs?lang=en", "sheet-a6.pdf")) {
            assertThat(sheets.getNumberOfPages()).isEqualTo(2);
            assertThat(sheets.getPage(0).getMediaBox().getHeight() / POINTS_PER_MM)
                    .isCloseTo(297, within(0.5));
            assertThat(codes(sheets, 0))
                    .containsExactly(
                            "https://map.example.org/p/aaaaaa1",
                            "https://map.example.org/p/dddddd0",
                            "https://map.example.org/p/dddddd1",
                            "https://map.example.org/p/dddddd2");
            assertThat(codes(sheets, 1))
                    .containsExactly("https://map.example.org/p/bbbbbb2", "https://map.example.org/p/dddddd3");
        }
        try (PDDocument sheets = pdf("/api/areas/town/signs?size=A5&kind=fire_extinguisher&lang=en", "sheet-a5.pdf")) {
            assertThat(sheets.getNumberOfPages()).isEqualTo(1);
            assertThat(sheets.getPage(0).getMediaBox().getWidth() / POINTS_PER_MM)
                    .isCloseTo(297, within(0.5));
            assertThat(codes(sheets, 0)).containsExactly("https://map.example.org/p/bbbbbb2");
        }
    }

    @Test
    void whatCannotBePrintedIsSaidInOneSentence() throws Exception {
        database.sql("UPDATE point SET visibility = 'internal' WHERE id = 'bbbbbb2'")
                .update();
        for (Map.Entry<String, String> wrong : Map.of(
                        "/p/bbbbbb2/sign", "404 not_found",
                        "/p/zzzzzzz/sign", "404 not_found",
                        "/p/aaaaaa1/sign?size=A4", "400 bad_parameter size",
                        "/p/aaaaaa1/sign?colour=red", "400 unknown_parameter colour",
                        "/api/areas/nowhere/signs", "404 not_found",
                        "/api/areas/town/signs?kind=x", "400 bad_parameter kind",
                        "/api/areas/town/signs?kind=fire_extinguisher", "404 not_found")
                .entrySet()) {
            HttpResponse<byte[]> answer = get(wrong.getKey());
            String[] expected = wrong.getValue().split(" ");
            assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(Integer.parseInt(expected[0]));
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains("\"code\":\"" + expected[1] + "\"")
                    .contains(expected.length > 2 ? "\"parameter\":\"" + expected[2] + "\"" : "detail");
        }
    }

    @Test
    void moreSignsThanAFileHoldsAreAskedForInParts() throws Exception {
        for (int i = 0; i < SignController.MOST_SIGNS; i++) {
            point("eeee" + (100 + i), "first_aid_kit", null, 7.42);
        }
        HttpResponse<byte[]> refused = get("/api/areas/town/signs");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("more than 200 such points");
    }

    @Test
    void aFictitiousPlaceSaysSoOnItsSigns() throws Exception {
        database.sql("UPDATE place SET schematic = true").update();
        try (PDDocument sign = pdf("/p/aaaaaa1/sign?lang=en", "schematic.pdf")) {
            assertThat(new PDFTextStripper().getText(sign)).contains("not real locations", "示意性演示数据");
        }
    }

    @Test
    void everyKindHasItsSymbolAndItsPictures() {
        for (PointKind kind : kinds.listKinds()) {
            assertThat(new ClassPathResource("frontend/signs/" + kind.icon() + ".svg").exists())
                    .as(kind.id())
                    .isTrue();
            assertThat(kind.howToPictures())
                    .as(kind.id())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(new ClassPathResource("frontend/how-to/" + name + ".svg").exists())
                            .as(name)
                            .isTrue());
        }
    }
}
