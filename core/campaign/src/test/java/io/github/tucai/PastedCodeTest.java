package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Region;
import io.github.tucai.spi.CodeImageReader;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a student pastes or a picture holds reaches the format that it is meant for, as that was issued. */
class PastedCodeTest extends WithDesk {
    private static final Actor HOLDER = new Actor.CodeHolder();

    private Desk pasting;
    private List<String> symbols = List.of();

    /** A format that knows that its codes have no spaces and a prefix in capitals. */
    private static final class Loose implements CollectionCodeDecoder {
        private final CollectionCodeDecoder plain;

        Loose(CollectionCodeDecoder plain) {
            this.plain = plain;
        }

        @Override
        public String id() {
            return "loose";
        }

        @Override
        public String prefix() {
            return "LOOSE:";
        }

        @Override
        public CollectionCode clean(CollectionCode pasted) {
            String text = pasted.text().replace(" ", "");
            return text.regionMatches(true, 0, prefix(), 0, prefix().length())
                    ? new CollectionCode(prefix() + text.substring(prefix().length()))
                    : pasted;
        }

        @Override
        public CodeOpening open(CollectionCode code, Instant now) {
            return plain.open(new CollectionCode("TEST:" + code.text().substring(prefix().length())), now);
        }
    }

    private final class Symbols implements CodeImageReader {
        @Override
        public String id() {
            return "symbols";
        }

        @Override
        public CodeReading read(PhotoImage picture, Duration budget) {
            return CodeReading.of(symbols.stream()
                    .map(text -> new CodeReading.Symbol(text, "UTF-8", new Region(0, 0, 9, 9)))
                    .toList());
        }
    }

    @BeforeEach
    void openAnother() {
        pasting = new Desk(desk.dataSource, folder.resolve("photos"), new Desk.Registry(), builder -> builder.decoder(
                        new Loose(desk.decoder()))
                .codeReader(new Symbols()));
    }

    @AfterEach
    void closeAnother() {
        pasting.close();
    }

    @Test
    void aCodeIsCleanedByTheFormatThatKnowsIt() {
        for (String pasted : List.of("LOOSE:E1", "loose:E1", " 采集码：loose: E\u00a01\n", "ＬＯＯＳＥ：E1", "采集码：TEST:E1")) {
            assertThat(isOpen(pasting.tucai.capture().present(HOLDER, CollectionCode.parse(pasted), Samples.LAST_FOUR)))
                    .as(pasted)
                    .isTrue();
        }
    }

    /** Another format's codes may differ by a small letter: nobody but the format says what is no difference. */
    @Test
    void aFormatThatDoesNotCleanGetsEveryCharacter() {
        assertThat(reason(pasting.tucai.capture().present(HOLDER, CollectionCode.parse("test:E1"), Samples.LAST_FOUR)))
                .isEqualTo(Refusal.Reason.CODE_REFUSED);
    }

    @Test
    void theCodeInAPictureIsFoundAmongOthersAndWithWordsBeforeIt() {
        symbols = List.of("https://example.org/采集", "TEST:汉字", "采集码：loose:E1");

        assertThat(isOpen(picture())).isTrue();
    }

    @Test
    void aSymbolThatIsNoCodeIsRefusedAndNotAFailure() {
        for (String text : List.of("TEST:汉字", "采集码：", "x".repeat(5000))) {
            symbols = List.of(text);

            assertThat(reason(picture())).as(text).isEqualTo(Refusal.Reason.CODE_REFUSED);
        }
    }

    private Outcome<CaptureSession> picture() {
        return pasting.tucai.capture().present(HOLDER, Desk.photo("any"), Samples.LAST_FOUR);
    }

    private static boolean isOpen(Outcome<CaptureSession> outcome) {
        return outcome.fold(session -> true, refusal -> false);
    }
}
