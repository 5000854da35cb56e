package io.github.tucai.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads a school's print data (N4.1): a header row, then one student a row. Every fault is told, with its row. */
final class PrintDataFile {
    private static final long MOST_BYTES = 64L << 20;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    /** A column, and the headers it is known by. */
    enum Column {
        SCHOOL(true, "院校名称", "学校名称", "学校", "school"),
        COLLEGE(false, "学院", "院系", "college"),
        CLASS(false, "班级", "class"),
        STUDENT_NUMBER(true, "学号", "studentnumber"),
        ID_LAST_FOUR(true, "证件号码后四位", "证件号后四位", "后四位", "idlastfour"),
        NAME(true, "姓名脱敏", "脱敏姓名", "姓名", "name");

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

        /** The notice writes brackets; of a title only letters and digits count, in whichever width. */
        static Optional<Column> of(String header) {
            String plain = Normalizer.normalize(header, Normalizer.Form.NFKC)
                    .replaceAll("[^\\p{L}\\p{N}]", "")
                    .toLowerCase(Locale.ROOT);
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

    /** Where a comma stands in a text without quotes, a row has more cells than titles, and nobody knows which is which. */
    private record Line(int row, List<PrintCell> cells, boolean isShifted) {
        PrintCell cell(int place) {
            return place < cells.size() ? cells.get(place) : PrintCell.nothing();
        }
    }

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
            throw new IllegalArgumentException(Texts.get("plan.large"));
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
        throw new IllegalArgumentException(Texts.get("plan.kind"));
    }

    private Content parse(List<Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(Texts.get("plan.empty"));
        }
        Map<Column, Integer> places = places(lines.get(0).cells());
        for (Line line : lines.subList(1, lines.size())) {
            Map<Column, PrintCell> cells = new EnumMap<>(Column.class);
            places.forEach((column, place) -> cells.put(column, line.cell(place)));
            boolean blank = cells.values().stream().allMatch(cell -> cell.text().isEmpty() && cell.fault() == null);
            if (line.isShifted()) {
                faults.add(Texts.get("plan.row", String.valueOf(line.row()), Texts.get("plan.shifted")));
            } else if (!blank) {
                student(line.row(), cells);
            }
        }
        return new Content(faults.isEmpty() ? List.copyOf(students) : List.of(), List.copyOf(faults));
    }

    private static Map<Column, Integer> places(List<PrintCell> header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            Column.of(header.get(i).text()).ifPresent(column -> {
                if (places.putIfAbsent(column, place) != null) {
                    throw new IllegalArgumentException(Texts.get("plan.twoColumns", column));
                }
            });
        }
        for (Column column : Column.values()) {
            if (column.required && !places.containsKey(column)) {
                throw new IllegalArgumentException(Texts.get("plan.noColumn", column, column.headers));
            }
        }
        return places;
    }

    private void student(int number, Map<Column, PrintCell> cells) {
        PrintRow row = new PrintRow(
                text(cells, Column.SCHOOL),
                text(cells, Column.COLLEGE),
                text(cells, Column.CLASS),
                text(cells, Column.STUDENT_NUMBER),
                text(cells, Column.ID_LAST_FOUR),
                text(cells, Column.NAME));
        Map<Column, String> wrong = new EnumMap<>(Column.class);
        wrong.putAll(rules.faults(row));
        // A cell that cannot be read is told as that, and not as a text that is missing.
        cells.forEach((column, cell) -> {
            if (cell.fault() != null) {
                wrong.put(column, cell.fault().words());
            }
        });
        wrong.forEach((column, words) -> faults.add(
                Texts.get("plan.row", String.valueOf(number), column + place(cells, column) + ": " + words)));
        if (wrong.isEmpty()) {
            students.add(new Student(
                    number,
                    row.school(),
                    new College(row.college()),
                    new ClassName(row.className()),
                    new StudentNumber(row.studentNumber()),
                    IdLastFour.parse(row.idLastFour()),
                    new MaskedName(row.name())));
        }
    }

    private static String text(Map<Column, PrintCell> cells, Column column) {
        return cells.getOrDefault(column, PrintCell.nothing()).text();
    }

    private static String place(Map<Column, PrintCell> cells, Column column) {
        String place = cells.getOrDefault(column, PrintCell.nothing()).place();
        return place.isEmpty() ? "" : " (" + place + ")";
    }

    private static List<Line> csv(Path file) throws IOException {
        String text = TextBytes.decode(Files.readAllBytes(file));
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                List<String> fields = line.getFields();
                int titles =
                        lines.isEmpty() ? fields.size() : lines.get(0).cells().size();
                lines.add(new Line(
                        Math.toIntExact(line.getStartingLineNumber()),
                        fields.stream().map(PrintCell::of).toList(),
                        !fields.stream().skip(titles).allMatch(String::isBlank)));
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(Texts.get("plan.noCsv", String.valueOf(lines.size() + 1)), e);
        }
        return lines;
    }

    /** What Excel calls Unicode text has tabs. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.indexOf('\t') >= 0 && header.indexOf(',') < 0 ? '\t' : ',';
    }

    private static List<Line> xlsx(Path file) {
        try {
            try {
                return rows(Files.newInputStream(file));
            } catch (IllegalStateException e) {
                return rows(KnownCells.of(file));
            }
        } catch (ExcelReaderException | IllegalStateException | XMLStreamException | IOException e) {
            // The library tells a file that is no workbook by any of them.
            throw new IllegalArgumentException(Texts.get("plan.noWorkbook"), e);
        }
    }

    private static List<Line> rows(InputStream workbook) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (workbook;
                ReadableWorkbook book = new ReadableWorkbook(workbook, WITH_FORMATS);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> lines.add(
                    new Line(row.getRowNum(), row.stream().map(PrintCell::of).toList(), false)));
        }
        return lines;
    }
}
