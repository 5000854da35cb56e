package io.github.tucai.imaging.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Search search = new Search(0, Long.MAX_VALUE);

    @Test
    void oneSymbolReadTwiceCountsOnce() {
        search.add(at(100, "a"));
        search.add(at(104, "a"));
        assertThat(search.symbols()).extracting(symbol -> symbol.text().text()).containsExactly("a");
    }

    @Test
    void twoReadingsOfOneSymbolThatDifferCountForNothing() {
        search.add(at(100, "a"));
        search.add(at(104, "b"));
        search.add(at(102, "b"));
        assertThat(search.symbols()).isEmpty();
    }

    @Test
    void theSameTextTwiceOnAPageAreTwoSymbols() {
        search.add(at(100, "a"));
        search.add(at(300, "a"));
        assertThat(search.symbols()).hasSize(2);
    }

    private static Symbol at(double left, String text) {
        return Symbol.of(
                new CodeText(text, "UTF-8"),
                List.of(
                        new Point2D.Double(left, 50),
                        new Point2D.Double(left + 80, 50),
                        new Point2D.Double(left + 80, 130),
                        new Point2D.Double(left, 130)));
    }
}
