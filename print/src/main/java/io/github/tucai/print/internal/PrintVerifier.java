package io.github.tucai.print.internal;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.print.Box;
import io.github.tucai.print.Placement;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintVerification;
import io.github.tucai.print.SheetPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads a document of sheets back and compares it with its job: everybody, nobody twice, everything in its place. */
final class PrintVerifier {
    private static final long MEMORY_BYTES = 64L << 20;
    // A document in which nothing fits must not give a list as long as itself.
    private static final int MOST_FAULTS = 100;

    private final PrintJob job;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> printsOfRow = new HashMap<>();
    private final Set<String> numbers;
    private double largestOffsetMm;

    private PrintVerifier(PrintJob job) {
        this.job = job;
        numbers = job.items().stream().map(item -> item.studentNumber().value()).collect(Collectors.toSet());
    }

    static PrintVerification verify(PrintJob job, Path document) {
        try (PDDocument pdf =
                Loader.loadPDF(document.toFile(), MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache)) {
            return new PrintVerifier(job).verify(pdf);
        } catch (IOException e) {
            throw new TucaiException("The document " + document.getFileName() + " cannot be read as PDF", e);
        }
    }

    private PrintVerification verify(PDDocument pdf) throws IOException {
        List<SheetPlan> plan = SheetPlanner.plan(job);
        if (pdf.getNumberOfPages() != plan.size()) {
            fault("expected " + plan.size() + " sheets, found " + pdf.getNumberOfPages());
        }
        SheetReader.Session session = new SheetReader.Session();
        for (int i = 0; i < pdf.getNumberOfPages(); i++) {
            SheetReader.Content found = session.read(pdf.getPage(i));
            if (i < plan.size()) {
                compare(plan.get(i), found);
            } else if (!found.pictures().isEmpty()) {
                fault("sheet " + (i + 1) + " shows pictures and should not exist");
            }
        }
        countPrints();
        int prints = printsOfRow.values().stream().mapToInt(Integer::intValue).sum();
        return new PrintVerification(pdf.getNumberOfPages(), printsOfRow.size(), prints, largestOffsetMm, faults);
    }

    private void compare(SheetPlan sheet, SheetReader.Content found) {
        String where = "sheet " + sheet.number();
        Box planned = new Box(0, 0, sheet.widthMm(), sheet.heightMm());
        if (planned.distanceMm(new Box(0, 0, found.widthMm(), found.heightMm())) > PrintVerification.TOLERANCE_MM) {
            fault(where + " has another size than planned");
        }
        List<SheetReader.Picture> pictures = new ArrayList<>(found.pictures());
        List<Box> contours = new ArrayList<>(found.contours());
        List<SheetReader.Text> texts = new ArrayList<>(found.texts());
        for (Placement placement : sheet.placements()) {
            String whose = where + ", row " + placement.row() + ", copy " + placement.copy();
            boolean shown = takePicture(placement, pictures, whose);
            takeContour(placement, contours, whose);
            boolean named = takeNumber(placement, texts, whose);
            if (shown && named) {
                printsOfRow.merge(placement.row(), 1, Integer::sum);
            }
        }
        if (!pictures.isEmpty()) {
            fault(where + " shows " + pictures.size() + " pictures too many");
        }
        if (!contours.isEmpty()) {
            fault(where + " has " + contours.size() + " contours too many");
        }
        strayNumbers(texts, where);
    }

    private boolean takePicture(Placement placement, List<SheetReader.Picture> pictures, String whose) {
        Optional<SheetReader.Picture> there = pictures.stream()
                .filter(picture -> isAt(picture.box(), placement.image()))
                .findFirst();
        if (there.isEmpty()) {
            fault(whose + ": no picture within " + PrintVerification.TOLERANCE_MM + " mm of its place");
            return false;
        }
        pictures.remove(there.get());
        note(there.get().box(), placement.image());
        Optional<ImageDigest> digest = there.get().digest();
        if (!digest.equals(Optional.of(placement.item().photo()))) {
            fault(whose + ": the picture is another one");
            return false;
        }
        return true;
    }

    private void takeContour(Placement placement, List<Box> contours, String whose) {
        Optional<Box> there = contours.stream()
                .filter(contour -> isAt(contour, placement.print()))
                .findFirst();
        if (there.isEmpty()) {
            fault(whose + ": no kiss-cut contour around it");
            return;
        }
        contours.remove(there.get());
        note(there.get(), placement.print());
    }

    private boolean takeNumber(Placement placement, List<SheetReader.Text> texts, String whose) {
        String number = placement.item().studentNumber().value();
        List<SheetReader.Text> there = texts.stream()
                .filter(text -> text.text().equals(number) && isIn(text, placement.information()))
                .toList();
        if (there.size() != 1) {
            fault(whose + ": the student number stands " + there.size() + " times in its information area");
        }
        texts.removeAll(there);
        return there.size() == 1;
    }

    private void strayNumbers(List<SheetReader.Text> texts, String where) {
        long stray =
                texts.stream().filter(text -> numbers.contains(text.text())).count();
        if (stray > 0) {
            fault(where + ": student numbers stand in " + stray + " places where none belongs");
        }
    }

    private void countPrints() {
        for (int row = 1; row <= job.items().size(); row++) {
            int prints = printsOfRow.getOrDefault(row, 0);
            if (prints != job.profile().copies()) {
                fault("row " + row + " has " + prints + " prints instead of "
                        + job.profile().copies());
            }
        }
    }

    private static boolean isAt(Box found, Box planned) {
        return found.distanceMm(planned) <= PrintVerification.TOLERANCE_MM;
    }

    private static boolean isIn(SheetReader.Text text, Box area) {
        return text.xMm() >= area.xMm()
                && text.xMm() <= area.rightMm()
                && text.yMm() >= area.yMm()
                && text.yMm() <= area.bottomMm();
    }

    private void note(Box found, Box planned) {
        largestOffsetMm = Math.max(largestOffsetMm, found.distanceMm(planned));
    }

    private void fault(String text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(text);
        }
    }
}
