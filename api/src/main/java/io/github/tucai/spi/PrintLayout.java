package io.github.tucai.spi;

import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOutcome;
import io.github.tucai.print.PrintPhotos;
import io.github.tucai.print.PrintVerification;
import io.github.tucai.print.SheetPlan;
import java.nio.file.Path;
import java.util.List;

/**
 * Lays out paper prints (N4.2, N4.3).
 *
 * @implSpec Safe for concurrent use; equal jobs give equal plans and equal bytes; a photo is embedded as it is.
 */
public interface PrintLayout extends Plugin {
    /** Says where every print lies; looks at no picture. */
    List<SheetPlan> plan(PrintJob job);

    /**
     * Writes the document, reads it back and verifies it. The target appears only when everything held, and is replaced if it
     * exists.
     *
     * @throws io.github.tucai.failure.TucaiException if the target cannot be written or the document does not verify
     */
    PrintOutcome write(PrintJob job, PrintPhotos photos, Path target);

    /**
     * Reads a document back and compares it with its job.
     *
     * @throws io.github.tucai.failure.TucaiException if the document cannot be read
     */
    PrintVerification verify(PrintJob job, Path document);
}
