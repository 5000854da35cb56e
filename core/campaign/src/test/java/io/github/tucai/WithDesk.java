package io.github.tucai;

import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A campaign with one open school for each test, in a file of H2 unless a subclass says otherwise. */
abstract class WithDesk {
    @TempDir
    Path folder;

    String url = "";

    Desk desk;

    /** Where to keep the campaign. */
    String newUrl() {
        return Desk.h2Url(folder);
    }

    @BeforeEach
    final void open() {
        url = newUrl();
        desk = Desk.open(url, folder, new Desk.Registry());
    }

    @AfterEach
    final void close() {
        // A skipped test opened none.
        if (desk != null) {
            desk.close();
        }
    }

    final void reopen(Desk.Registry registry) {
        desk.close();
        desk = Desk.open(url, folder, registry);
    }

    static <T> Refusal.Reason reason(Outcome<T> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError("was not refused: " + done);
                },
                Refusal::reason);
    }
}
