package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanfen.exchange.register.RegisterScene.READER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as other programs write them (ISO/IEC 29500), down to the least that a simple library writes. */
class WorkbookTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEADER = row("编号", "名称", "经度", "纬度");

    @TempDir
    Path folder;

    /** Part by part; a test alters or removes some. */
    private final Map<String, String> parts = new LinkedHashMap<>(Map.of(
            "[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
            "_rels/.rels", relations("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml", workbook("<sheet name=\"点位\" sheetId=\"1\" r:id=\"rId1\"/>"),
            "xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")));

    private static String relations(String type, String target) {
        return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%s/%s" Target="%s"/></Relationships>""".formatted(RELATED, type, target);
    }

    private static String workbook(String sheets) {
        return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>".formatted(MAIN, RELATED, sheets);
    }

    /** Texts in the cells themselves, without saying which cells these are. */
    private static String row(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append(
                    text.matches("[\\d.]+")
                            ? "<c><v>" + text + "</v></c>"
                            : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
        }
        return row + "</row>";
    }

    private void sheet(String rows) {
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    }

    private Path file() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private List<List<String>> cells() throws IOException {
        return READER.look(file()).rows().stream()
                .map(FileLook.SampleRow::cells)
                .toList();
    }

    @Test
    void theLeastThatTheStandardAllowsIsRead() throws IOException {
        sheet(HEADER + row("7", "会堂", "114.236011", "22.557012") + row("8", "", "114.2361", "22.5571"));

        assertThat(READER.look(file()).columns()).containsExactly("编号", "名称", "经度", "纬度");
        assertThat(cells())
                .containsExactly(
                        List.of("7", "会堂", "114.236011", "22.557012"), List.of("8", "", "114.2361", "22.5571"));
        assertThat(READER.look(file()).rows())
                .as("counted as a spreadsheet does")
                .extracting(FileLook.SampleRow::number)
                .containsExactly(2L, 3L);
    }

    @Test
    void elementsMayHaveAPrefix() throws IOException {
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x=\"%s\"><x:sheetData>%s</x:sheetData></x:worksheet>"
                        .formatted(
                                MAIN, (HEADER + row("7", "会堂", "114.2", "22.5")).replaceAll("<(/?)(?=\\w)", "<$1x:")));

        assertThat(cells()).containsExactly(List.of("7", "会堂", "114.2", "22.5"));
    }

    @Test
    void aRelationMayBeAbsolute() throws IOException {
        parts.put("xl/_rels/workbook.xml.rels", relations("worksheet", "/xl/worksheets/sheet1.xml"));
        sheet(HEADER + row("7", "会堂", "114.2", "22.5"));

        assertThat(cells()).hasSize(1);
    }

    @Test
    void aFormulaIsWhatItGaveWhenTheFileWasSaved() throws IOException {
        sheet(HEADER + """
                <row r="2"><c r="A2"><f>1+6</f><v>7</v></c><c r="B2" t="str"><f>"会"&amp;"堂"</f><v>会堂</v></c>\
                <c r="C2"><f>A1</f><v>114.236011</v></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>""");

        assertThat(cells()).as("an error is no value").containsExactly(List.of("7", "会堂", "114.236011", ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<c s='1'><v>45383</v></c>, 2024-04-01",
                "<c s='1'><f>TODAY()</f><v>45383</v></c>, 2024-04-01",
                "<c s='2'><v>0.354166666666667</v></c>, 08:30",
                "<c s='0'><v>45383</v></c>, 45383",
            })
    void aDateIsToldByItsFormat(String cell, String text) throws IOException {
        withStyles();
        sheet(HEADER + "<row><c><v>7</v></c>" + cell + "<c><v>114.2</v></c><c><v>22.5</v></c></row>");

        assertThat(cells().get(0).get(1)).isEqualTo(text);
    }

    @Test
    void aDateWrittenAsATextIsRefusedWithARemedy() throws IOException {
        sheet(HEADER + "<row><c t='d'><v>2024-04-01</v></c></row>");

        assertThatThrownBy(this::cells)
                .hasMessageContaining("Unknown cell type : d")
                .hasMessageContaining("LibreOffice");
    }

    @Test
    void aWorkbookMayCountItsDaysFrom1904() throws IOException {
        withStyles();
        parts.computeIfPresent(
                "xl/workbook.xml", (part, text) -> text.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        sheet(HEADER + "<row><c><v>7</v></c><c s='1'><v>43921</v></c><c><v>114.2</v></c><c><v>22.5</v></c></row>");

        assertThat(cells().get(0).get(1)).isEqualTo("2024-04-01");
    }

    /** Of cells: 0 as they are, 1 a date, 2 a time. */
    private void withStyles() {
        parts.computeIfPresent("[Content_Types].xml", (part, text) -> text.replace("</Types>", """
                <Override PartName="/xl/styles.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"""));
        parts.put("xl/styles.xml", """
                <styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
                <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>""".formatted(MAIN));
    }

    @Test
    void aTitleOverMergedCellsIsNoHeader() throws IOException {
        sheet(row("盐田区 AED 登记表") + HEADER + row("7", "会堂", "114.2", "22.5"));

        assertThat(READER.look(file()).headerRow()).isEqualTo(2);
        assertThat(cells()).containsExactly(List.of("7", "会堂", "114.2", "22.5"));
    }

    @Test
    void aHiddenSheetIsTakenWhereSomebodyChoosesIt() throws IOException {
        parts.put(
                "xl/workbook.xml",
                workbook("<sheet name=\"隐藏\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
                        + "<sheet name=\"点位\" sheetId=\"2\" r:id=\"rId2\"/>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", "worksheets/sheet1.xml")
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"rId2\" Type=\"" + RELATED
                                        + "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"));
        sheet(HEADER + row("1", "旧", "114.2", "22.5"));
        parts.put(
                "xl/worksheets/sheet2.xml",
                parts.get("xl/worksheets/sheet1.xml").replace("旧", "新"));

        assertThat(READER.look(file()).part()).isEqualTo("点位");
        assertThat(cells().get(0)).contains("新");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "_rels/.rels"})
    void aWorkbookThatLacksAPartIsRefusedInWords(String part) throws IOException {
        sheet(HEADER);
        parts.remove(part);

        assertThatThrownBy(() -> READER.look(file()))
                .isInstanceOf(RegisterRefused.class)
                .message()
                .doesNotContain("null")
                .doesNotContain("Exception");
    }
}
