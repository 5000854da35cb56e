package io.github.tucai.imaging.internal.decode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What kind of file the first bytes announce; a name or a media type is never asked. */
enum FileKind {
    JPEG,
    PNG,
    GIF,
    BMP,
    WEBP,
    HEIC,
    AVIF,
    TIFF,
    JXL,
    PDF;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

    /** The name that goes into the facts. */
    String format() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FileKind> of(byte[] bytes) {
        if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (starts(bytes, 4, 'f', 't', 'y', 'p') && bytes.length >= 12) {
            return ofBrand(new String(bytes, 8, 4, StandardCharsets.ISO_8859_1));
        }
        if (starts(bytes, 0, 'I', 'I', 42, 0) || starts(bytes, 0, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        if (starts(bytes, 0, 0xFF, 0x0A) || starts(bytes, 4, 'J', 'X', 'L', ' ')) {
            return Optional.of(JXL);
        }
        if (starts(bytes, 0, '%', 'P', 'D', 'F')) {
            return Optional.of(PDF);
        }
        // Two letters are little evidence: the size of the header that follows must be one of those in use.
        if (starts(bytes, 0, 'B', 'M')
                && bytes.length > 26
                && Set.of(12, 40, 52, 56, 64, 108, 124).contains((int) bytes[14])) {
            return Optional.of(BMP);
        }
        return Optional.empty();
    }

    private static Optional<FileKind> ofBrand(String brand) {
        if (HEIC_BRANDS.contains(brand)) {
            return Optional.of(HEIC);
        }
        return AVIF_BRANDS.contains(brand) ? Optional.of(AVIF) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int at, int... wanted) {
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
