package io.github.tucai.print.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Noto Sans SC, read once. */
final class ShippedFonts {
    private ShippedFonts() {}

    private static final class Regular {
        private static final Face FACE = Face.shipped("NotoSansSC-Regular.ttf");
    }

    private static final class Bold {
        private static final Face FACE = Face.shipped("NotoSansSC-Bold.ttf");
    }

    static FontChain regularAnd(List<Path> further) {
        return new FontChain(
                Stream.concat(Stream.of(Regular.FACE), further.stream().map(Face::read))
                        .toList());
    }

    static FontChain regular() {
        return regularAnd(List.of());
    }

    static FontChain bold() {
        return new FontChain(List.of(Bold.FACE));
    }
}
