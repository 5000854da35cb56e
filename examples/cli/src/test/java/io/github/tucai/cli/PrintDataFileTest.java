package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintDataFileTest {
    private static final String[] TITLES = {"院校名称", "学院", "班级", "学号", "证件号码（后四位）", "姓名（脱敏）"};
    private static final String HEADER = String.join(",", TITLES) + "\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "院校名称,学院,班级,学号,证件号码（后四位）,姓名（脱敏）",
                "院校名称,学院,班级,学号,证件号码(后四位),姓名(脱敏)",
                "\ufeff 院校名称 ,学　院,班\u00a0级,\u200b学号,证件号码 【后四位】,姓名〔脱敏〕",
                "*院校名称,学院：,班级:,学号*,证件号码_后四位,姓名-脱敏",
                "ＳＣＨＯＯＬ,Ｃollege,CLASS,Student Number,ID last four,ＮＡＭＥ"
            })
    void theNoticesTitlesAreReadInAnyWidth(String header) throws IOException {
        PrintDataFile.Content content = PrintDataFile.read(csv(header + "\n南京示例大学,文学院,一班,2021001,0042,张*三\n"));

        assertThat(content.faults()).isEmpty();
        assertThat(content.students()).hasSize(1).allSatisfy(student -> {
            assertThat(student.college().name()).isEqualTo("文学院");
            assertThat(student.number().value()).isEqualTo("2021001");
            assertThat(student.lastFour().value()).isEqualTo("0042");
            assertThat(student.name().value()).isEqualTo("张*三");
        });
    }

    @Test
    void aTitleThatIsAnotherOnesIsTakenForNone() {
        assertThatThrownBy(() -> PrintDataFile.read(csv("院校名称,学号,证件号码,姓名\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("证件号码后四位");
    }

    @Test
    void whatIsNoTextIsRefusedByItsCellAndTheOtherRowsAreReadOn() throws IOException {
        RawWorkbook book = titled();
        book.row(cells(book.number("44197", "14")));
        book.row(cells(book.number("44197", "m\"月\"d\"日\"")));
        book.row(cells(book.number("44197.5", "[$-804]yyyy/m/d h:mm")));
        book.row(cells(RawWorkbook.value("b", "1")));
        book.row(cells(RawWorkbook.value("e", "#N/A")));
        book.row(cells(RawWorkbook.formula("1+1", "2")));
        book.row(cells(RawWorkbook.text("#REF!")));
        book.row(cells(RawWorkbook.value("d", "2021-01-21")));
        book.row(cells(RawWorkbook.value("d", "2021-01-21T08:30:00Z")));
        book.row(cells(RawWorkbook.value("later", "2021")));
        book.row(cells(RawWorkbook.text("一班")));
        book.row(RawWorkbook.text("南京示例大学"), RawWorkbook.text("文学院"), RawWorkbook.text("一班"));

        PrintDataFile.Content content = PrintDataFile.read(book.write(folder.resolve("data.xlsx")));

        assertThat(content.students()).isEmpty();
        assertThat(content.faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("row 2", "班级 (C2)", "date"),
                        fault -> assertThat(fault).contains("row 3", "(C3)", "date"),
                        fault -> assertThat(fault).contains("row 4", "(C4)", "date"),
                        fault -> assertThat(fault).contains("row 5", "(C5)", "TRUE or FALSE"),
                        fault -> assertThat(fault).contains("row 6", "(C6)", "error"),
                        fault -> assertThat(fault).contains("row 7", "(C7)", "formula", "paste it as a value"),
                        fault -> assertThat(fault).contains("row 8", "(C8)", "error"),
                        fault -> assertThat(fault).contains("row 9", "(C9)", "date"),
                        fault -> assertThat(fault).contains("row 10", "(C10)", "date"),
                        fault -> assertThat(fault).contains("row 11", "(C11)", "error"),
                        fault -> assertThat(fault).contains("row 13", "学号"),
                        fault -> assertThat(fault).contains("row 13", "证件号码后四位"),
                        fault -> assertThat(fault).contains("row 13", "姓名脱敏"));
        assertThat(String.join("", content.faults())).doesNotContain("44197", "null", "{", "2021-01");
    }

    /** A required cell that cannot be read is told once: nothing is missing there. */
    @Test
    void aCellThatCannotBeReadIsNotToldAsMissing() throws IOException {
        RawWorkbook book = titled();
        book.row(student(RawWorkbook.value("e", "#N/A")));

        assertThat(PrintDataFile.read(book.write(folder.resolve("data.xlsx"))).faults())
                .singleElement()
                .asString()
                .contains("学号 (D2)", "#N/A");
    }

    /** Between the titles that are read anything may stand. */
    @Test
    void acolumnThatIsNotReadMayHoldAnything() throws IOException {
        RawWorkbook book = new RawWorkbook();
        book.row(Stream.concat(Stream.of("备注"), Stream.of(TITLES))
                .map(RawWorkbook::text)
                .toArray(String[]::new));
        book.row(Stream.concat(
                        Stream.of(RawWorkbook.formula("1+1", "2")), Stream.of(student(RawWorkbook.text("2021001"))))
                .toArray(String[]::new));
        book.row(RawWorkbook.formula("SUM(A2)", "2"));

        PrintDataFile.Content content = PrintDataFile.read(book.write(folder.resolve("data.xlsx")));

        assertThat(content.faults()).isEmpty();
        assertThat(content.students()).hasSize(1);
    }

    /** A cell of an unknown kind elsewhere in the sheet changes nothing of what is read. */
    @Test
    void aDateInAColumnThatIsNotReadChangesNothing() throws IOException {
        RawWorkbook book = new RawWorkbook();
        book.row(Stream.concat(Stream.of(TITLES), Stream.of("入学日期"))
                .map(RawWorkbook::text)
                .toArray(String[]::new));
        book.row(Stream.concat(
                        Stream.of(student(book.number("2021001", "000000000"))),
                        Stream.of(RawWorkbook.value("d", "2021-09-01")))
                .toArray(String[]::new));

        PrintDataFile.Content content = PrintDataFile.read(book.write(folder.resolve("data.xlsx")));

        assertThat(content.faults()).isEmpty();
        assertThat(content.students()).singleElement().satisfies(student -> {
            assertThat(student.number().value()).isEqualTo("002021001");
            assertThat(student.name().value()).isEqualTo("张*三");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2021001, General, 2021001",
        "2.021001E6, General, 2021001",
        "2021001, G/通用格式, 2021001",
        "2021001, @, 2021001",
        "2021001, '0_ ', 2021001",
        "2021001, '0_);[Red]\\(0\\)', 2021001",
        "999999999999999, General, 999999999999999",
        "9.99999999999999E+14, 0, 999999999999999",
        "2021001, 000000000, 002021001",
        "2021001, '[$-804]0000', 2021001"
    })
    void aNumberThatIsShownAsItIsStoredIsReadExactly(String stored, String format, String wanted) throws IOException {
        RawWorkbook book = titled();
        book.row(student(book.number(stored, format)));

        PrintDataFile.Content content = PrintDataFile.read(book.write(folder.resolve("data.xlsx")));

        assertThat(content.faults()).isEmpty();
        assertThat(content.students().get(0).number().value()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "1E+15, General, 15 digits",
        "2.0210000000000001E+17, 0, 15 digits",
        "320102199901011000, General, 15 digits",
        "2021.5, General, shown otherwise",
        "-5, General, shown otherwise",
        "2021001, '#,##0', shown otherwise",
        "2021001, 0.00, shown otherwise",
        "2021001, 2, shown otherwise",
        "0.5, 9, shown otherwise",
        "2021001, '\"学\"0', shown otherwise",
        "44197, 31, date",
        "0.5, '[h]:mm', date"
    })
    void aNumberThatWasChangedOrIsShownOtherwiseIsRefused(String stored, String format, String words)
            throws IOException {
        RawWorkbook book = titled();
        book.row(student(book.number(stored, format)));

        assertThat(PrintDataFile.read(book.write(folder.resolve("data.xlsx"))).faults())
                .singleElement()
                .asString()
                .contains("row 2", "学号 (D2)", words)
                .doesNotContain(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "#N/A, error",
        "#GETTING_DATA, error",
        "#BLOCKED!, error",
        "####, error",
        "TRUE, TRUE or FALSE",
        "true, TRUE or FALSE",
        "False, TRUE or FALSE",
        "2021/1/1, date",
        "2021-01-21, date",
        "2021.1.21, date",
        "1/21/2021, date",
        "21/1/21, date",
        "2021年1月, date",
        "2021年1月21日星期四, date",
        "2021/1/1 0:00, date",
        "2021-01-21T08:30:00, date",
        "8:30, date",
        "8:30:00 AM, date",
        "上午8时30分, date",
        "21-Jan-2021, date",
        "1月21日, date",
        "2021年1月21日, date",
        "Jan-21, date",
        "2.02E+09, 15 digits",
        "=A1, formula"
    })
    void whatASpreadsheetExportedInsteadOfATextIsRefused(String cell, String words) throws IOException {
        PrintDataFile.Content content = PrintDataFile.read(
                csv(HEADER + "南京示例大学,文学院," + cell + ",2021001,0042,张*三\n南京示例大学,文学院,一班,2021002,0043,李四光\n"));

        assertThat(content.faults()).hasSize(2);
        assertThat(content.faults().get(0)).contains("row 2", "班级", words);
        assertThat(content.faults().get(1)).contains("row 3", "姓名脱敏");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "计科2101",
                "2101",
                "2021-1",
                "2021-21-3",
                "2021.13.1",
                "2021-1/2",
                "2021级",
                "2021年级1班",
                "21级1月班",
                "1/2班",
                "8:60",
                "TRUE班",
                "#1班",
                "Lab-21",
                "E+1",
                "1班"
            })
    void namesOfClassesThatOnlyLookLikeItAreFine(String name) throws IOException {
        PrintDataFile.Content content = PrintDataFile.read(csv(HEADER + "南京示例大学,文学院," + name + ",2021001,0042,张*三\n"));

        assertThat(content.faults()).isEmpty();
        assertThat(content.students().get(0).className().name()).isEqualTo(name);
    }

    /** What Excel saves as Unicode text has tabs, and as little-endian UTF-16 with a mark. */
    @ParameterizedTest
    @CsvSource({"UTF-16LE, ','", "UTF-16BE, ','", "UTF-16LE, '\t'", "UTF-8, '\t'", "GB18030, ','"})
    void whatOfficeProgramsWriteIsRead(String charset, String separator) throws IOException {
        String text = "\ufeff" + HEADER + "南京示例大学,文学院,一班,2021001,0042,张*三\r\n";
        Path file = folder.resolve("data.csv");
        Files.write(file, text.replace(",", separator).getBytes(Charset.forName(charset)));

        PrintDataFile.Content content = PrintDataFile.read(file);

        assertThat(content.faults()).isEmpty();
        assertThat(content.students()).hasSize(1);
    }

    @Test
    void aRowThatACommaShiftsIsRefusedAndOneThatEndsEarlyIsNot() throws IOException {
        PrintDataFile.Content content = PrintDataFile.read(csv("院校名称,学号,证件号码（后四位）,姓名（脱敏）,学院,班级\n"
                + "南京示例大学,2021001,0042,张*三,文学院\n"
                + "南京示例大学,2021002,0042,李*四,文学院,一班,,\n"
                + "南京示例大学,2021003,0042,王*五,文学,艺术学院,一班\n"));

        assertThat(content.faults()).singleElement().asString().contains("row 4", "double quotes");
    }

    @Test
    void aQuoteThatIsNotClosedIsToldByItsRecord() {
        assertThatThrownBy(() -> PrintDataFile.read(csv(HEADER + "\"南京示例大学\"x,文学院\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("record 2")
                .hasMessageNotContaining("南京");
    }

    @Test
    void aCellShowsNothingOfAPerson() {
        assertThat(PrintCell.of("2021001")).hasToString("PrintCell[]");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text, StandardCharsets.UTF_8);
    }

    private static RawWorkbook titled() {
        return new RawWorkbook().row(Stream.of(TITLES).map(RawWorkbook::text).toArray(String[]::new));
    }

    private static String[] cells(String className) {
        return new String[] {
            RawWorkbook.text("南京示例大学"),
            RawWorkbook.text("文学院"),
            className,
            RawWorkbook.text("2021001"),
            RawWorkbook.text("0042"),
            RawWorkbook.text("张*三")
        };
    }

    private static String[] student(String number) {
        String[] cells = cells(RawWorkbook.text("一班"));
        cells[3] = number;
        return cells;
    }
}
