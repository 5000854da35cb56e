package io.github.tucai.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads a school's print data (N4.1): a header row, then one student a row. Every fault is told, with its row. */
final class PrintDataFile {
    private static final long MOST_BYTES = 64L << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A column, and the headers it is known by. */
    enum Column {
        SCHOOL(true, "院校名称", "学校名称", "学校", "school"),
        COLLEGE(false, "学院", "院系", "college"),
        CLASS(false, "班级", "class"),
        STUDENT_NUMBER(true, "学号", "studentnumber"),
        ID_LAST_FOUR(true, "证件号码后四位", "证件号后四位", "后四位", "idlastfour"),
        NAME(true, "姓名脱敏", "姓名（脱敏）", "姓名(脱敏)", "脱敏姓名", "姓名", "name");

        private final boolean required;
        private final String headers;

        Column(boolean required, String... headers) {
            this.required = required;
            this.headers = String.join(", ", headers);
        }

        /** As a school's spreadsheet names it. */
        @Override
        public String toString() {
            return headers.substring(0, headers.indexOf(','));
        }

        private boolean isHeader(String plain) {
            return List.of(headers.split(", ")).contains(plain);
        }

        static Optional<Column> of(String header) {
            String plain = header.strip().replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
            return Stream.of(values()).filter(c -> c.isHeader(plain)).findFirst();
        }
    }

    /** One student as the file has them. {@code row} counts from 1 and includes the header, as a spreadsheet shows it. */
    record Student(
            int row,
            String school,
            College college,
            ClassName className,
            StudentNumber number,
            IdLastFour lastFour,
            MaskedName name) {
        @Override
        public String toString() {
            return "Student[row=" + row + "]";
        }
    }

    /** What a file holds: students, or faults, and never a part. */
    record Content(List<Student> students, List<String> faults) {}

    private record Line(int row, List<String> cells) {}

    private final List<Student> students = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private final PrintRow.Rules rules;

    private PrintDataFile(PrintRow.Rules rules) {
        this.rules = rules;
    }

    /**
     * Reads a whole file.
     *
     * @throws IllegalArgumentException if it is neither xlsx nor csv, is too large, or lacks a column
     */
    static Content read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("the print data is larger than 64 MiB; split it");
        }
        List<Line> lines = lines(file);
        try (PrintRow.Rules rules = new PrintRow.Rules(Locale.getDefault())) {
            return new PrintDataFile(rules).parse(lines);
        }
    }

    private static List<Line> lines(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return xlsx(file);
        }
        if (name.endsWith(".csv")) {
            return csv(file);
        }
        throw new IllegalArgumentException("print data is an .xlsx or a .csv file");
    }

    private Content parse(List<Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the print data is empty; its first row names the columns");
        }
        Map<Column, Integer> places = places(lines.get(0).cells());
        for (Line line : lines.subList(1, lines.size())) {
            if (!line.cells().stream().allMatch(String::isBlank)) {
                student(line, places);
            }
        }
        return new Content(faults.isEmpty() ? List.copyOf(students) : List.of(), List.copyOf(faults));
    }

    private static Map<Column, Integer> places(List<String> header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            Column.of(header.get(i)).ifPresent(column -> {
                if (places.putIfAbsent(column, place) != null) {
                    throw new IllegalArgumentException("two columns are named like " + column);
                }
            });
        }
        for (Column column : Column.values()) {
            if (column.required && !places.containsKey(column)) {
                throw new IllegalArgumentException(
                        "the first row has no column " + column + "; it may be named one of " + column.headers);
            }
        }
        return places;
    }

    private void student(Line line, Map<Column, Integer> places) {
        PrintRow row = new PrintRow(
                cell(line, places, Column.SCHOOL),
                cell(line, places, Column.COLLEGE),
                cell(line, places, Column.CLASS),
                cell(line, places, Column.STUDENT_NUMBER),
                cell(line, places, Column.ID_LAST_FOUR),
                cell(line, places, Column.NAME));
        List<String> wrong = rules.faults(row);
        wrong.forEach(fault -> faults.add(Texts.get("plan.row", String.valueOf(line.row()), fault)));
        if (wrong.isEmpty()) {
            students.add(new Student(
                    line.row(),
                    row.school(),
                    new College(row.college()),
                    new ClassName(row.className()),
                    new StudentNumber(row.studentNumber()),
                    IdLastFour.parse(row.idLastFour()),
                    new MaskedName(row.name())));
        }
    }

    private static String cell(Line line, Map<Column, Integer> places, Column column) {
        Integer place = places.get(column);
        return place == null || place >= line.cells().size()
                ? ""
                : line.cells().get(place).strip();
    }

    private static List<Line> csv(Path file) throws IOException {
        String text = decode(Files.readAllBytes(file));
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                lines.add(new Line(Math.toIntExact(line.getStartingLineNumber()), line.getFields()));
            }
        }
        return lines;
    }

    /** Office programs here write UTF-8 with a mark, or GB18030; what is valid UTF-8 is taken for it. */
    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, GB18030);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static List<Line> xlsx(Path file) {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> lines.add(new Line(
                    row.getRowNum(), row.stream().map(PrintDataFile::text).toList())));
        } catch (ExcelReaderException | IOException e) {
            // The library tells a file that is no workbook by either.
            throw new IllegalArgumentException("the print data is no readable .xlsx workbook; save it again", e);
        }
        return lines;
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA) {
            // A formula's stored result may be stale or made up; a value of a person is typed, not computed.
            throw new IllegalArgumentException(
                    "cell " + cell.getAddress() + " holds a formula; paste it as a value and save again");
        }
        return cell.getText();
    }
}
