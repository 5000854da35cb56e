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
import java.util.function.Function;
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

    private PrintDataFile() {}

    /**
     * Reads a whole file.
     *
     * @throws IllegalArgumentException if it is neither xlsx nor csv, is too large, or lacks a column
     */
    static Content read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("the print data is larger than 64 MiB; split it");
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return new PrintDataFile().parse(xlsx(file));
        }
        if (name.endsWith(".csv")) {
            return new PrintDataFile().parse(csv(file));
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
        int before = faults.size();
        Function<Column, String> cell = column -> {
            Integer place = places.get(column);
            return place == null || place >= line.cells().size()
                    ? ""
                    : line.cells().get(place).strip();
        };
        String school = cell.apply(Column.SCHOOL);
        Optional<College> college = value(line, Column.COLLEGE, cell, College::new);
        Optional<ClassName> className = value(line, Column.CLASS, cell, ClassName::new);
        Optional<StudentNumber> number = value(line, Column.STUDENT_NUMBER, cell, StudentNumber::new);
        Optional<IdLastFour> lastFour = value(line, Column.ID_LAST_FOUR, cell, IdLastFour::parse);
        Optional<MaskedName> name = value(line, Column.NAME, cell, MaskedName::new);
        if (school.isEmpty()) {
            faults.add(fault(line, Column.SCHOOL, "is empty"));
        }
        if (faults.size() == before) {
            students.add(new Student(
                    line.row(),
                    school,
                    college.orElseThrow(),
                    className.orElseThrow(),
                    number.orElseThrow(),
                    lastFour.orElseThrow(),
                    name.orElseThrow()));
        }
    }

    private <T> Optional<T> value(
            Line line, Column column, Function<Column, String> cell, Function<String, T> constructor) {
        try {
            return Optional.of(constructor.apply(cell.apply(column)));
        } catch (IllegalArgumentException e) {
            // The values' messages say what was wanted and never quote what came.
            faults.add(fault(line, column, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static String fault(Line line, Column column, String what) {
        return "row " + line.row() + ", " + column + ": " + what;
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
