package io.github.tucai.print.internal;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOutcome;
import io.github.tucai.print.PrintPhotos;
import io.github.tucai.print.PrintProblem;
import io.github.tucai.print.PrintVerification;
import io.github.tucai.print.SheetPlan;
import io.github.tucai.spi.PrintLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sheets as PDF. */
public final class PdfPrintLayout implements PrintLayout {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPrintLayout.class);

    private final List<Path> furtherFonts;

    /** With the font that ships with this module. */
    public PdfPrintLayout() {
        this(List.of());
    }

    /**
     * With further fonts for what the shipped one lacks.
     *
     * @param furtherFonts TrueType files, in order of preference
     */
    public PdfPrintLayout(List<Path> furtherFonts) {
        this.furtherFonts = List.copyOf(furtherFonts);
    }

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public List<SheetPlan> plan(PrintJob job) {
        return SheetPlanner.plan(job);
    }

    @Override
    public PrintOutcome write(PrintJob job, PrintPhotos photos, Path target) {
        FontChain fonts = ShippedFonts.regularAnd(furtherFonts);
        List<PrintProblem> problems = new ArrayList<>();
        JobCheck.doubled(job, problems);
        JobCheck.photos(job, photos, problems);
        List<InformationText.Block> blocks = new InformationText(fonts, job.profile()).set(job.items(), problems);
        problems.sort(Comparator.comparingInt(PrintProblem::row));
        if (problems.stream().anyMatch(problem -> problem.kind().refusing())) {
            return new PrintOutcome.Refused(problems);
        }
        List<SheetPlan> sheets = SheetPlanner.plan(job);
        return writeVerified(job, sheets, target, problems, out -> {
            try (SheetWriter writer = new SheetWriter(job, blocks, photos, fonts)) {
                writer.write(sheets, out);
            }
        });
    }

    @Override
    public PrintVerification verify(PrintJob job, Path document) {
        return PrintVerifier.verify(job, document);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static PrintOutcome writeVerified(
            PrintJob job, List<SheetPlan> sheets, Path target, List<PrintProblem> warnings, Writing writing) {
        Path whole = target.toAbsolutePath();
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                writing.to(out);
            }
            PrintVerification verification = PrintVerifier.verify(job, unfinished);
            if (!verification.holds()) {
                throw new TucaiException("The document does not show what the job asked for and was not kept: "
                        + verification.faults().get(0));
            }
            Files.move(unfinished, whole, StandardCopyOption.REPLACE_EXISTING);
            LOG.debug("Wrote {} prints on {} sheets", verification.prints(), verification.sheets());
            return new PrintOutcome.Written(sheets, verification, warnings, Files.size(whole));
        } catch (IOException e) {
            throw new TucaiException("The document " + target.getFileName() + " cannot be written", e);
        } finally {
            discard(unfinished);
        }
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.warn("The unfinished document {} cannot be deleted", unfinished.getFileName(), e);
        }
    }
}
