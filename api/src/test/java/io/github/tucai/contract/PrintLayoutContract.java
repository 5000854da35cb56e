package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.print.Box;
import io.github.tucai.print.Paper;
import io.github.tucai.print.Placement;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintOutcome;
import io.github.tucai.print.PrintPhotos;
import io.github.tucai.print.PrintProblem;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.SheetPlan;
import io.github.tucai.spi.PrintLayout;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every layout promises. Extend it and hand in yours. */
public abstract class PrintLayoutContract {
    private static final Instant CREATED = Instant.parse("2024-06-21T02:00:00Z");

    /** The layout under test. */
    protected abstract PrintLayout layout();

    @Test
    void everyStudentHasFivePrintsOnThePaperAndNoneOverlap() {
        for (Paper paper : List.of(Paper.A4, Paper.FIVE_R, Paper.FOUR_R, Paper.ROLL)) {
            List<SheetPlan> sheets = layout().plan(Fixture.of(7).job(PrintProfile.on(paper)));

            assertThat(rowsAndCopies(sheets)).hasSize(35).doesNotHaveDuplicates();
            for (SheetPlan sheet : sheets) {
                List<Box> prints =
                        sheet.placements().stream().map(Placement::print).toList();
                assertThat(overlaps(prints)).isZero();
            }
        }
    }

    @Test
    void writesADocumentThatVerifies(@TempDir Path folder) {
        Fixture fixture = Fixture.of(6);
        PrintJob job = fixture.job(PrintProfile.on(Paper.A4));
        Path target = folder.resolve("sheets.pdf");

        PrintOutcome outcome = layout().write(job, fixture, target);

        assertThat(outcome).isInstanceOfSatisfying(PrintOutcome.Written.class, written -> {
            assertThat(written.verification().students()).isEqualTo(6);
            assertThat(written.verification().prints()).isEqualTo(30);
            assertThat(written.sheets()).isEqualTo(layout().plan(job));
        });
        assertThat(layout().verify(job, target).holds()).isTrue();
    }

    @Test
    void aDocumentOfAnotherJobDoesNotVerify(@TempDir Path folder) {
        Fixture fixture = Fixture.of(6);
        PrintProfile profile = PrintProfile.on(Paper.A4);
        Path target = folder.resolve("sheets.pdf");
        layout().write(fixture.job(profile), fixture, target);

        PrintJob shorter = new PrintJob(fixture.items.subList(0, 5), profile, PrintOrder.AS_GIVEN, CREATED);

        assertThat(layout().verify(shorter, target).faults()).isNotEmpty();
    }

    @Test
    void equalJobsGiveEqualBytes(@TempDir Path folder) throws IOException {
        Fixture fixture = Fixture.of(3);
        PrintJob job = fixture.job(PrintProfile.on(Paper.A4));
        layout().write(job, fixture, folder.resolve("one.pdf"));
        layout().write(job, fixture, folder.resolve("two.pdf"));

        assertThat(folder.resolve("one.pdf")).hasSameBinaryContentAs(folder.resolve("two.pdf"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void refusesAStudentWithoutAPhotoAndLeavesNothingBehind(@TempDir Path folder) throws IOException {
        Fixture fixture = Fixture.of(3);
        fixture.photos.remove(fixture.items.get(1).photo());

        PrintOutcome outcome =
                layout().write(fixture.job(PrintProfile.on(Paper.A4)), fixture, folder.resolve("sheets.pdf"));

        assertThat(problems(outcome)).containsExactly("2 PHOTO_MISSING");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesBytesThatAreNotThePhotoAskedFor(@TempDir Path folder) {
        Fixture fixture = Fixture.of(2);
        fixture.photos.put(fixture.items.get(0).photo(), Fixture.photo(99));

        PrintOutcome outcome =
                layout().write(fixture.job(PrintProfile.on(Paper.A4)), fixture, folder.resolve("sheets.pdf"));

        assertThat(problems(outcome)).containsExactly("1 PHOTO_DIFFERS");
    }

    @Test
    void refusesAStudentTwiceAndAPictureForTwoStudents(@TempDir Path folder) {
        Fixture fixture = Fixture.of(3);
        PrintItem first = fixture.items.get(0);
        fixture.items.add(first);
        fixture.items.add(Fixture.item(77, first.photo()));

        PrintOutcome outcome =
                layout().write(fixture.job(PrintProfile.on(Paper.A4)), fixture, folder.resolve("sheets.pdf"));

        assertThat(problems(outcome)).containsExactly("4 DOUBLED", "5 SAME_PHOTO");
    }

    @Test
    void saysWhatItCannotRead(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("sheets.pdf"), "not a document");
        PrintJob job = Fixture.of(1).job(PrintProfile.on(Paper.A4));

        assertThatThrownBy(() -> layout().verify(job, text)).isInstanceOf(TucaiException.class);
    }

    private static List<String> problems(PrintOutcome outcome) {
        return outcome.fold(written -> List.of(), refused -> refused.problems().stream()
                .filter(problem -> problem.kind().refusing())
                .map(PrintLayoutContract::rowAndKind)
                .toList());
    }

    private static String rowAndKind(PrintProblem problem) {
        return problem.row() + " " + problem.kind();
    }

    private static List<String> rowsAndCopies(List<SheetPlan> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.placements().stream())
                .map(placement -> placement.row() + "/" + placement.copy())
                .toList();
    }

    private static int overlaps(List<Box> boxes) {
        int count = 0;
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                count += boxes.get(i).overlaps(boxes.get(j)) ? 1 : 0;
            }
        }
        return count;
    }

    /** Invented students with drawn pictures, every one different. */
    private static final class Fixture implements PrintPhotos {
        private final List<PrintItem> items = new ArrayList<>();
        private final Map<ImageDigest, PhotoImage> photos;

        private Fixture(Map<ImageDigest, PhotoImage> photos) {
            this.photos = photos;
        }

        static Fixture of(int students) {
            Fixture fixture = new Fixture(new LinkedHashMap<>());
            for (int i = 1; i <= students; i++) {
                PhotoImage photo = photo(i);
                fixture.photos.put(photo.digest(), photo);
                fixture.items.add(item(i, photo.digest()));
            }
            return fixture;
        }

        static PrintItem item(int number, ImageDigest photo) {
            return new PrintItem(
                    "示例大学",
                    new College("示例学院"),
                    new ClassName(number % 2 == 0 ? "二班" : "一班"),
                    new StudentNumber("2021" + (1000 + number)),
                    new IdLastFour("001X"),
                    new MaskedName("张**"),
                    photo,
                    Map.of());
        }

        static PhotoImage photo(int number) {
            BufferedImage image = new BufferedImage(48, 64, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(new Color(100, 197, 255));
            graphics.fillRect(0, 0, 48, 64);
            graphics.setColor(new Color(number * 37 % 256, number * 91 % 256, number * 53 % 256));
            graphics.fillOval(14, 16, 20, 28);
            graphics.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "jpg", bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return PhotoImage.copyOf(bytes.toByteArray());
        }

        PrintJob job(PrintProfile profile) {
            return new PrintJob(items, profile, PrintOrder.BY_CLASS, CREATED);
        }

        @Override
        public Optional<PhotoImage> find(ImageDigest digest) {
            return Optional.ofNullable(photos.get(digest));
        }
    }
}
