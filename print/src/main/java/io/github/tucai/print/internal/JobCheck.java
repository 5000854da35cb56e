package io.github.tucai.print.internal;

import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintPhotos;
import io.github.tucai.print.PrintProblem;
import io.github.tucai.print.PrintProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what stands against printing a job, before anything is written. */
final class JobCheck {
    // A rounded pixel more or less at 300 dpi is no stretching.
    private static final double SHAPE_TOLERANCE = 0.005;

    private JobCheck() {}

    static void doubled(PrintJob job, List<PrintProblem> problems) {
        Set<List<String>> students = new HashSet<>();
        Set<ImageDigest> photos = new HashSet<>();
        for (int i = 0; i < job.items().size(); i++) {
            PrintItem item = job.items().get(i);
            if (!students.add(List.of(item.schoolName(), item.studentNumber().value()))) {
                problems.add(new PrintProblem(
                        i + 1,
                        PrintProblem.Kind.DOUBLED,
                        "student-number",
                        "the student stands in an earlier row; keep one of the two"));
            } else if (!photos.add(item.photo())) {
                problems.add(new PrintProblem(
                        i + 1,
                        PrintProblem.Kind.SAME_PHOTO,
                        "photo",
                        "an earlier row has the same picture; one of the two is wrong"));
            }
        }
    }

    static void photos(PrintJob job, PrintPhotos photos, List<PrintProblem> problems) {
        for (int i = 0; i < job.items().size(); i++) {
            photo(job.items().get(i), i + 1, job.profile(), photos, problems);
        }
    }

    private static void photo(
            PrintItem item, int row, PrintProfile profile, PrintPhotos photos, List<PrintProblem> problems) {
        Optional<PhotoImage> photo = photos.find(item.photo());
        if (photo.isEmpty()) {
            problems.add(problem(row, PrintProblem.Kind.PHOTO_MISSING, "there is no photo with this digest"));
            return;
        }
        byte[] bytes = photo.get().bytes();
        if (!ImageDigest.of(bytes).equals(item.photo())) {
            problems.add(problem(row, PrintProblem.Kind.PHOTO_DIFFERS, "the photo is another one than asked for"));
            return;
        }
        Optional<JpegHeader> header = JpegHeader.read(bytes);
        if (header.isEmpty()) {
            problems.add(
                    problem(row, PrintProblem.Kind.PHOTO_UNREADABLE, "the photo is no JPEG of 8 bits in RGB or grey"));
        } else if (!keepsShape(header.get(), profile)) {
            problems.add(problem(
                    row,
                    PrintProblem.Kind.PHOTO_SHAPE,
                    "a photo of " + header.get().width() + " x " + header.get().height()
                            + " pixels would be stretched; the image area is "
                            + profile.widthMm() + " x " + profile.imageHeightMm() + " mm"));
        }
    }

    private static boolean keepsShape(JpegHeader header, PrintProfile profile) {
        double photo = (double) header.width() / header.height();
        double area = profile.widthMm() / profile.imageHeightMm();
        return Math.abs(photo / area - 1) <= SHAPE_TOLERANCE;
    }

    private static PrintProblem problem(int row, PrintProblem.Kind kind, String message) {
        return new PrintProblem(row, kind, "photo", message);
    }
}
