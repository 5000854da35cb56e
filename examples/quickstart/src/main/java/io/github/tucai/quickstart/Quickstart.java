package io.github.tucai.quickstart;

import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.ProductMaker;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Checks a photo, says what is wrong with it, and makes the product photo of one that is accepted. */
public final class Quickstart {
    private Quickstart() {}

    /** Takes two paths: the photo, and the product photo to write. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Name two files: the photo, and the product photo to write.");
            return;
        }
        Path in = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);

        PhotoChecker checker = PhotoChecker.builder().build();
        PhotoImage photo = PhotoImage.copyOf(Files.readAllBytes(in));
        PhotoCheckResult result = checker.check(photo);
        System.out.println(result.verdict());
        result.failures().forEach(finding -> System.out.println(finding.advice().en()));
        if (result.verdict() == Verdict.ACCEPT) {
            Finishing finishing = ProductMaker.installed()
                    .make(photo, result.measurements(), checker.profile().product());
            if (finishing instanceof Finishing.Done done) {
                Files.write(out, done.photo().product().bytes(), StandardOpenOption.CREATE_NEW);
            }
        }
    }
}
