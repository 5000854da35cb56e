package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link CollectionCodeDecoder} promises. */
@Clause({"N2.2a", "N2.2b"})
public abstract class CollectionCodeDecoderContract {
    /** The decoder under test. */
    protected abstract CollectionCodeDecoder decoder();

    /** Claims for a code; the same at every call. */
    protected abstract CodeClaims claims();

    /** A genuine code with {@link #claims()}, for this decoder. */
    protected abstract CollectionCode genuine();

    private CodeOpening open(CollectionCode code) {
        return decoder().open(code, claims().issuedAt());
    }

    @Test
    void namesItselfAndItsPrefix() {
        assertThat(decoder().id()).matches("[a-z0-9-]+");
        assertThat(genuine().text()).startsWith(decoder().prefix());
    }

    @Test
    void cleaningLeavesAGenuineCodeAsItIs() {
        assertThat(decoder().clean(genuine())).isEqualTo(genuine());
        CollectionCode other = new CollectionCode("no code of this format");
        assertThat(decoder().clean(other)).isEqualTo(other);
    }

    @Test
    void opensAGenuineCodeToItsClaims() {
        assertThat(open(genuine())).isEqualTo(new CodeOpening.Opened(claims()));
    }

    @Test
    void isOpenFromTheFirstSecondToTheLast() {
        Instant first = claims().issuedAt();
        Instant end = claims().expiresAt();
        assertThat(decoder().open(genuine(), first)).isInstanceOf(CodeOpening.Opened.class);
        assertThat(decoder().open(genuine(), end.minusNanos(1))).isInstanceOf(CodeOpening.Opened.class);
        assertThat(decoder().open(genuine(), first.minusNanos(1)))
                .isEqualTo(new CodeOpening.Refused(CodeRejection.NOT_YET_VALID));
        assertThat(decoder().open(genuine(), end)).isEqualTo(new CodeOpening.Refused(CodeRejection.EXPIRED));
    }

    @Test
    void refusesEveryTruncation() {
        String text = genuine().text();
        for (int length = decoder().prefix().length(); length < text.length(); length++) {
            assertThat(open(new CollectionCode(text.substring(0, length))))
                    .isEqualTo(new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN));
        }
    }

    @Test
    void refusesWhateverWasChangedWithOneAnswerAndWithoutAnException() {
        String text = genuine().text();
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            StringBuilder changed = new StringBuilder(text);
            int at = decoder().prefix().length()
                    + random.nextInt(text.length() - decoder().prefix().length());
            changed.setCharAt(at, (char) (0x21 + random.nextInt(0x5e)));
            if (!changed.toString().equals(text)) {
                assertThat(open(new CollectionCode(changed.toString())))
                        .isEqualTo(new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN));
            }
        }
    }

    @Test
    void refusesOneCharacterMore() {
        assertThat(open(new CollectionCode(genuine().text() + "A")))
                .isEqualTo(new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN));
    }

    @Test
    void refusesANoiseOfEveryLength() {
        Random random = new Random(2);
        for (int length = 1; length < 4000; length += 97) {
            StringBuilder noise = new StringBuilder(decoder().prefix());
            for (int i = 0; i < length; i++) {
                noise.append((char) ('A' + random.nextInt(26)));
            }
            assertThat(open(new CollectionCode(noise.toString())))
                    .isEqualTo(new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN));
        }
    }

    @Test
    void anOpeningDoesNotShowThePerson() {
        String shown = open(genuine()).toString();
        assertThat(shown)
                .doesNotContain(claims().enrolment().value())
                .doesNotContain(claims().name().value())
                .doesNotContain(claims().id().value())
                .doesNotContain(claims().studentNumber().value());
    }
}
